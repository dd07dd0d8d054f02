package dmvpn.app.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where everything of a sequence chart stands, without a canvas: the one reading that the picture in a file and the view share.
 * What a part of the chart shows is found without looking at the rest, so that it takes as long in a short run as in a long one.
 *
 * <p>One thread at a time reads on; any may ask meanwhile.
 */
public final class SequenceLayout {

    /** Room for the instants on the left. */
    public static final int TIME_WIDTH = 90;

    /** From one lifeline to the next. */
    public static final int LIFELINE_WIDTH = 220;

    /** Length of the arrow of a message that nobody received. */
    public static final int STUB = 46;

    /** More is not told apart in one picture of a screen. */
    static final int MOST_FIGURES = 5_000;

    /** How far above a part messages are looked for that end in it or below it. */
    private static final int MOST_ROWS_ABOVE = 16_384;

    private final SequenceRows rows;
    private final Lifelines lifelines;
    private final TimeAxis axis;
    private final long nanosPerLine;
    private volatile long[] tops = new long[256];
    private volatile int placed;

    /**
     * Nothing is placed yet.
     *
     * @param nanosPerLine time that a line stands for on an axis of times, more than 0
     */
    public SequenceLayout(SequenceRows rows, Lifelines lifelines, TimeAxis axis, long nanosPerLine) {
        this.rows = rows;
        this.lifelines = lifelines;
        this.axis = axis;
        this.nanosPerLine = nanosPerLine;
    }

    /** The same with other lifelines; what is placed stays placed. */
    public SequenceLayout with(Lifelines others) {
        SequenceLayout layout = new SequenceLayout(rows, others, axis, nanosPerLine);
        layout.tops = tops;
        layout.placed = placed;
        return layout;
    }

    /** Places the rows that have come since. */
    public SequenceLayout readOn() {
        int end = rows.count();
        if (axis != TimeAxis.EVENTS) {
            long[] all = end > tops.length ? Arrays.copyOf(tops, Math.max(end, 2 * tops.length)) : tops;
            for (int row = placed; row < end; row++) {
                long gap = row == 0 ? 0 : rows.timeNanos(row) - rows.timeNanos(row - 1);
                all[row] = (row == 0 ? 0 : all[row - 1]) + axis.distance(gap, nanosPerLine);
            }
            tops = all;
        }
        placed = end;
        return this;
    }

    /** The rows that are placed, or will be. */
    public SequenceRows rows() {
        return rows;
    }

    /** The lifelines. */
    public Lifelines lifelines() {
        return lifelines;
    }

    /** The axis. */
    public TimeAxis axis() {
        return axis;
    }

    /** Number of rows that are placed. */
    public int count() {
        return placed;
    }

    /** How far down a row stands. */
    public long y(int row) {
        return axis == TimeAxis.EVENTS ? (row + 1L) * TimeAxis.LINE : tops[row];
    }

    /** How far right a lifeline stands. */
    public int x(int lifeline) {
        return TIME_WIDTH + lifeline * LIFELINE_WIDTH + LIFELINE_WIDTH / 2;
    }

    /** How far down the last row stands, and some room. */
    public long height() {
        int end = placed;
        return (end == 0 ? 0 : y(end - 1)) + 2L * TimeAxis.LINE;
    }

    /** Width of all lifelines. */
    public int width() {
        return TIME_WIDTH + Math.max(1, lifelines.all().size()) * LIFELINE_WIDTH;
    }

    /** The row that stands nearest to a place, or {@link SequenceRows#NONE} when there is none. */
    public int rowAt(long y) {
        int end = placed;
        if (end == 0) {
            return SequenceRows.NONE;
        }
        int below = Math.min(firstRowFrom(y), end - 1);
        return below > 0 && y - y(below - 1) < y(below) - y ? below - 1 : below;
    }

    /** The first row at or below a place; the number of rows when there is none. */
    private int firstRowFrom(long y) {
        int end = placed;
        if (axis == TimeAxis.EVENTS) {
            return (int) Math.max(0, Math.min(end, (y + TimeAxis.LINE - 1) / TimeAxis.LINE - 1));
        }
        int place = Arrays.binarySearch(tops, 0, end, y);
        return place >= 0 ? place : -place - 1;
    }

    /**
     * What is seen of the part between two places, in the order of the rows: also messages that begin above it, and those that end
     * below it.
     */
    public List<SequenceFigure> figures(long top, long bottom) {
        int first = firstRowFrom(top);
        int end = Math.min(firstRowFrom(bottom + 1), placed);
        List<SequenceFigure> figures = new ArrayList<>();
        for (int row = Math.max(0, first - MOST_ROWS_ABOVE); row < first && figures.size() < MOST_FIGURES; row++) {
            if (rows.lastReceiver(row) >= first) {
                addArrows(row, first, figures);
            }
        }
        for (int row = first; row < end && figures.size() < MOST_FIGURES; row++) {
            addFigures(row, figures);
        }
        return figures;
    }

    /** Number of all messages, one for each who received it, and other happenings. */
    public int figureCount() {
        int figures = 0;
        for (int row = 0; row < placed; row++) {
            figures += figuresOf(row).size();
        }
        return figures;
    }

    /** What begins in a row; nothing in one with what was received of a message that is in the chart. */
    List<SequenceFigure> figuresOf(int row) {
        List<SequenceFigure> figures = new ArrayList<>();
        addFigures(row, figures);
        return figures;
    }

    private void addFigures(int row, List<SequenceFigure> figures) {
        int x = x(lifelines.of(rows.node(row)));
        if (rows.nextReceiver(row) != SequenceRows.NONE && rows.sender(row) == SequenceRows.NONE) {
            addArrows(row, row, figures);
        } else if (rows.isSent(row)) {
            figures.add(new SequenceFigure.Stub(row, x, y(row), rows.protocol(row), text(row)));
        } else if (rows.sender(row) == SequenceRows.NONE) {
            figures.add(new SequenceFigure.Mark(row, row, x, y(row), rows.protocol(row), whole(row)));
        }
    }

    /** @param from receptions in rows before are left out */
    private void addArrows(int row, int from, List<SequenceFigure> figures) {
        int x = x(lifelines.of(rows.node(row)));
        for (int to = rows.nextReceiver(row); to != SequenceRows.NONE && to < placed && figures.size() < MOST_FIGURES; to = rows.nextReceiver(to)) {
            if (to >= from) {
                int endX = x(lifelines.of(rows.node(to)));
                figures.add(x == endX ? new SequenceFigure.Mark(row, to, x, y(row), rows.protocol(row), text(row))
                        : new SequenceFigure.Arrow(row, to, x, y(row), endX, y(to), rows.protocol(row), text(row)));
            }
        }
    }

    private String text(int row) {
        return rows.protocol(row) + " " + rows.label(row);
    }

    /** Also of something that was received, though nobody in the chart sent it. */
    private String whole(int row) {
        return rows.protocol(row) + " " + rows.message(row);
    }
}
