package dmvpn.dsl.ui.start;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.URIUtil;
import org.osgi.framework.FrameworkUtil;

/** Folders of this bundle as folders of the disk. */
final class BundleFiles {

    private BundleFiles() {
    }

    static Path folder(String name) throws IOException {
        URL entry = FrameworkUtil.getBundle(BundleFiles.class).getEntry(name + "/");
        if (entry == null) {
            throw new FileNotFoundException("The folder " + name + " is missing in the bundle dmvpn.dsl.ui");
        }
        try {
            URI place = URIUtil.toURI(FileLocator.toFileURL(entry));
            return Path.of(place);
        } catch (URISyntaxException unusual) {
            throw new IOException("The place of the bundle dmvpn.dsl.ui cannot be read: " + unusual.getMessage(), unusual);
        }
    }
}
