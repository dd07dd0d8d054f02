package dmvpn.sim.ui.launch;

import dmvpn.sim.ui.sequence.SequenceChartView;
import dmvpn.sim.ui.timeline.TimelineView;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;

/** The views in which people see what a simulation does. */
final class EventViews {

    private EventViews() {
    }

    /** Opens the timeline in the active window, without taking the focus; not when the sequence chart is seen there. */
    static void reveal() {
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
            if (window != null && window.getActivePage() != null) {
                reveal(window.getActivePage());
            }
        });
    }

    private static void reveal(IWorkbenchPage page) {
        IViewPart chart = page.findView(SequenceChartView.ID);
        if (chart != null && page.isPartVisible(chart)) {
            return;
        }
        try {
            page.showView(TimelineView.ID, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException failure) {
            StatusManager.getManager().handle(failure.getStatus(), StatusManager.LOG);
        }
    }
}
