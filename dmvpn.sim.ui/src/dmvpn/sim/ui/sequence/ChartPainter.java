package dmvpn.sim.ui.sequence;

import dmvpn.app.sequence.Lifeline;
import dmvpn.app.sequence.SequenceFigure;
import dmvpn.app.sequence.SequenceLayout;
import dmvpn.app.sequence.SequenceRows;
import dmvpn.app.sequence.TimeAxis;
import dmvpn.sim.trace.TimeText;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Draws the part of a chart that is seen, on a canvas or on an image. */
final class ChartPainter {

    private static final int ARROW_HEAD = 7;
    private static final int ARROW_HALF = 3;
    private static final int DOT = 3;
    /** Lines that end further outside are cut there: drawing libraries count coordinates with few bits. */
    private static final int FAR = 4_000;
    /** From a lifeline to a text beside it. */
    private static final int BESIDE = 8;
    /** Texts of a line stand so far below the line above. */
    private static final int ABOVE = 3;
    private static final int FAINT_LINE_WIDTH = 1;
    private static final int STRONG_LINE_WIDTH = 2;
    private static final int SELECTED_LINE_WIDTH = 3;

    private final ChartFrame frame;
    private final ChartLook look;
    private final Highlight highlight;
    private final GC gc;
    private final SequenceRows rows;
    private final boolean hasRoomForTexts;

    ChartPainter(ChartFrame frame, ChartLook look, Highlight highlight, GC gc) {
        this.frame = frame;
        this.look = look;
        this.highlight = highlight;
        this.gc = gc;
        this.rows = frame.layout().rows();
        this.hasRoomForTexts = TimeAxis.LINE * frame.zoom() >= gc.getFontMetrics().getHeight() * 0.8;
    }

    /** Draws it; answers with the number of figures. */
    int paint() {
        gc.setBackground(look.background());
        gc.fillRectangle(0, 0, frame.width(), frame.height());
        gc.setAntialias(SWT.ON);
        paintBand();
        gc.setClipping(new Rectangle(ChartFrame.TIMES, ChartFrame.HEAD, frame.width() - ChartFrame.TIMES, frame.height() - ChartFrame.HEAD));
        List<Lifeline> lifelines = frame.layout().lifelines().all();
        int first = Math.max(0, frame.lifelineAt(ChartFrame.TIMES) < 0 ? 0 : frame.lifelineAt(ChartFrame.TIMES));
        int end = first;
        while (end < lifelines.size() && frame.lifelineX(end) < frame.width() + SequenceLayout.LIFELINE_WIDTH) {
            end++;
        }
        paintLifelines(first, end);
        List<SequenceFigure> figures = frame.figures();
        figures.forEach(this::paintLine);
        figures.forEach(this::paintText);
        gc.setClipping((Rectangle) null);
        paintTimes();
        paintHeads(lifelines, first, end);
        return figures.size();
    }

    private void paintBand() {
        int row = highlight.selected() < 0 ? SequenceRows.NONE : rows.rowOf(highlight.selected());
        if (row != SequenceRows.NONE && row < frame.layout().count()) {
            int half = Math.max(2, (int) Math.round(TimeAxis.LINE * frame.zoom() / 2));
            gc.setBackground(look.band());
            gc.fillRectangle(0, cut(frame.rowY(row)) - half, frame.width(), 2 * half);
        }
    }

    private void paintLifelines(int first, int end) {
        gc.setForeground(look.line());
        gc.setLineWidth(FAINT_LINE_WIDTH);
        for (int lifeline = first; lifeline < end; lifeline++) {
            int x = frame.lifelineX(lifeline);
            gc.drawLine(x, ChartFrame.HEAD, x, frame.height());
        }
    }

    private void paintLine(SequenceFigure figure) {
        Color colour = look.of(figure.protocol(), rows.protocols());
        gc.setForeground(colour);
        gc.setBackground(colour);
        gc.setLineWidth(width(highlight.of(figure, rows)));
        int x = frame.px(figure.x());
        long y = frame.py(figure.y());
        switch (figure) {
            case SequenceFigure.Arrow arrow -> paintArrow(x, y, frame.px(arrow.endX()), frame.py(arrow.endY()));
            case SequenceFigure.Stub stub -> {
                gc.setLineStyle(SWT.LINE_DASH);
                gc.drawLine(x, cut(y), x + SequenceLayout.STUB, cut(y));
                gc.setLineStyle(SWT.LINE_SOLID);
                paintHead(x, y, x + SequenceLayout.STUB, y);
            }
            case SequenceFigure.Mark mark -> {
                int dot = highlight.of(figure, rows) == Highlight.Role.NONE ? DOT : DOT + 2;
                gc.fillOval(x - dot, cut(y) - dot, 2 * dot, 2 * dot);
            }
        }
        gc.setLineWidth(FAINT_LINE_WIDTH);
    }

    private static int width(Highlight.Role role) {
        return switch (role) {
            case SELECTED -> SELECTED_LINE_WIDTH;
            case CAUSE, CONSEQUENCE -> STRONG_LINE_WIDTH;
            case NONE -> FAINT_LINE_WIDTH;
        };
    }

    /** Its ends may be far outside: drawn is the part that is seen. */
    private void paintArrow(int x, long y, int endX, long endY) {
        double slope = endY == y ? 0 : (double) (endX - x) / (endY - y);
        int fromY = cut(y);
        int toY = cut(endY);
        gc.drawLine((int) Math.round(x + (fromY - y) * slope), fromY, endY == y ? endX : (int) Math.round(x + (toY - y) * slope), toY);
        paintHead(x, y, endX, endY);
    }

    private void paintHead(int x, long y, int endX, long endY) {
        if (endY < -FAR || endY > frame.height() + FAR) {
            return;
        }
        double length = Math.max(1, Math.hypot(endX - x, endY - y));
        double alongX = (endX - x) / length;
        double alongY = (endY - y) / length;
        gc.fillPolygon(new int[] {endX, (int) endY,
            (int) Math.round(endX - ARROW_HEAD * alongX - ARROW_HALF * alongY), (int) Math.round(endY - ARROW_HEAD * alongY + ARROW_HALF * alongX),
            (int) Math.round(endX - ARROW_HEAD * alongX + ARROW_HALF * alongY), (int) Math.round(endY - ARROW_HEAD * alongY - ARROW_HALF * alongX)});
    }

    private int cut(long y) {
        return (int) Math.clamp(y, -FAR, frame.height() + FAR);
    }

    private void paintText(SequenceFigure figure) {
        Highlight.Role role = highlight.of(figure, rows);
        if (!hasRoomForTexts && role == Highlight.Role.NONE) {
            return;
        }
        gc.setForeground(look.of(figure.protocol(), rows.protocols()));
        Point size = gc.textExtent(figure.text());
        int x = frame.px(figure.x());
        long y = frame.py(figure.y());
        switch (figure) {
            case SequenceFigure.Arrow arrow -> gc.drawText(figure.text(), arrow.isTextOnTheLeft() ? x - BESIDE - size.x : x + BESIDE,
                    cut(y - size.y + ABOVE), true);
            case SequenceFigure.Stub stub -> gc.drawText(figure.text(), x + SequenceLayout.STUB + BESIDE / 2, cut(y - size.y / 2), true);
            case SequenceFigure.Mark mark -> gc.drawText(figure.text(), x + BESIDE, cut(y - size.y / 2), true);
        }
    }

    /** Instants that would stand on each other are left out. */
    private void paintTimes() {
        gc.setClipping(new Rectangle(0, ChartFrame.HEAD, ChartFrame.TIMES, frame.height() - ChartFrame.HEAD));
        gc.setForeground(look.foreground());
        int textHeight = gc.getFontMetrics().getHeight();
        long free = Long.MIN_VALUE;
        for (int row = Math.max(0, frame.firstRow()); row <= frame.lastRow(); row++) {
            long y = frame.rowY(row) - textHeight / 2;
            Highlight.Role role = highlight.of(rows.event(row));
            if (y >= free || role == Highlight.Role.SELECTED) {
                free = y + textHeight;
                gc.drawText(role.sign(), 4, cut(y), true);
                String time = TimeText.instant(rows.timeNanos(row));
                gc.drawText(time, ChartFrame.TIMES - 8 - gc.textExtent(time).x, cut(y), true);
            }
        }
    }

    private void paintHeads(List<Lifeline> lifelines, int first, int end) {
        gc.setClipping(new Rectangle(0, 0, frame.width(), ChartFrame.HEAD));
        gc.setForeground(look.foreground());
        gc.setBackground(look.background());
        for (int lifeline = first; lifeline < end; lifeline++) {
            String name = name(lifelines.get(lifeline));
            Point size = gc.textExtent(name);
            gc.drawText(name, frame.lifelineX(lifeline) - size.x / 2, (ChartFrame.HEAD - size.y) / 2, true);
        }
        gc.fillRectangle(0, 0, ChartFrame.TIMES, ChartFrame.HEAD);
        gc.drawText("Time in s", 4, (ChartFrame.HEAD - gc.getFontMetrics().getHeight()) / 2, true);
        gc.setForeground(look.line());
        gc.drawLine(0, ChartFrame.HEAD - 1, frame.width(), ChartFrame.HEAD - 1);
        gc.setClipping((Rectangle) null);
    }

    /** A whole site says how many it stands for. */
    static String name(Lifeline lifeline) {
        return lifeline.isWholeSite() ? "⊞ " + lifeline.name() + " (" + lifeline.members() + ")" : lifeline.name();
    }
}
