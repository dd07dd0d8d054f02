package dmvpn.dsl.ui.help;

import dmvpn.app.help.HelpLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The documentation that is shipped in this bundle. */
final class HelpPages {

    private static final String FOLDER = "docs/";
    /** Pages whose links run commands of the workbench. */
    private static final String GUIDE = "guide/";

    private HelpPages() {
    }

    static HelpLibrary library() {
        Bundle bundle = FrameworkUtil.getBundle(HelpPages.class);
        return new HelpLibrary(name -> read(bundle.getEntry(FOLDER + name)).or(() -> read(bundle.getEntry(GUIDE + name))));
    }

    private static Optional<String> read(URL entry) {
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream stream = entry.openStream()) {
            return Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
