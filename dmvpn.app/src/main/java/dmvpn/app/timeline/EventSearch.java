package dmvpn.app.timeline;

import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.TraceCursor;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/** Finds the next row of a timeline that meets criteria, round its end. */
public final class EventSearch {

    /** No such row. */
    public static final int NONE = EventRows.NONE;

    /** As many as are decoded together when one of them is wanted. */
    private static final int ROWS_OF_A_SLICE = 512;

    private final BinaryTrace trace;
    private final int rows;
    private final IntUnaryOperator eventOf;
    private final EventCriteria criteria;

    /**
     * @param rows number of rows
     * @param eventOf the event of a row; events ascend
     */
    public EventSearch(BinaryTrace trace, int rows, IntUnaryOperator eventOf, EventCriteria criteria) {
        this.trace = trace;
        this.rows = rows;
        this.eventOf = eventOf;
        this.criteria = criteria;
    }

    /**
     * The next row behind another one that meets the criteria; behind the last row it goes on with the first one.
     *
     * @param row the row to begin behind; -1 to begin with the first one
     * @param enough asked now and then: true to give up
     * @return the row, which may be the same, or {@link #NONE}
     */
    public int after(int row, BooleanSupplier enough) {
        int found = first(row + 1, rows, enough);
        return found != NONE ? found : first(0, Math.min(row + 1, rows), enough);
    }

    /**
     * The next row before another one that meets the criteria; before the first row it goes on with the last one.
     *
     * @param row the row to begin before; -1 to begin with the last one
     * @param enough asked now and then: true to give up
     * @return the row, which may be the same, or {@link #NONE}
     */
    public int before(int row, BooleanSupplier enough) {
        int found = last(0, Math.max(row, 0), enough);
        return found != NONE ? found : last(Math.max(row, 0), rows, enough);
    }

    private int first(int from, int end, BooleanSupplier enough) {
        for (int slice = from; slice < end && !enough.getAsBoolean(); slice += ROWS_OF_A_SLICE) {
            int found = find(slice, Math.min(end, slice + ROWS_OF_A_SLICE), true);
            if (found != NONE) {
                return found;
            }
        }
        return NONE;
    }

    private int last(int from, int end, BooleanSupplier enough) {
        for (int slice = end; slice > from && !enough.getAsBoolean(); slice -= ROWS_OF_A_SLICE) {
            int found = find(Math.max(from, slice - ROWS_OF_A_SLICE), slice, false);
            if (found != NONE) {
                return found;
            }
        }
        return NONE;
    }

    private int find(int from, int end, boolean first) {
        TraceCursor cursor = trace.cursor();
        Predicate<TraceCursor> matcher = criteria.matcher();
        int found = NONE;
        for (int row = from; row < end; row++) {
            cursor.seek(eventOf.applyAsInt(row));
            if (matcher.test(cursor)) {
                found = row;
                if (first) {
                    return found;
                }
            }
        }
        return found;
    }
}
