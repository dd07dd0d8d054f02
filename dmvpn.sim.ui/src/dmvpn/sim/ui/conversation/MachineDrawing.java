package dmvpn.sim.ui.conversation;

import dmvpn.app.debug.conversation.MachineLayout;
import dmvpn.app.debug.conversation.MachineState;
import dmvpn.app.debug.conversation.StateMachine.State;
import dmvpn.app.debug.conversation.StateMachine.Transition;
import dmvpn.sim.ui.view.ViewColours;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Draws a state machine, its state marked. What it shows is read aloud, too, and told where the mouse rests. */
final class MachineDrawing {

    private static final int MARGIN = 8;
    private static final int BOX_PADDING = 6;
    private static final int CORNER = 8;
    private static final int ARROW_LENGTH = 7;
    private static final double ARROW_ANGLE = 0.4;

    private final Canvas canvas;
    private final Map<String, Rectangle> boxes = new HashMap<>();
    private Optional<MachineState> shown = Optional.empty();

    MachineDrawing(Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.BORDER);
        canvas.addPaintListener(event -> paint(event.gc));
        canvas.addListener(SWT.Resize, event -> canvas.redraw());
        canvas.addListener(SWT.MouseMove, event -> canvas.setToolTipText(meaningAt(event.x, event.y)));
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = "State machine: " + text();
            }
        });
    }

    void show(Optional<MachineState> machine) {
        shown = machine;
        boxes.clear();
        canvas.redraw();
    }

    void redraw() {
        canvas.redraw();
    }

    private String text() {
        return shown.map(state -> state.machine().title() + " of " + state.router() + " with " + state.subject() + " is "
                + state.state().name() + ": " + state.state().meaning()).orElse("none belongs to this event");
    }

    /** What the state at a place means, and where it leads. */
    private String meaningAt(int x, int y) {
        return shown.flatMap(machine -> boxes.entrySet().stream().filter(box -> box.getValue().contains(x, y)).findFirst()
                .flatMap(box -> machine.machine().state(box.getKey()))
                .map(state -> state.name() + ": " + state.meaning() + leadsTo(machine, state))).orElse(null);
    }

    private static String leadsTo(MachineState machine, State state) {
        List<Transition> ways = machine.machine().transitions().stream().filter(way -> way.from().equals(state.name())).toList();
        return ways.stream().map(way -> "\n→ " + way.to() + ": " + way.cause()).collect(Collectors.joining());
    }

    private void paint(GC gc) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(canvas.getBackground());
        gc.setForeground(canvas.getForeground());
        if (shown.isEmpty()) {
            gc.drawText("No state machine belongs to this event", MARGIN, MARGIN, true);
            return;
        }
        MachineState machine = shown.get();
        gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        gc.drawText(machine.machine().title(), MARGIN, MARGIN, true);
        int line = gc.getFontMetrics().getHeight();
        gc.setFont(JFaceResources.getDefaultFont());
        gc.drawText(machine.router() + " with " + machine.subject(), MARGIN, MARGIN + line, true);
        gc.drawText(machine.machine().source(), MARGIN, canvas.getClientArea().height - MARGIN - line, true);
        layOut(gc, machine, MARGIN + 5 * line / 2, canvas.getClientArea().height - 2 * MARGIN - line);
        MachineLayout.lines(machine.machine()).forEach(each -> draw(gc, each));
        machine.machine().states().forEach(state -> draw(gc, state, state.equals(machine.state())));
    }

    private void layOut(GC gc, MachineState machine, int top, int bottom) {
        boxes.clear();
        List<List<String>> rows = MachineLayout.of(machine.machine()).rows();
        int width = canvas.getClientArea().width - 2 * MARGIN;
        int height = Math.max(1, (bottom - top) / rows.size());
        for (int row = 0; row < rows.size(); row++) {
            List<String> names = rows.get(row);
            for (int place = 0; place < names.size(); place++) {
                Point size = gc.textExtent(names.get(place));
                int centreX = MARGIN + width * (2 * place + 1) / (2 * names.size());
                // States of a row lie a little lower from one to the next, so that lines between them are seen.
                int centreY = top + height * row + height / 2 + (place % 2 == 0 ? 0 : height / 5);
                boxes.put(names.get(place), new Rectangle(centreX - size.x / 2 - BOX_PADDING, centreY - size.y / 2 - BOX_PADDING / 2,
                        size.x + 2 * BOX_PADDING, size.y + BOX_PADDING));
            }
        }
    }

    private void draw(GC gc, State state, boolean isCurrent) {
        Rectangle box = boxes.get(state.name());
        gc.setBackground(isCurrent ? ViewColours.of("state") : canvas.getBackground());
        gc.fillRoundRectangle(box.x, box.y, box.width, box.height, CORNER, CORNER);
        gc.setForeground(canvas.getForeground());
        gc.setLineWidth(isCurrent ? 2 : 1);
        gc.drawRoundRectangle(box.x, box.y, box.width, box.height, CORNER, CORNER);
        gc.setLineWidth(1);
        gc.setForeground(isCurrent ? ViewColours.of("state.foreground") : canvas.getForeground());
        gc.drawText(state.name(), box.x + BOX_PADDING, box.y + BOX_PADDING / 2, true);
    }

    private void draw(GC gc, MachineLayout.Line line) {
        Rectangle from = boxes.get(line.first());
        Rectangle to = boxes.get(line.second());
        Point start = edge(from, to);
        Point end = edge(to, from);
        gc.setForeground(ViewColours.of("transition"));
        gc.setBackground(ViewColours.of("transition"));
        gc.drawLine(start.x, start.y, end.x, end.y);
        arrow(gc, start, end);
        if (line.both()) {
            arrow(gc, end, start);
        }
    }

    private static void arrow(GC gc, Point from, Point to) {
        double angle = Math.atan2(to.y - from.y, to.x - from.x);
        gc.fillPolygon(new int[] {to.x, to.y,
            (int) Math.round(to.x - ARROW_LENGTH * Math.cos(angle - ARROW_ANGLE)), (int) Math.round(to.y - ARROW_LENGTH * Math.sin(angle - ARROW_ANGLE)),
            (int) Math.round(to.x - ARROW_LENGTH * Math.cos(angle + ARROW_ANGLE)), (int) Math.round(to.y - ARROW_LENGTH * Math.sin(angle + ARROW_ANGLE))});
    }

    /** Where the line from the middle of a box to that of another one leaves it. */
    private static Point edge(Rectangle box, Rectangle other) {
        double centreX = box.x + box.width / 2.0;
        double centreY = box.y + box.height / 2.0;
        double towardsX = other.x + other.width / 2.0 - centreX;
        double towardsY = other.y + other.height / 2.0 - centreY;
        double scale = Math.min(box.width / 2.0 / Math.max(1, Math.abs(towardsX)), box.height / 2.0 / Math.max(1, Math.abs(towardsY)));
        return new Point((int) Math.round(centreX + towardsX * scale), (int) Math.round(centreY + towardsY * scale));
    }
}
