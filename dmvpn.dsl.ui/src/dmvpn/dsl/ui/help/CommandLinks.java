package dmvpn.dsl.ui.help;

import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.statushandlers.StatusManager;

/** Links of a page that run a command of the workbench: {@code command:} and the command as the platform writes it. */
final class CommandLinks {

    private static final String SCHEME = "command:";

    private CommandLinks() {
    }

    static boolean isOne(String link) {
        return link.startsWith(SCHEME);
    }

    /** Runs the command on the editor that is in front, as a person would who goes there first. */
    static void run(String link, IWorkbenchPage page) {
        if (page.getActiveEditor() != null) {
            page.activate(page.getActiveEditor());
        }
        var window = page.getWorkbenchWindow();
        try {
            ParameterizedCommand command = window.getService(ICommandService.class).deserialize(link.substring(SCHEME.length()));
            window.getService(IHandlerService.class).executeCommand(command, null);
        } catch (NotHandledException | NotEnabledException notNow) {
            tell("This is not possible now: open a model, so that its editor is in front, and try again");
        } catch (CommandException failure) {
            tell("The command of this link cannot be run: " + failure.getMessage());
        }
    }

    private static void tell(String message) {
        StatusManager.getManager().handle(new Status(IStatus.INFO, CommandLinks.class, message), StatusManager.SHOW);
    }
}
