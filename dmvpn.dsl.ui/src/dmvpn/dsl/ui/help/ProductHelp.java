package dmvpn.dsl.ui.help;

import org.eclipse.help.IContext;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.help.AbstractHelpUI;
import org.eclipse.ui.statushandlers.StatusManager;

/** Help of the stand-alone IDE, which has no other help system: everything leads to the view. */
public final class ProductHelp extends AbstractHelpUI {

    @Override
    public void displayHelp() {
        open("");
    }

    @Override
    public void displayDynamicHelp() {
        open("");
    }

    @Override
    public void displaySearch() {
        open("");
    }

    @Override
    public void displayHelpResource(String href) {
        open(href.replaceFirst("^/?[\\w.]+/docs/", ""));
    }

    @Override
    public void displayContext(IContext context, int x, int y) {
        open("");
    }

    @Override
    public boolean isContextHelpDisplayed() {
        return false;
    }

    private static void open(String path) {
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
