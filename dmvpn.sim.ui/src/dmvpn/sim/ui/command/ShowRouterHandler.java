package dmvpn.sim.ui.command;

import dmvpn.app.debug.RouterState;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows a router in the Debug view that is not among those that it shows of a large network: that of its parameter, else one that it asks for. */
public final class ShowRouterHandler extends SimulationHandler {

    /** Host name of the router. */
    public static final String ROUTER = "dmvpn.sim.ui.showRouter.router";

    @Override
    boolean isPossible(SimulationDebugTarget simulation) {
        return simulation.showsSomeRouters();
    }

    @Override
    void execute(SimulationDebugTarget simulation, ExecutionEvent event) throws ExecutionException {
        String router = event.getParameter(ROUTER);
        if (router == null) {
            ElementListSelectionDialog question = new ElementListSelectionDialog(HandlerUtil.getActiveShellChecked(event), new LabelProvider());
            question.setTitle("Show Router");
            question.setMessage("Name of the router; * is any text:");
            question.setElements(simulation.session().routers().stream().map(RouterState::name).toArray());
            if (question.open() != Window.OK) {
                return;
            }
            router = question.getFirstResult().toString();
        }
        simulation.showRouter(router);
    }
}
