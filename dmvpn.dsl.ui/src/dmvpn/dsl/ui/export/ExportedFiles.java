package dmvpn.dsl.ui.export;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** Remembers in the workspace to which folder the configurations of a model were exported last, for each format. */
public final class ExportedFiles {

    private static final String NODE = "dmvpn.dsl.ui/exports";

    private ExportedFiles() {
    }

    /** The configurations of a model were written to a folder. */
    public static void remember(IFile model, String format, Path folder) {
        IEclipsePreferences node = node();
        node.put(key(model, format), System.currentTimeMillis() + " " + folder.toAbsolutePath());
        try {
            node.flush();
        } catch (BackingStoreException unwritable) {
            return; // it is remembered until the workbench ends
        }
    }

    /** The folder of the last export in a format; empty when there was none. */
    public static Optional<Path> folder(IFile model, String format) {
        return Optional.ofNullable(node().get(key(model, format), null))
                .map(value -> Path.of(value.substring(value.indexOf(' ') + 1)));
    }

    /** Adds somebody who is told of each export, on the thread of the export. */
    public static void addListener(IPreferenceChangeListener listener) {
        node().addPreferenceChangeListener(listener);
    }

    /** Removes a listener. */
    public static void removeListener(IPreferenceChangeListener listener) {
        node().removePreferenceChangeListener(listener);
    }

    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }

    private static String key(IFile model, String format) {
        return format + ":" + model.getFullPath();
    }
}
