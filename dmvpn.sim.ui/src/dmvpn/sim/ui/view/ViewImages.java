package dmvpn.sim.ui.view;

import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** Images in views; the registry of the workbench has them, so that each is there once. */
public final class ViewImages {

    private static final String BUNDLE = "dmvpn.sim.ui";

    private ViewImages() {
    }

    /** @param icon name of a file in the folder of icons */
    public static Image of(String icon) {
        ImageRegistry registry = JFaceResources.getImageRegistry();
        String key = BUNDLE + "/" + icon;
        if (registry.getDescriptor(key) == null) {
            ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + icon).ifPresent(image -> registry.put(key, image));
        }
        return registry.get(key);
    }
}
