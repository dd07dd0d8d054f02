package dmvpn.sim.ui.debug;

import dmvpn.app.debug.DebugLayer;
import dmvpn.app.debug.Debugger;
import dmvpn.app.debug.RouterState;
import dmvpn.app.debug.value.DebugVariable;
import dmvpn.app.debug.value.SeenState;
import dmvpn.app.debug.watch.PartPath;
import java.util.List;
import java.util.Optional;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.debug.core.model.IVariable;

/**
 * A router in the Debug view. Its frames are the layers of the event in hand when that is its own; otherwise one frame
 * shows its state.
 */
final class RouterThread extends SimulationElement implements IThread {

    private final RouterState router;
    private List<LayerFrame> frames = List.of();
    private int framesOfEvent = Integer.MIN_VALUE;
    /** The frame of a router that has not the event in hand stays while others have theirs, so that nothing of it is painted anew. */
    private boolean framesAreIdle;
    private volatile boolean stepping;
    private volatile List<IBreakpoint> stoppedBy = List.of();
    private final SeenState seen = new SeenState();

    RouterThread(SimulationDebugTarget target, RouterState router) {
        super(target);
        this.router = router;
    }

    int node() {
        return router.node();
    }

    /** The router's tables as variables; what is not as at the event before that somebody looked at is marked as changed. */
    synchronized List<IVariable> state() {
        List<DebugVariable> tables = simulation().session().seen().stateOf(router.node());
        seen.lookAt(simulation().session().eventIndex(), tables);
        return tables.stream().<IVariable>map(table -> new StateVariable(simulation(), table, PartPath.of(router.name(), table.name()), "", seen)).toList();
    }

    /** True when the event in hand is this router's. */
    boolean hasEvent() {
        return simulation().session().eventRouter() == router.node();
    }

    /** True for a frame of the event in hand; false for one of an event that is past. */
    synchronized boolean isCurrent(LayerFrame frame) {
        return framesOfEvent == simulation().session().eventIndex() && frames.contains(frame);
    }

    @Override
    public synchronized IStackFrame[] getStackFrames() {
        if (!isSuspended()) {
            return new IStackFrame[0];
        }
        int event = simulation().session().eventIndex();
        boolean isIdle = !hasEvent();
        if (framesOfEvent != event && !(isIdle && framesAreIdle)) {
            List<DebugLayer> layers = simulation().session().seen().layers(router.node());
            frames = layers.stream().map(layer -> new LayerFrame(this, layer)).toList();
        }
        framesOfEvent = event;
        framesAreIdle = isIdle;
        return frames.toArray(IStackFrame[]::new);
    }

    @Override
    public boolean hasStackFrames() {
        return isSuspended();
    }

    @Override
    public IStackFrame getTopStackFrame() {
        IStackFrame[] all = getStackFrames();
        return all.length == 0 ? null : all[0];
    }

    @Override
    public int getPriority() {
        return 0;
    }

    @Override
    public String getName() {
        return router.name();
    }

    @Override
    public IBreakpoint[] getBreakpoints() {
        return isSuspended() ? stoppedBy.toArray(IBreakpoint[]::new) : new IBreakpoint[0];
    }

    @Override
    public boolean canStepInto() {
        return simulation().canResume();
    }

    @Override
    public boolean canStepOver() {
        return simulation().canResume();
    }

    @Override
    public boolean canStepReturn() {
        return simulation().canResume() && hasEvent();
    }

    @Override
    public boolean isStepping() {
        return stepping;
    }

    /** The next event anywhere. */
    @Override
    public void stepInto() {
        simulation().run(DebugEvent.STEP_INTO, this, Debugger::stepInto);
    }

    /** The next event on this router. */
    @Override
    public void stepOver() {
        simulation().run(DebugEvent.STEP_OVER, this, each -> each.stepOver(router.node()));
    }

    /** The end of the conversation of the event in hand. */
    @Override
    public void stepReturn() {
        simulation().run(DebugEvent.STEP_RETURN, this, Debugger::stepReturn);
    }

    /** A step is over; a breakpoint may have stopped it at an event of this router. */
    void suspendedBy(Optional<IBreakpoint> breakpoint) {
        stepping = false;
        stoppedBy = breakpoint.map(List::of).orElse(List.of());
    }

    /** A step begins here; it may end at another router. */
    void setStepping(boolean newStepping) {
        stepping = newStepping;
    }

    @Override
    public boolean canResume() {
        return simulation().canResume();
    }

    @Override
    public boolean canSuspend() {
        return simulation().canSuspend();
    }

    @Override
    public boolean isSuspended() {
        return simulation().isSuspended();
    }

    @Override
    public void resume() {
        simulation().resume();
    }

    @Override
    public void suspend() {
        simulation().suspend();
    }

    @Override
    public boolean canTerminate() {
        return simulation().canTerminate();
    }

    @Override
    public boolean isTerminated() {
        return simulation().isTerminated();
    }

    @Override
    public void terminate() {
        simulation().terminate();
    }
}
