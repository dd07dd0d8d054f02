package dmvpn.sim.ui.timeline;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** Whether simulations show keep-alives: a preference of the workspace. */
public final class KeepAlives {

    private static final String BUNDLE = "dmvpn.sim.ui";
    private static final String SHOWN = "showKeepAlives";

    private KeepAlives() {
    }

    /** True when timelines have rows for keep-alives and steps stop at them; false until somebody wants it. */
    public static boolean areShown() {
        return preferences().getBoolean(SHOWN, false);
    }

    /** Shows them from now on, or does so no more. */
    public static void show(boolean shown) {
        IEclipsePreferences preferences = preferences();
        preferences.putBoolean(SHOWN, shown);
        try {
            preferences.flush();
        } catch (BackingStoreException notSaved) {
            ILog.of(KeepAlives.class).warn("The choice to show keep-alives holds until the IDE is closed", notSaved);
        }
    }

    /** Is told when somebody wants it, or no more; from any thread. */
    public static void addListener(IPreferenceChangeListener listener) {
        preferences().addPreferenceChangeListener(listener);
    }

    /** Is told no more. */
    public static void removeListener(IPreferenceChangeListener listener) {
        preferences().removePreferenceChangeListener(listener);
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(BUNDLE);
    }
}
