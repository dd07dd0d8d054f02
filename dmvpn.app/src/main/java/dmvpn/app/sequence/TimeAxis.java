package dmvpn.app.sequence;

import java.util.Locale;

/** How far down in a chart an event stands. */
public enum TimeAxis {
    /** Distances are times. */
    LINEAR,
    /** As linear, but a long time without an event takes little room. */
    COMPRESSED,
    /** One line for each event. */
    EVENTS;

    /** Two events are at least so far apart, so that their texts can be read. */
    public static final int LINE = 18;
    private static final int MOST_LINES_OF_A_GAP = 3;

    /** The word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The distance between two events that follow each other.
     *
     * @param gapNanos time between them
     * @param nanosPerLine time that a line stands for
     */
    int distance(long gapNanos, long nanosPerLine) {
        double lines = (double) gapNanos / nanosPerLine;
        return switch (this) {
            case EVENTS -> LINE;
            case LINEAR -> (int) Math.min(Math.max(LINE, Math.round(lines * LINE)), Integer.MAX_VALUE / 4);
            case COMPRESSED -> (int) Math.max(LINE, Math.round(Math.min(lines, MOST_LINES_OF_A_GAP) * LINE));
        };
    }
}
