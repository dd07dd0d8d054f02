package dmvpn.dsl.ui.help;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** {@code DMVPN Help}: opens the documentation, on a page when the command names one; at the side of a dialogue that is open. */
public final class ShowHelpHandler extends AbstractHandler {

    /** Parameter of the command: the path of a page. */
    public static final String PAGE = "dmvpn.dsl.ui.help.show.page";

    @Override
    public Object execute(ExecutionEvent event) {
        String page = event.getParameter(PAGE);
        ContextHelp.showPage(page == null ? "" : page);
        return null;
    }
}
