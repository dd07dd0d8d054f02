package dmvpn.sim.ui.cursor;

import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;

/** Makes the time cursor of the workbench, once. */
public final class TimeCursorFactory extends AbstractServiceFactory {

    @Override
    public Object create(Class serviceInterface, IServiceLocator parentLocator, IServiceLocator locator) {
        Object ofWorkbench = parentLocator.getService(serviceInterface);
        return ofWorkbench != null ? ofWorkbench : new TimeCursor(PlatformUI.getWorkbench().getDisplay());
    }
}
