package dmvpn.sim.ui.sequence;

import dmvpn.app.sequence.SequenceLayout;
import dmvpn.app.sequence.SequenceRows;
import dmvpn.app.sequence.TimeAxis;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.ui.cursor.TimeCursor;

/** Goes from event to event with the keyboard. */
final class ChartSteps {

    private final ChartFrame frame;
    private final SequenceLayout layout;
    private final SequenceRows rows;
    private final TimeCursor cursor;
    private final ChartListener listener;
    private final int row;

    ChartSteps(ChartFrame frame, TimeCursor cursor, ChartListener listener) {
        this.frame = frame;
        this.layout = frame.layout();
        this.rows = layout.rows();
        this.cursor = cursor;
        this.listener = listener;
        this.row = rows.rowAtOrBefore(cursor.place().event());
    }

    void go(ChartKey key) {
        switch (key) {
            case UP -> toRow(row - 1);
            case DOWN -> toRow(row + 1);
            case PAGE_UP -> toRow(row - page());
            case PAGE_DOWN -> toRow(row + page());
            case FIRST -> toRow(0);
            case LAST -> toRow(layout.count() - 1);
            case CAUSE -> toEvent(rows.causes().causeOf(cursor.place().event()));
            case CONSEQUENCE -> toEvent(rows.causes().firstConsequence(cursor.place().event()));
            case UP_LIFELINE -> onLifeline(-1);
            case DOWN_LIFELINE -> onLifeline(1);
            case MOVE_LEFT -> moveLifeline(-1);
            case MOVE_RIGHT -> moveLifeline(1);
            case TOGGLE_SITE -> toggleSite();
            case OPEN, ZOOM_IN, ZOOM_OUT, ZOOM_RESET -> throw new IllegalArgumentException(key + " goes nowhere");
        }
    }

    private int page() {
        return Math.max(1, (int) ((frame.height() - ChartFrame.HEAD) / (TimeAxis.LINE * frame.zoom())) - 1);
    }

    private void toRow(int wanted) {
        cursor.moveTo(rows.event(Math.clamp(wanted, 0, layout.count() - 1)));
    }

    private void toEvent(int event) {
        if (event != RecordedEvent.NO_CAUSE) {
            cursor.moveTo(event);
        }
    }

    private int lifelineOf(int ofRow) {
        return layout.lifelines().of(rows.node(ofRow));
    }

    private void onLifeline(int step) {
        if (row < 0) {
            toRow(0);
            return;
        }
        int lifeline = lifelineOf(row);
        for (int each = row + step; each >= 0 && each < layout.count(); each += step) {
            if (lifelineOf(each) == lifeline) {
                toRow(each);
                return;
            }
        }
    }

    private void moveLifeline(int step) {
        if (row >= 0) {
            int from = lifelineOf(row);
            int to = from + step;
            if (to >= 0 && to < layout.lifelines().all().size()) {
                listener.moved(from, to);
            }
        }
    }

    private void toggleSite() {
        if (row >= 0) {
            listener.toggled(lifelineOf(row));
        }
    }
}
