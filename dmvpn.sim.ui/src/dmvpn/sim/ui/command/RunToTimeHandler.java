package dmvpn.sim.ui.command;

import dmvpn.app.RequestException;
import dmvpn.app.time.Durations;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;

/** Runs to an instant, back or forth: that of its parameter, else one that it asks for. */
public final class RunToTimeHandler extends SimulationHandler {

    /** The instant, such as {@code 12.5s}. */
    public static final String TIME = "dmvpn.sim.ui.runToTime.time";

    @Override
    boolean isPossible(SimulationDebugTarget simulation) {
        return simulation.isSuspended();
    }

    @Override
    void execute(SimulationDebugTarget simulation, ExecutionEvent event) throws ExecutionException {
        String time = event.getParameter(TIME);
        if (time == null) {
            InputDialog question = new InputDialog(HandlerUtil.getActiveShellChecked(event), "Run to Time",
                    "Instant since the start of the run, such as 90s or 1500ms; an earlier one is gone back to.", "", RunToTimeHandler::problem);
            if (question.open() != Window.OK) {
                return;
            }
            time = question.getValue();
        }
        try {
            simulation.runTo(Durations.parse(time.strip()));
        } catch (RequestException none) {
            throw new ExecutionException(none.getMessage());
        }
    }

    private static String problem(String text) {
        try {
            Durations.parse(text.strip());
            return null;
        } catch (RequestException none) {
            return text.isBlank() ? "" : none.getMessage();
        }
    }
}
