package dmvpn.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** The version of the product: that of its bundles. */
public final class ProductVersion {

    private ProductVersion() {
    }

    /** Such as {@code 0.1.0}; {@code unknown} when the classes are in no jar of the build. */
    public static String text() {
        String path = ProductVersion.class.getName().replace('.', '/') + ".class";
        String resource = String.valueOf(ProductVersion.class.getClassLoader().getResource(path));
        String manifest = resource.substring(0, resource.length() - path.length()) + "META-INF/MANIFEST.MF";
        try (InputStream in = URI.create(manifest).toURL().openStream()) {
            String version = new Manifest(in).getMainAttributes().getValue(new Attributes.Name("Bundle-Version"));
            return version == null ? "unknown" : version;
        } catch (IOException unreadable) {
            return "unknown";
        }
    }
}
