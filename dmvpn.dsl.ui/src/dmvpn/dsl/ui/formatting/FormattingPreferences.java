package dmvpn.dsl.ui.formatting;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** What people can choose about formatting. */
public final class FormattingPreferences extends AbstractPreferenceInitializer {

    /** Whether models are formatted when they are saved. */
    public static final String FORMAT_ON_SAVE = "formatOnSave";

    private static final String NODE = "dmvpn.dsl.ui";

    /** Created by the platform. */
    public FormattingPreferences() {
        // Nothing to prepare.
    }

    @Override
    public void initializeDefaultPreferences() {
        DefaultScope.INSTANCE.getNode(NODE).putBoolean(FORMAT_ON_SAVE, false);
    }

    /** Where the choices are kept. */
    static IPreferenceStore store() {
        return new ScopedPreferenceStore(InstanceScope.INSTANCE, NODE);
    }
}
