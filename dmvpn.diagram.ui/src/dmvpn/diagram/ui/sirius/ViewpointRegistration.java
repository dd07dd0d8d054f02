package dmvpn.diagram.ui.sirius;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;

/**
 * Tells Sirius about the viewpoint when Sirius asks for contributions, which it does by making an object of this class. No
 * bundle of this product needs Sirius, to be built or to run, so its registry is called by name.
 */
public final class ViewpointRegistration {

    /** The viewpoint: a file of the bundle that has its Java services. */
    public static final String VIEWPOINT = "dmvpn.diagram/description/dmvpn.odesign";

    private static final String SIRIUS = "org.eclipse.sirius";
    private static final String REGISTRY = "org.eclipse.sirius.business.api.componentization.ViewpointRegistry";

    /** Registers the viewpoint. */
    public ViewpointRegistration() {
        Bundle sirius = Platform.getBundle(SIRIUS);
        if (sirius != null) {
            register(sirius);
        }
    }

    private static void register(Bundle sirius) {
        try {
            Class<?> registry = sirius.loadClass(REGISTRY);
            Object instance = registry.getMethod("getInstance").invoke(null);
            registry.getMethod("registerFromPlugin", String.class).invoke(instance, VIEWPOINT);
        } catch (ReflectiveOperationException unlike) {
            ILog.of(ViewpointRegistration.class).error(
                    "This Sirius cannot be told about the DMVPN viewpoint; it is made for Sirius 7", unlike);
        }
    }
}
