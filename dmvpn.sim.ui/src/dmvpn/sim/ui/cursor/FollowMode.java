package dmvpn.sim.ui.cursor;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** Whether the time cursor follows runs in progress: a preference of the workspace, true until somebody does not want it. */
final class FollowMode {

    private static final String BUNDLE = "dmvpn.sim.ui";
    private static final String FOLLOW = "followRuns";

    private FollowMode() {
    }

    static boolean isWanted() {
        return preferences().getBoolean(FOLLOW, true);
    }

    static void want(boolean wanted) {
        IEclipsePreferences preferences = preferences();
        preferences.putBoolean(FOLLOW, wanted);
        try {
            preferences.flush();
        } catch (BackingStoreException notSaved) {
            ILog.of(FollowMode.class).warn("The choice to follow runs holds until the IDE is closed", notSaved);
        }
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(BUNDLE);
    }
}
