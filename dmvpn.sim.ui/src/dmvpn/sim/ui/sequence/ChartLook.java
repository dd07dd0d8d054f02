package dmvpn.sim.ui.sequence;

import dmvpn.app.sequence.SequenceColours;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** Colours of a chart: those of the theme, and for protocols some that are read on its background. */
final class ChartLook {

    private static final double MIDDLE = 128;

    private final Color background;
    private final Color foreground;
    private final Color line;
    private final Color band;
    private final SequenceColours protocols;
    private final boolean highContrast;
    private final Map<String, Color> colours = new HashMap<>();

    private ChartLook(Color background, Color foreground, boolean highContrast) {
        this.background = background;
        this.foreground = foreground;
        this.highContrast = highContrast;
        this.line = mixed(0.35);
        this.band = mixed(0.12);
        this.protocols = brightness(background) > MIDDLE ? SequenceColours.LIGHT : SequenceColours.DARK;
    }

    /** As a control of the theme has them. */
    static ChartLook of(Control control) {
        return new ChartLook(control.getBackground(), control.getForeground(), control.getDisplay().getHighContrast());
    }

    /** True while a control has the same colours. */
    boolean isOf(Control control) {
        return background.equals(control.getBackground()) && foreground.equals(control.getForeground())
                && highContrast == control.getDisplay().getHighContrast();
    }

    /** For paper. */
    static ChartLook ofPaper(Display display) {
        return new ChartLook(display.getSystemColor(SWT.COLOR_WHITE), display.getSystemColor(SWT.COLOR_BLACK), false);
    }

    private static double brightness(Color colour) {
        return 0.3 * colour.getRed() + 0.59 * colour.getGreen() + 0.11 * colour.getBlue();
    }

    private Color mixed(double part) {
        return new Color(mixed(background.getRed(), foreground.getRed(), part), mixed(background.getGreen(), foreground.getGreen(), part),
                mixed(background.getBlue(), foreground.getBlue(), part));
    }

    private static int mixed(int one, int other, double part) {
        return (int) Math.round(one + (other - one) * part);
    }

    Color background() {
        return background;
    }

    Color foreground() {
        return foreground;
    }

    /** Of lifelines and borders. */
    Color line() {
        return highContrast ? foreground : line;
    }

    /** Behind the event under the cursor. */
    Color band() {
        return band;
    }

    /** Of a protocol; the text's where people need the contrast. */
    Color of(String protocol, List<String> all) {
        return highContrast ? foreground : colours.computeIfAbsent(protocols.of(protocol, all), ChartLook::colour);
    }

    private static Color colour(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return new Color(new RGB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff));
    }
}
