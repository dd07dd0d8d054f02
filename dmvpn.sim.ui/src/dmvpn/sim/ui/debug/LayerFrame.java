package dmvpn.sim.ui.debug;

import dmvpn.app.debug.DebugLayer;
import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.value.DebugVariable;
import dmvpn.network.origin.Origin;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.debug.core.model.IVariable;

/** A protocol layer of the event in hand. Its line is the one of the model that configured it. */
final class LayerFrame extends SimulationElement implements IStackFrame {

    private final RouterThread thread;
    private final DebugLayer layer;
    private IVariable[] variables;
    private int variablesOfEvent;

    LayerFrame(RouterThread thread, DebugLayer layer) {
        super(thread.simulation());
        this.thread = thread;
        this.layer = layer;
    }

    /** The frame of a router that has not the event in hand: it stays while its tables change. */
    private boolean isIdle() {
        return layer.name().equals(DebugSession.NO_EVENT);
    }

    Origin origin() {
        return layer.origin();
    }

    @Override
    public synchronized IVariable[] getVariables() {
        int event = simulation().session().eventIndex();
        if (variables == null || isIdle() && variablesOfEvent != event) {
            variablesOfEvent = event;
            List<IVariable> all = new ArrayList<>();
            for (DebugVariable variable : layer.variables()) {
                all.add(new StateVariable(simulation(), variable));
            }
            all.addAll(thread.state());
            variables = all.toArray(IVariable[]::new);
        }
        return variables;
    }

    @Override
    public boolean hasVariables() {
        return true;
    }

    @Override
    public String getName() {
        return layer.name();
    }

    @Override
    public int getLineNumber() {
        return layer.origin().line() == 0 ? -1 : layer.origin().line();
    }

    @Override
    public int getCharStart() {
        return -1;
    }

    @Override
    public int getCharEnd() {
        return -1;
    }

    @Override
    public IThread getThread() {
        return thread;
    }

    @Override
    public IRegisterGroup[] getRegisterGroups() {
        return new IRegisterGroup[0];
    }

    @Override
    public boolean hasRegisterGroups() {
        return false;
    }

    @Override
    public boolean canStepInto() {
        return thread.canStepInto();
    }

    @Override
    public boolean canStepOver() {
        return thread.canStepOver();
    }

    @Override
    public boolean canStepReturn() {
        return thread.canStepReturn();
    }

    @Override
    public boolean isStepping() {
        return thread.isStepping();
    }

    @Override
    public void stepInto() {
        thread.stepInto();
    }

    @Override
    public void stepOver() {
        thread.stepOver();
    }

    @Override
    public void stepReturn() {
        thread.stepReturn();
    }

    @Override
    public boolean canResume() {
        return thread.canResume();
    }

    @Override
    public boolean canSuspend() {
        return thread.canSuspend();
    }

    /**
     * True for the layers of the event in hand alone. The Debug view stays on what is suspended: so it leaves the frames
     * of past events and of other routers for the new event.
     */
    @Override
    public boolean isSuspended() {
        return thread.isSuspended() && thread.hasEvent() && thread.isCurrent(this);
    }

    @Override
    public void resume() {
        thread.resume();
    }

    @Override
    public void suspend() {
        thread.suspend();
    }

    @Override
    public boolean canTerminate() {
        return thread.canTerminate();
    }

    @Override
    public boolean isTerminated() {
        return thread.isTerminated();
    }

    @Override
    public void terminate() {
        thread.terminate();
    }
}
