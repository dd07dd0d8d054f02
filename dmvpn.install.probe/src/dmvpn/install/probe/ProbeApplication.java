package dmvpn.install.probe;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.WorkbenchAdvisor;

/**
 * Starts a workbench, opens a model in it, prints what it found as {@code probe.key=value} lines on standard output,
 * and ends. It knows nothing of what is to be installed, so that it runs in a platform before and after.
 */
public final class ProbeApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        Display display = PlatformUI.createDisplay();
        try {
            PlatformUI.createAndRunWorkbench(display, new ProbingAdvisor());
            return EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    @Override
    public void stop() {
        // The probe ends by itself.
    }

    private static final class ProbingAdvisor extends WorkbenchAdvisor {

        @Override
        public String getInitialWindowPerspectiveId() {
            return "org.eclipse.ui.resourcePerspective";
        }

        @Override
        public void postStartup() {
            Display.getCurrent().asyncExec(() -> {
                new Findings().print();
                PlatformUI.getWorkbench().close();
            });
        }
    }
}
