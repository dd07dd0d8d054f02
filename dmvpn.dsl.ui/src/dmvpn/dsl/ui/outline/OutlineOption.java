package dmvpn.dsl.ui.outline;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** What a person chooses about the outline; kept with the workspace. */
enum OutlineOption {

    /** By name instead of the order of the text. */
    SORT("outline.sort", false),
    /** Without scenarios. */
    HIDE_SCENARIOS("outline.hideScenarios", false),
    /** Without the clauses of the elements. */
    HIDE_SETTINGS("outline.hideSettings", false),
    /** The outline follows the caret, and the editor what is selected in the outline. */
    LINK("outline.link", true);

    private static final String NODE = "dmvpn.dsl.ui";

    private final String key;
    private final boolean byDefault;

    OutlineOption(String key, boolean byDefault) {
        this.key = key;
        this.byDefault = byDefault;
    }

    /** True when a preference is this option. */
    boolean isKept(String preference) {
        return key.equals(preference);
    }

    /** Adds somebody who is told when a preference of the editor changes. */
    static void addListener(IPreferenceChangeListener listener) {
        InstanceScope.INSTANCE.getNode(NODE).addPreferenceChangeListener(listener);
    }

    /** Removes a listener. */
    static void removeListener(IPreferenceChangeListener listener) {
        InstanceScope.INSTANCE.getNode(NODE).removePreferenceChangeListener(listener);
    }

    boolean isOn() {
        return InstanceScope.INSTANCE.getNode(NODE).getBoolean(key, byDefault);
    }

    void set(boolean on) {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(NODE);
        preferences.putBoolean(key, on);
        try {
            preferences.flush();
        } catch (BackingStoreException unwritable) {
            return; // then it holds until the end of the session
        }
    }
}
