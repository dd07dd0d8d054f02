package dmvpn.dsl.ui.images;

import java.net.URL;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;
import org.osgi.framework.FrameworkUtil;

/** Icons of this bundle that live as long as the workbench, for what comes and goes often and owns no control. */
public final class BundleImages {

    private BundleImages() {
    }

    /** An icon by the name of its file, without its ending. On the UI thread only. */
    public static Image of(String name) {
        ImageRegistry images = JFaceResources.getImageRegistry();
        String key = BundleImages.class.getName() + '/' + name;
        if (images.getDescriptor(key) == null) {
            URL file = FrameworkUtil.getBundle(BundleImages.class).getEntry("icons/" + name + ".svg");
            images.put(key, ImageDescriptor.createFromURL(file));
        }
        return images.get(key);
    }
}
