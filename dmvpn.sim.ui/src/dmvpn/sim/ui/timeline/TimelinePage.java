package dmvpn.sim.ui.timeline;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.TimelineRow;
import java.util.List;

/**
 * Some rows of a timeline, read at once: a run that goes on is asked seldom.
 *
 * @param first index of the first row
 * @param rows the rows
 */
record TimelinePage(int first, List<TimelineRow> rows) {

    static final TimelinePage EMPTY = new TimelinePage(0, List.of());

    private static final int ROWS = 128;

    /** The rows around an index. */
    static TimelinePage around(DebugSession session, int index) {
        int first = index / ROWS * ROWS;
        return new TimelinePage(first, session.rows(first, ROWS));
    }

    boolean holds(int index) {
        return index >= first && index < first + rows.size();
    }

    TimelineRow row(int index) {
        return rows.get(index - first);
    }
}
