package dmvpn.diagram.layout;

/**
 * A line of text that fits its room.
 *
 * @param text what is shown, shortened in the middle when it must be
 * @param fullText the whole text
 * @param x left edge
 * @param baseline baseline of the letters
 * @param fontSize size of the font
 * @param role what the text is
 */
public record PlacedText(String text, String fullText, double x, double baseline, double fontSize, TextRole role) {

    private static final double ASCENT = 0.93;
    private static final double HEIGHT = 1.17;
    /** Text shrinks this far before it is shortened. */
    private static final double SMALLEST_SHARE = 0.75;

    /** A text that starts at x and is at most so wide. */
    static PlacedText startingAt(String text, double x, double baseline, double fontSize, TextRole role, double room) {
        double wanted = TextMetrics.width(text, fontSize, isBold(role));
        double size = wanted <= room ? fontSize : Math.max(fontSize * room / wanted, fontSize * SMALLEST_SHARE);
        double rounded = Math.floor(size * 10) / 10;
        return new PlacedText(TextMetrics.fitted(text, rounded, isBold(role), room), text, x, baseline, rounded, role);
    }

    /** A text around a centre that is at most so wide. */
    static PlacedText centredAt(String text, double centreX, double baseline, double fontSize, TextRole role, double room) {
        PlacedText placed = startingAt(text, 0, baseline, fontSize, role, room);
        return new PlacedText(placed.text, text, centreX - placed.bounds().width() / 2, baseline, placed.fontSize, role);
    }

    /** The room that the letters take at most. */
    public Box bounds() {
        return new Box(x, baseline - ASCENT * fontSize, TextMetrics.width(text, fontSize, isBold(role)), HEIGHT * fontSize);
    }

    /** True when the whole text is shown. */
    public boolean isWhole() {
        return text.equals(fullText);
    }

    /** True for roles that are written in bold letters. */
    public boolean isBold() {
        return isBold(role);
    }

    private static boolean isBold(TextRole role) {
        return role == TextRole.TITLE || role == TextRole.NAME || role == TextRole.COUNT;
    }
}
