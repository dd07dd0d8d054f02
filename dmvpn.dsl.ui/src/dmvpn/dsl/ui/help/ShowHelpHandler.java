package dmvpn.dsl.ui.help;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** {@code DMVPN Help}: opens the documentation, on a page when the command names one. */
public final class ShowHelpHandler extends AbstractHandler {

    /** Parameter of the command: the path of a page. */
    public static final String PAGE = "dmvpn.dsl.ui.help.show.page";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            String page = event.getParameter(PAGE);
            HelpView.open(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage(), page == null ? "" : page);
        } catch (PartInitException failure) {
            throw new ExecutionException("The view cannot be shown", failure);
        }
        return null;
    }
}
