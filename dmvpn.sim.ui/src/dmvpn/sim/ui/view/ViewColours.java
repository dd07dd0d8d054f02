package dmvpn.sim.ui.view;

import dmvpn.app.debug.table.Change;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.PlatformUI;

/** Colours of the views, taken from the theme so that light and dark both read well. */
public final class ViewColours {

    /** Prefix of the theme's colours. */
    public static final String PREFIX = "dmvpn.sim.ui.colour.";

    private ViewColours() {
    }

    /** Behind what became so; null for what is as it was. */
    public static Color of(Change change) {
        return switch (change) {
            case NONE -> null;
            case ADDED -> of("added");
            case CHANGED -> of("changed");
            case REMOVED -> of("removed");
        };
    }

    /** The colour of that name. */
    public static Color of(String name) {
        return PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry().get(PREFIX + name);
    }
}
