package dmvpn.diagram.layout;

/**
 * How wide text is, without a screen and on every machine the same. The widths are those of the widest font that the
 * pictures ask for, so that text is never wider than its room.
 */
final class TextMetrics {

    /** Advance widths of DejaVu Sans for the characters 32 to 126, in thousandths of the font size. */
    private static final int[] ASCII_WIDTHS = {
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
        636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
        1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
        603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838};
    private static final double OTHER_WIDTH = 1.05;
    private static final double BOLD_FACTOR = 1.12;
    private static final String ELLIPSIS = "\u2026";

    private TextMetrics() {
    }

    /** Width of a text in the unit of the font size. */
    static double width(String text, double fontSize, boolean bold) {
        double em = 0;
        for (int index = 0; index < text.length(); ) {
            int codePoint = text.codePointAt(index);
            em += widthOf(codePoint);
            index += Character.charCount(codePoint);
        }
        return em * fontSize * (bold ? BOLD_FACTOR : 1);
    }

    private static double widthOf(int codePoint) {
        if (codePoint >= 32 && codePoint - 32 < ASCII_WIDTHS.length) {
            return ASCII_WIDTHS[codePoint - 32] / 1000.0;
        }
        return codePoint == 0xb7 || codePoint == 0xd7 ? 0.84 : OTHER_WIDTH;
    }

    /** The text, or its two ends around an ellipsis when it is wider than its room. */
    static String fitted(String text, double fontSize, boolean bold, double room) {
        if (width(text, fontSize, bold) <= room) {
            return text;
        }
        int[] codePoints = text.codePoints().toArray();
        int fits = 0;
        int tooMany = codePoints.length;
        while (tooMany - fits > 1) {
            int kept = (fits + tooMany) / 2;
            if (width(endsOf(codePoints, kept), fontSize, bold) <= room) {
                fits = kept;
            } else {
                tooMany = kept;
            }
        }
        return endsOf(codePoints, fits);
    }

    private static String endsOf(int[] codePoints, int kept) {
        int head = (kept + 1) / 2;
        int tail = kept - head;
        return new String(codePoints, 0, head) + ELLIPSIS + new String(codePoints, codePoints.length - tail, tail);
    }
}
