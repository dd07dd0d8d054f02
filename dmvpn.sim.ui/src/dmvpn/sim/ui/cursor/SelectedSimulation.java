package dmvpn.sim.ui.cursor;

import dmvpn.sim.ui.debug.CurrentSimulation;
import dmvpn.sim.ui.debug.RunningSimulation;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IDebugElement;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.contexts.DebugContextEvent;
import org.eclipse.debug.ui.contexts.IDebugContextListener;
import org.eclipse.jface.viewers.IStructuredSelection;

/** The simulation that people select in the Debug view. */
final class SelectedSimulation implements IDebugContextListener {

    private final Consumer<RunningSimulation> taker;

    SelectedSimulation(Consumer<RunningSimulation> taker) {
        this.taker = taker;
    }

    void open() {
        DebugUITools.getDebugContextManager().addDebugContextListener(this);
    }

    void close() {
        DebugUITools.getDebugContextManager().removeDebugContextListener(this);
    }

    @Override
    public void debugContextChanged(DebugContextEvent event) {
        boolean isOther = (event.getFlags() & DebugContextEvent.ACTIVATED) != 0;
        if (isOther && event.getContext() instanceof IStructuredSelection selection) {
            of(selection.getFirstElement()).ifPresent(taker);
        }
    }

    /** The simulation that an element of the debug model belongs to. */
    static Optional<RunningSimulation> of(Object element) {
        return switch (element) {
            case RunningSimulation simulation -> Optional.of(simulation);
            case IDebugElement part when part.getDebugTarget() instanceof RunningSimulation simulation -> Optional.of(simulation);
            case ILaunch launch -> CurrentSimulation.lastOf(launch).map(RunningSimulation.class::cast)
                    .or(() -> Arrays.stream(launch.getProcesses()).filter(RunningSimulation.class::isInstance)
                            .map(RunningSimulation.class::cast).findFirst());
            case null, default -> Optional.empty();
        };
    }
}
