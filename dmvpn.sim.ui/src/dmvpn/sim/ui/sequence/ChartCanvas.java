package dmvpn.sim.ui.sequence;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.sequence.Causes;
import dmvpn.app.sequence.SequenceLayout;
import dmvpn.app.sequence.SequenceRows;
import dmvpn.app.sequence.TimeAxis;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/**
 * The canvas of a chart: draws what is seen of it, scrolls, zooms, and tells what people point at. What a frame costs does not
 * depend on the length of the run.
 */
final class ChartCanvas {

    private static final double SMALLEST_ZOOM = 0.1;
    private static final double LARGEST_ZOOM = 4;
    /** Scroll bars count with integers; drawing libraries are content with fewer. */
    private static final long LARGEST_RANGE = 1_000_000_000;
    private static final String NO_SIMULATION = "No simulation yet: Run As or Debug As \"DMVPN Simulation\" on a model draws it here";

    private final Canvas canvas;
    private final ChartListener listener;
    private Optional<SequenceLayout> layout = Optional.empty();
    private Highlight highlight = new Highlight(DebugSession.BEFORE_FIRST_EVENT, new Causes());
    private Optional<ChartLook> look = Optional.empty();
    private double zoom = 1;
    private int scrollX;
    private long scrollY;
    private int paintedFigures;
    private String spoken = "";
    /** A row that was to be seen before there was anything to see it in. */
    private int unseenRow = -1;
    private int draggedLifeline = -1;
    private boolean draggingTime;

    ChartCanvas(Composite parent, ChartListener listener) {
        this.listener = listener;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.H_SCROLL | SWT.V_SCROLL | SWT.NO_BACKGROUND);
        canvas.addListener(SWT.Paint, this::paint);
        canvas.addListener(SWT.Resize, event -> resized());
        canvas.addListener(SWT.MouseDown, this::mouseDown);
        canvas.addListener(SWT.MouseMove, this::mouseMove);
        canvas.addListener(SWT.MouseUp, this::mouseUp);
        canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.KeyDown, this::keyDown);
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.getVerticalBar().addListener(SWT.Selection, event -> scrollTo(scrollX, canvas.getVerticalBar().getSelection() * unit()));
        canvas.getHorizontalBar().addListener(SWT.Selection, event -> scrollTo(canvas.getHorizontalBar().getSelection(), scrollY));
        speak();
    }

    private void speak() {
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = spoken.isEmpty() ? "Sequence chart" : "Sequence chart, " + spoken;
            }

            @Override
            public void getHelp(AccessibleEvent event) {
                event.result = "Up and Down go from event to event, Left to the cause, Right to what followed";
            }
        });
        canvas.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_GRAPHIC;
            }

            @Override
            public void getValue(AccessibleControlEvent event) {
                event.result = spoken;
            }
        });
    }

    Canvas control() {
        return canvas;
    }

    /**
     * Shows a layout.
     *
     * @return false when it is of the same events as before, perhaps with more of them
     */
    boolean show(Optional<SequenceLayout> shown) {
        boolean isOther = !shown.map(SequenceLayout::rows).equals(layout.map(SequenceLayout::rows));
        layout = shown;
        if (isOther) {
            highlight = new Highlight(highlight.selected(), causes());
            scrollX = 0;
            scrollY = 0;
        }
        adjustBars();
        canvas.redraw();
        return isOther;
    }

    private Causes causes() {
        return layout.map(shown -> shown.rows().causes()).orElseGet(Causes::new);
    }

    /**
     * Marks the event under the time cursor.
     *
     * @param text the event as text, for screen readers
     */
    void select(int event, String text) {
        highlight = new Highlight(event, causes());
        if (!text.equals(spoken)) {
            spoken = text;
            if (canvas.isFocusControl()) {
                canvas.getAccessible().setFocus(ACC.CHILDID_SELF);
            }
        }
        canvas.redraw();
    }

    /** The consequences of an event that was selected while it happened become known later. */
    void readOn() {
        highlight = new Highlight(highlight.selected(), causes());
        adjustBars();
        canvas.redraw();
    }

    /** Scrolls so far that a row is seen. */
    void reveal(int row) {
        Optional<ChartFrame> frame = frame();
        if (frame.isEmpty() || row < 0 || row >= frame.get().layout().count()) {
            return;
        }
        ChartFrame seen = frame.get();
        unseenRow = seen.height() > ChartFrame.HEAD ? -1 : row;
        int line = (int) Math.ceil(TimeAxis.LINE * zoom);
        long y = seen.rowY(row);
        int lifeline = seen.layout().lifelines().of(seen.layout().rows().node(row));
        int x = lifeline < 0 ? ChartFrame.TIMES : seen.lifelineX(lifeline);
        long newY = scrollY;
        if (y < ChartFrame.HEAD + line || y > seen.height() - line) {
            newY = scrollY + y - ChartFrame.HEAD - (seen.height() - ChartFrame.HEAD) / 2;
        }
        int newX = x < ChartFrame.TIMES || x > seen.width() ? scrollX + x - (seen.width() + ChartFrame.TIMES) / 2 : scrollX;
        scrollTo(newX, newY);
    }

    private void resized() {
        adjustBars();
        if (unseenRow >= 0) {
            reveal(unseenRow);
        }
    }

    /** What is seen; empty while there is nothing to see. */
    Optional<ChartFrame> frame() {
        var area = canvas.getClientArea();
        return layout.map(shown -> new ChartFrame(shown, zoom, scrollX, scrollY, area.width, area.height));
    }

    /** Number of figures that were drawn last. */
    int paintedFigures() {
        return paintedFigures;
    }

    /** Scrolls to the row that is nearest to the top now; enlarged or made smaller. */
    void zoom(double wanted) {
        double newZoom = Math.clamp(wanted, SMALLEST_ZOOM, LARGEST_ZOOM);
        double factor = newZoom / zoom;
        zoom = newZoom;
        scrollTo((int) Math.round(scrollX * factor), Math.round(scrollY * factor));
        adjustBars();
        canvas.redraw();
    }

    double zoom() {
        return zoom;
    }

    void scrollTo(int x, long y) {
        Optional<ChartFrame> seen = frame();
        if (seen.isEmpty()) {
            return;
        }
        scrollX = Math.max(0, Math.min(x, seen.get().wholeWidth() - seen.get().width()));
        scrollY = Math.max(0, Math.min(y, seen.get().wholeHeight() + ChartFrame.HEAD - seen.get().height()));
        adjustBars();
        canvas.redraw();
    }

    /** Pixels of a unit of the vertical bar. */
    private long unit() {
        return 1 + frame().map(ChartFrame::wholeHeight).orElse(0L) / LARGEST_RANGE;
    }

    private void adjustBars() {
        Optional<ChartFrame> seen = frame();
        ScrollBar vertical = canvas.getVerticalBar();
        ScrollBar horizontal = canvas.getHorizontalBar();
        vertical.setEnabled(seen.isPresent());
        horizontal.setEnabled(seen.isPresent());
        if (seen.isPresent()) {
            ChartFrame frame = seen.get();
            long unit = unit();
            int page = Math.max(1, frame.height() - ChartFrame.HEAD);
            int line = Math.max(1, (int) Math.round(TimeAxis.LINE * zoom));
            vertical.setValues((int) (scrollY / unit), 0, (int) Math.max(page / unit, frame.wholeHeight() / unit), (int) Math.max(1, page / unit),
                    (int) Math.max(1, line / unit), (int) Math.max(1, page / unit));
            int width = Math.max(1, frame.width());
            horizontal.setValues(scrollX, 0, Math.max(width, frame.wholeWidth()), width, SequenceLayout.LIFELINE_WIDTH / 4, width);
        }
    }

    private void paint(Event event) {
        ChartLook colours = look.filter(before -> before.isOf(canvas)).orElseGet(() -> ChartLook.of(canvas)); // themes change
        look = Optional.of(colours);
        Optional<ChartFrame> seen = frame();
        if (seen.isEmpty()) {
            event.gc.setBackground(colours.background());
            event.gc.fillRectangle(canvas.getClientArea());
            event.gc.setForeground(colours.foreground());
            event.gc.drawText(NO_SIMULATION, 8, 8, true);
            return;
        }
        paintedFigures = new ChartPainter(seen.get(), colours, highlight, event.gc).paint();
        if (canvas.isFocusControl()) {
            event.gc.drawFocus(0, 0, seen.get().width(), seen.get().height());
        }
    }

    private void mouseDown(Event event) {
        canvas.setFocus();
        frame().ifPresent(seen -> {
            if (event.button == 1 && event.y < ChartFrame.HEAD) {
                draggedLifeline = seen.lifelineAt(event.x);
            } else if (event.y >= ChartFrame.HEAD && event.button <= 3 && event.button != 2) {
                draggingTime = event.button == 1;
                point(seen, event);
            }
        });
    }

    private void point(ChartFrame seen, Event event) {
        int row = seen.rowAt(event.x, event.y);
        if (row != SequenceRows.NONE) {
            listener.pointed(row);
            if (event.y < ChartFrame.HEAD || event.y > seen.height()) {
                reveal(row); // people drag on beyond the edge
            }
        }
    }

    private void mouseMove(Event event) {
        frame().ifPresent(seen -> {
            if (draggingTime) {
                point(seen, event);
            } else if (draggedLifeline >= 0) {
                canvas.setCursor(event.display.getSystemCursor(SWT.CURSOR_SIZEWE));
            } else {
                int row = event.y < ChartFrame.HEAD ? SequenceRows.NONE : seen.rowAt(event.x, event.y);
                String tip = row == SequenceRows.NONE ? null : listener.describe(row);
                if (tip == null ? canvas.getToolTipText() != null : !tip.equals(canvas.getToolTipText())) {
                    canvas.setToolTipText(tip);
                }
            }
        });
    }

    private void mouseUp(Event event) {
        draggingTime = false;
        int from = draggedLifeline;
        draggedLifeline = -1;
        canvas.setCursor(null);
        if (from >= 0) {
            frame().ifPresent(seen -> {
                int to = seen.lifelineAt(event.x);
                if (to >= 0 && to != from) {
                    listener.moved(from, to);
                }
            });
        }
    }

    private void doubleClick(Event event) {
        draggingTime = false;
        frame().ifPresent(seen -> {
            if (event.y < ChartFrame.HEAD) {
                draggedLifeline = -1;
                int lifeline = seen.lifelineAt(event.x);
                if (lifeline >= 0) {
                    listener.toggled(lifeline);
                }
            } else {
                listener.opened();
            }
        });
    }

    private void wheel(Event event) {
        if ((event.stateMask & SWT.CTRL) != 0) {
            event.doit = false;
            zoom(zoom * (event.count > 0 ? 1.1 : 1 / 1.1));
        }
    }

    private void keyDown(Event event) {
        ChartKey.of(event).ifPresent(key -> {
            event.doit = false;
            listener.pressed(key);
        });
    }
}
