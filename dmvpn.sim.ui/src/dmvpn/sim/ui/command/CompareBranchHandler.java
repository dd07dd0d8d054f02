package dmvpn.sim.ui.command;

import dmvpn.sim.ui.console.MessageLines;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import org.eclipse.core.commands.ExecutionEvent;

/** Shows in the Console in what a branch differs from the history that it left. */
public final class CompareBranchHandler extends SimulationHandler {

    @Override
    boolean isPossible(SimulationDebugTarget simulation) {
        return simulation.newestBranch().filter(SimulationDebugTarget::isSuspended).isPresent();
    }

    @Override
    void execute(SimulationDebugTarget simulation, ExecutionEvent event) {
        MessageLines console = new MessageLines("DMVPN Branches");
        simulation.newestBranch().ifPresent(branch -> branch.compareBranch(lines -> {
            lines.forEach(console::tell);
            console.show();
        }));
    }
}
