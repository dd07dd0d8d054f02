package dmvpn.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The version of the product: that of its bundles. */
public final class ProductVersion {

    private ProductVersion() {
    }

    /** Such as {@code 0.1.0}, without what tells builds apart; {@code unknown} when the classes are in no jar of the build. */
    public static String text() {
        String path = ProductVersion.class.getName().replace('.', '/') + ".class";
        String resource = String.valueOf(ProductVersion.class.getClassLoader().getResource(path));
        String manifest = resource.substring(0, resource.length() - path.length()) + "META-INF/MANIFEST.MF";
        try (InputStream in = URI.create(manifest).toURL().openStream()) {
            String version = new Manifest(in).getMainAttributes().getValue(new Attributes.Name("Bundle-Version"));
            return version == null ? "unknown" : release(version);
        } catch (IOException unreadable) {
            return "unknown";
        }
    }

    /** The numbers of a bundle's version: a fourth part tells builds apart. */
    private static String release(String version) {
        return Stream.of(version.split("\\.")).limit(3).collect(Collectors.joining("."));
    }
}
