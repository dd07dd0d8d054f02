package dmvpn.sim.ui.command;

import dmvpn.sim.ui.cursor.TimeCursor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;

/** Moves the time cursor to the event with the number of its parameter, else with one that it asks for. */
public final class GoToEventHandler extends AbstractHandler {

    /** The number, from 0. */
    public static final String NUMBER = "dmvpn.sim.ui.goToEvent.number";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        TimeCursor cursor = TimeCursor.ofWorkbench();
        int last = cursor.place().simulation().map(simulation -> simulation.shownEvents() - 1).orElse(-1);
        String number = event.getParameter(NUMBER);
        if (number == null) {
            InputDialog question = new InputDialog(HandlerUtil.getActiveShellChecked(event), "Go to Event",
                    "Number of an event, from 0 to " + Math.max(last, 0) + ", keep-alives included.", Integer.toString(Math.max(cursor.place().event(), 0)),
                    text -> problem(text, last));
            if (question.open() != Window.OK) {
                return null;
            }
            number = question.getValue();
        }
        String problem = problem(number, last);
        if (problem != null) {
            throw new ExecutionException(problem);
        }
        cursor.moveTo(Integer.parseInt(number.strip()));
        return null;
    }

    private static String problem(String text, int last) {
        try {
            int number = Integer.parseInt(text.strip());
            return number >= 0 && number <= last ? null : last < 0 ? "There is no event yet" : "There are the events 0 to " + last;
        } catch (NumberFormatException none) {
            return "'" + text + "' is no number";
        }
    }
}
