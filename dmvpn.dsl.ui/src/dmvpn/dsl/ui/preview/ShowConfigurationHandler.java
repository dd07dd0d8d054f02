package dmvpn.dsl.ui.preview;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** {@code Show Router Configuration}: opens the view beside the editor, which keeps the focus. */
public final class ShowConfigurationHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
            boolean fromEditor = page.getActivePart() != null && page.getActivePart() == page.getActiveEditor();
            page.showView(ConfigurationView.ID, null, fromEditor ? IWorkbenchPage.VIEW_VISIBLE : IWorkbenchPage.VIEW_ACTIVATE);
        } catch (PartInitException failure) {
            throw new ExecutionException("The view cannot be shown", failure);
        }
        return null;
    }
}
