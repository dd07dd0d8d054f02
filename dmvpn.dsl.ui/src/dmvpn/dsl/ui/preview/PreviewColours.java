package dmvpn.dsl.ui.preview;

import dmvpn.app.preview.LineDifference.Kind;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.PlatformUI;

/** Colours of the preview, taken from the theme so that light and dark both read well. */
final class PreviewColours {

    /** Prefix of the theme's colours. */
    static final String PREFIX = "dmvpn.dsl.ui.colour.preview.";

    private PreviewColours() {
    }

    /** Behind lines that the place at the caret made. */
    static Color linked() {
        return colour("linked");
    }

    /** Behind lines that differ from the last export; null for a line that is there as it was. */
    static Color of(Kind kind) {
        return switch (kind) {
            case ADDED -> colour("added");
            case CHANGED -> colour("changed");
            case REMOVED -> null;
        };
    }

    /** At the margin, where lines are missing. */
    static Color removed() {
        return colour("removed");
    }

    private static Color colour(String name) {
        return PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry().get(PREFIX + name);
    }
}
