package dmvpn.sim.ui.sequence;

import dmvpn.app.sequence.SequenceFigure;
import dmvpn.app.sequence.SequenceLayout;
import dmvpn.app.sequence.SequenceRows;
import java.util.List;

/**
 * The part of a chart that is seen, in pixels: instants stay at the left and names of lifelines at the top, the rest is moved and
 * enlarged.
 *
 * @param layout the whole chart
 * @param zoom pixels for a unit of the layout
 * @param scrollX pixels that are hidden on the left
 * @param scrollY pixels that are hidden above
 * @param width pixels that are seen
 * @param height pixels that are seen, with the names
 */
public record ChartFrame(SequenceLayout layout, double zoom, int scrollX, long scrollY, int width, int height) {

    /** Height of the names of lifelines. */
    public static final int HEAD = 30;

    /** Width of the instants. */
    static final int TIMES = SequenceLayout.TIME_WIDTH;

    private static final int NEAR = 6;

    /** Pixels from the left to a place of the layout. */
    public int px(int x) {
        return TIMES + (int) Math.round((x - TIMES) * zoom) - scrollX;
    }

    /** Pixels from the top to a place of the layout; may be far outside. */
    public long py(long y) {
        return HEAD + Math.round(y * zoom) - scrollY;
    }

    /** Pixels from the left to a lifeline. */
    public int lifelineX(int lifeline) {
        return px(layout.x(lifeline));
    }

    /** Pixels from the top to a row. */
    public long rowY(int row) {
        return py(layout.y(row));
    }

    private long layoutY(long pixels) {
        return Math.round((pixels - HEAD + scrollY) / zoom);
    }

    /** What is seen. */
    public List<SequenceFigure> figures() {
        return layout.figures(layoutY(HEAD), layoutY(height));
    }

    /** The first row that is seen, or none. */
    public int firstRow() {
        return layout.rowAt(layoutY(HEAD));
    }

    /** The last row that is seen, or none. */
    public int lastRow() {
        return layout.rowAt(layoutY(height));
    }

    /** The lifeline at a place, or -1. */
    public int lifelineAt(int x) {
        int count = layout.lifelines().all().size();
        int lifeline = (int) Math.floor(((x + scrollX - TIMES) / zoom) / SequenceLayout.LIFELINE_WIDTH);
        return x < TIMES || lifeline < 0 || lifeline >= count ? -1 : lifeline;
    }

    /** The row of the event that a person means who points there, or {@link SequenceRows#NONE}: that of the figure there, else the nearest one. */
    public int rowAt(int x, int y) {
        double nearest = NEAR;
        int found = SequenceRows.NONE;
        if (x > TIMES) {
            for (SequenceFigure figure : layout.figures(layoutY(y - NEAR), layoutY(y + NEAR))) {
                double distance = distance(figure, x, y);
                if (distance < nearest) {
                    nearest = distance;
                    found = isNearEnd(figure, x) ? figure.lastRow() : figure.row();
                }
            }
        }
        return found != SequenceRows.NONE ? found : layout.rowAt(layoutY(y));
    }

    private double distance(SequenceFigure figure, int x, int y) {
        double fromX = px(figure.x());
        double fromY = py(figure.y());
        double endX = switch (figure) {
            case SequenceFigure.Arrow arrow -> px(arrow.endX());
            case SequenceFigure.Stub stub -> fromX + SequenceLayout.STUB;
            case SequenceFigure.Mark mark -> fromX;
        };
        double endY = figure instanceof SequenceFigure.Arrow arrow ? py(arrow.endY()) : fromY;
        double lengthSquare = (endX - fromX) * (endX - fromX) + (endY - fromY) * (endY - fromY);
        double along = lengthSquare == 0 ? 0 : Math.clamp(((x - fromX) * (endX - fromX) + (y - fromY) * (endY - fromY)) / lengthSquare, 0, 1);
        return Math.hypot(x - fromX - along * (endX - fromX), y - fromY - along * (endY - fromY));
    }

    /** Of a message the half towards its receiver means the event there. */
    private boolean isNearEnd(SequenceFigure figure, int x) {
        return figure instanceof SequenceFigure.Arrow arrow && Math.abs(x - px(arrow.endX())) < Math.abs(x - px(arrow.x()));
    }

    /** Height of everything in pixels. */
    long wholeHeight() {
        return Math.round(layout.height() * zoom);
    }

    /** Width of everything in pixels. */
    int wholeWidth() {
        return TIMES + (int) Math.round((layout.width() - TIMES) * zoom);
    }
}
