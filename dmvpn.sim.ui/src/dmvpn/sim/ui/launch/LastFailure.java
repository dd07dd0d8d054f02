package dmvpn.sim.ui.launch;

import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.osgi.service.prefs.BackingStoreException;

/** The launch configuration whose run did not meet its expectations last, kept with the workspace. */
final class LastFailure {

    private static final String KEY = "lastFailure";

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("dmvpn.sim.ui");
    }

    /** A run has come to its end; one that passes is no failure any more. */
    void note(ILaunchConfiguration configuration, boolean passed) {
        if (configuration == null) {
            return;
        }
        try {
            String memento = configuration.getMemento();
            if (!passed) {
                preferences().put(KEY, memento);
            } else if (memento.equals(preferences().get(KEY, ""))) {
                preferences().remove(KEY);
            }
            preferences().flush();
        } catch (CoreException | BackingStoreException notKept) {
            ILog.of(LastFailure.class).warn("The failed run is not remembered", notKept);
        }
    }

    /** The configuration, unless none failed or it was deleted. */
    Optional<ILaunchConfiguration> configuration() {
        String memento = preferences().get(KEY, "");
        if (memento.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(DebugPlugin.getDefault().getLaunchManager().getLaunchConfiguration(memento))
                    .filter(ILaunchConfiguration::exists);
        } catch (CoreException unreadable) {
            return Optional.empty();
        }
    }
}
