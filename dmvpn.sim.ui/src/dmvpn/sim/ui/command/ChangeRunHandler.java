package dmvpn.sim.ui.command;

import dmvpn.sim.ui.debug.SimulationDebugTarget;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;

/** Changes the run where it stands, in a branch of its own: by the action of its parameter, else by one that it asks for. */
public final class ChangeRunHandler extends SimulationHandler {

    /** The action. */
    public static final String ACTION = "dmvpn.sim.ui.changeRun.action";

    @Override
    boolean isPossible(SimulationDebugTarget simulation) {
        return simulation.canResume();
    }

    @Override
    void execute(SimulationDebugTarget simulation, ExecutionEvent event) throws ExecutionException {
        String action = event.getParameter(ACTION);
        if (action == null) {
            InputDialog question = new InputDialog(HandlerUtil.getActiveShellChecked(event), "Change the Run",
                    "What a scenario can do, such as\n   fail HQ\n   set loss 5% on Internet\n   change Branch[1] in Corp { holdtime 30s }\n"
                            + "It is done behind the instant of the event in hand, in a branch of its own.", "",
                    text -> text.isBlank() ? "" : null);
            if (question.open() != Window.OK) {
                return;
            }
            action = question.getValue();
        }
        simulation.change(action);
    }
}
