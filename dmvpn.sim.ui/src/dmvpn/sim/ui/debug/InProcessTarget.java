package dmvpn.sim.ui.debug;

import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.DebugElement;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IMemoryBlock;
import org.eclipse.debug.core.model.IProcess;

/** A debug target that lives in this process: it has none of its own, no memory to look at, and nobody can leave it alone. */
abstract class InProcessTarget extends DebugElement implements IDebugTarget {

    private final ILaunch launch;
    private final String name;

    InProcessTarget(ILaunch launch, String name) {
        super(null); // it is its own target
        this.launch = launch;
        this.name = name;
    }

    @Override
    public final IDebugTarget getDebugTarget() {
        return this;
    }

    @Override
    public final ILaunch getLaunch() {
        return launch;
    }

    @Override
    public final String getName() {
        return name;
    }

    @Override
    public final boolean supportsBreakpoint(IBreakpoint breakpoint) {
        return breakpoint instanceof SimulationBreakpoint;
    }

    @Override
    public final void fireEvent(DebugEvent event) {
        DebugEvents.fire(event);
    }

    @Override
    public final String getModelIdentifier() {
        return SimulationDebugTarget.MODEL_ID;
    }

    @Override
    public final IProcess getProcess() {
        return null;
    }

    @Override
    public final boolean canDisconnect() {
        return false;
    }

    @Override
    public final void disconnect() {
        // it ends when it is terminated
    }

    @Override
    public final boolean isDisconnected() {
        return false;
    }

    @Override
    public final boolean supportsStorageRetrieval() {
        return false;
    }

    @Override
    public final IMemoryBlock getMemoryBlock(long startAddress, long length) {
        return null;
    }
}
