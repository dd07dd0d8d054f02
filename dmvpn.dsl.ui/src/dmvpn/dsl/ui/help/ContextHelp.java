package dmvpn.dsl.ui.help;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IContext3;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.statushandlers.StatusManager;

/** Shows the page of the documentation that tells about a place of the workbench: in a dialogue at its side, else in the view. */
final class ContextHelp {

    private ContextHelp() {
    }

    static void show(String contextId) {
        show(HelpSystem.getContext(contextId));
    }

    static void show(IContext context) {
        showPage(page(context).orElse(""));
    }

    static void showPage(String page) {
        Shell shell = Display.getCurrent().getActiveShell();
        if (shell != null && shell.getData() instanceof TrayDialog dialogue) {
            HelpTray.open(dialogue, page);
        } else {
            open(page);
        }
    }

    /** The page that the first command of the context opens. */
    private static Optional<String> page(IContext context) {
        Stream<String> commands = context instanceof IContext3 linked && linked.getRelatedCommands() != null
                ? Arrays.stream(linked.getRelatedCommands()).map(link -> link.getSerialization()) : Stream.empty();
        return commands.flatMap(command -> pageOf(command).stream()).findFirst();
    }

    private static Optional<String> pageOf(String serialized) {
        try {
            ParameterizedCommand command = PlatformUI.getWorkbench().getService(ICommandService.class).deserialize(serialized);
            return Optional.ofNullable((String) command.getParameterMap().get(ShowHelpHandler.PAGE));
        } catch (CommandException ofSomebodyElse) {
            return Optional.empty();
        }
    }

    /** Opens the view; an empty path leaves the page that it shows. */
    static void open(String path) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        try {
            if (window != null && window.getActivePage() != null) {
                HelpView.open(window.getActivePage(), path);
            }
        } catch (PartInitException failure) {
            StatusManager.getManager().handle(failure.getStatus(), StatusManager.SHOW);
        }
    }
}
