package dmvpn.sim.ui.command;

import dmvpn.app.RequestException;
import dmvpn.app.debug.breakpoint.BreakpointText;
import dmvpn.sim.ui.debug.EventBreakpoint;
import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;

/** Sets a breakpoint on an event, a change, an instant or expectations: that of its parameter, else one that it asks for. */
public final class AddBreakpointHandler extends AbstractHandler {

    /** The breakpoint as text. */
    public static final String TEXT = "dmvpn.sim.ui.addBreakpoint.text";

    private static final Path NO_MODEL = Path.of("model");

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        String text = event.getParameter(TEXT);
        if (text == null) {
            InputDialog question = new InputDialog(HandlerUtil.getActiveShellChecked(event), "Add DMVPN Breakpoint",
                    "One of:\n   " + String.join("\n   ", BreakpointText.FORMS)
                            + "\nand behind it: of ROUTER, hits N, tell \"TEXT\", when EXPRESSION", "event NHRP", AddBreakpointHandler::problem);
            if (question.open() != Window.OK) {
                return null;
            }
            text = question.getValue();
        }
        try {
            BreakpointText.parse(text, NO_MODEL);
            DebugPlugin.getDefault().getBreakpointManager()
                    .addBreakpoint(new EventBreakpoint(ResourcesPlugin.getWorkspace().getRoot(), text.strip()));
        } catch (RequestException | CoreException refused) {
            throw new ExecutionException(refused.getMessage());
        }
        return null;
    }

    private static String problem(String text) {
        try {
            BreakpointText.parse(text, NO_MODEL);
            return null;
        } catch (RequestException none) {
            return none.getMessage();
        }
    }
}
