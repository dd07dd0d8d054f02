package dmvpn.sim.ui.debug;

import dmvpn.app.debug.DebugLayer;
import dmvpn.app.debug.DebugVariable;
import dmvpn.app.debug.RouterState;
import java.util.List;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.debug.core.model.IVariable;

/** A router in the Debug view. It has frames while the event in hand is its own. */
final class RouterThread extends SimulationElement implements IThread {

    private final RouterState router;
    private List<LayerFrame> frames = List.of();
    private long framesOfEvent = -1;
    private volatile boolean stepping;
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
        List<DebugVariable> tables = simulation().session().stateOf(router.node());
        seen.lookAt(simulation().session().eventIndex(), tables);
        return tables.stream().<IVariable>map(table -> new StateVariable(simulation(), table, "", seen)).toList();
    }

    @Override
    public synchronized IStackFrame[] getStackFrames() {
        if (!isSuspended()) {
            return new IStackFrame[0];
        }
        long event = simulation().session().eventIndex();
        if (framesOfEvent != event) {
            framesOfEvent = event;
            List<DebugLayer> layers = simulation().session().layers(router.node());
            frames = layers.stream().map(layer -> new LayerFrame(this, layer)).toList();
        }
        return frames.toArray(IStackFrame[]::new);
    }

    @Override
    public boolean hasStackFrames() {
        return getStackFrames().length > 0;
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
        return new IBreakpoint[0];
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
        return false;
    }

    @Override
    public boolean isStepping() {
        return stepping;
    }

    /** The next event anywhere. */
    @Override
    public void stepInto() {
        stepping = simulation().step(DebugEvent.STEP_INTO, this, node -> true);
    }

    /** The next event on this router. */
    @Override
    public void stepOver() {
        stepping = simulation().step(DebugEvent.STEP_OVER, this, node -> node == router.node());
    }

    @Override
    public void stepReturn() {
        // Not offered: see canStepReturn.
    }

    @Override
    public void fireSuspendEvent(int detail) {
        stepping = false;
        super.fireSuspendEvent(detail);
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
