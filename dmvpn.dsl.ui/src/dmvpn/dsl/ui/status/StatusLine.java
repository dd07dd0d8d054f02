package dmvpn.dsl.ui.status;

import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Says that something went well: at the foot of the window, where it is in nobody's way. */
public final class StatusLine {

    private StatusLine() {
    }

    /** Shows a message of the part that is active; may be called on any thread. */
    public static void show(String message) {
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
            IWorkbenchPart part = window == null || window.getActivePage() == null
                    ? null : window.getActivePage().getActivePart();
            IStatusLineManager line = switch (part) {
                case IEditorPart editor -> editor.getEditorSite().getActionBars().getStatusLineManager();
                case IViewPart view -> view.getViewSite().getActionBars().getStatusLineManager();
                case null, default -> null;
            };
            if (line != null) {
                line.setMessage(message);
            }
        });
    }
}
