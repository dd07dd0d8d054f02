package dmvpn.sim.ui.sequence;

import dmvpn.app.sequence.TimeAxis;
import dmvpn.sim.ui.cursor.TimeCursor;
import dmvpn.sim.ui.events.EventActions;
import dmvpn.sim.ui.events.EventWords;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.IActionBars;

/** The actions of the sequence chart. */
final class ChartActions {

    private final SequenceChartView view;
    private final TimeCursor cursor;
    private final IAction follow;
    private final List<IAction> buttons;
    private final List<IAction> axes = new ArrayList<>();
    private final IAction find;
    private final IAction copy;

    ChartActions(SequenceChartView view, TimeCursor cursor) {
        this.view = view;
        this.cursor = cursor;
        follow = EventActions.follow(cursor);
        buttons = List.of(follow,
                EventActions.push("Collapse Sites", "One lifeline for each site, or for each router and host again (Space at an event: its site alone)",
                        "icons/collapse-sites.svg", view::toggleSites),
                EventActions.push("Reset Lifelines", "Lifelines in the order of the model, one for each router and host", "icons/reset-lifelines.svg",
                        view::resetLifelines),
                EventActions.push("Zoom In", "Larger (Ctrl++)", "icons/zoom-in.svg", () -> view.zoom(true)),
                EventActions.push("Zoom Out", "Smaller (Ctrl+-)", "icons/zoom-out.svg", () -> view.zoom(false)),
                EventActions.push("Export Sequence Chart…", "Writes the chart into an SVG or PNG file", "icons/export-chart.svg",
                        () -> ChartExport.ask(view)));
        for (TimeAxis axis : TimeAxis.values()) {
            axes.add(axis(axis));
        }
        find = new Action("Find") {
            @Override
            public void run() {
                view.find();
            }
        };
        copy = new Action("Copy Event") {
            @Override
            public void run() {
                copyEvent();
            }
        };
    }

    private IAction axis(TimeAxis axis) {
        String name = switch (axis) {
            case LINEAR -> "Time Axis: Linear";
            case COMPRESSED -> "Time Axis: Compressed";
            case EVENTS -> "Time Axis: Event Numbers";
        };
        IAction action = new Action(name, IAction.AS_RADIO_BUTTON) {
            @Override
            public void run() {
                if (isChecked()) {
                    view.setAxis(axis);
                }
            }
        };
        action.setChecked(view.axis() == axis);
        return action;
    }

    private void copyEvent() {
        if (view.bar().copy()) {
            return;
        }
        view.event().ifPresent(event -> {
            Clipboard clipboard = new Clipboard(view.getSite().getShell().getDisplay());
            clipboard.setContents(new Object[] {EventWords.cells(event)}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        });
    }

    IAction find() {
        return find;
    }

    IAction copy() {
        return copy;
    }

    void fill(IActionBars bars) {
        IToolBarManager toolBar = bars.getToolBarManager();
        buttons.forEach(toolBar::add);
        IMenuManager menu = bars.getMenuManager();
        axes.forEach(menu::add);
        menu.add(new Separator());
        buttons.forEach(menu::add);
    }

    /** The rest of the context menu. */
    void fillMenu(IMenuManager menu) {
        menu.add(copy);
        axes.forEach(menu::add);
        menu.add(new Separator());
        buttons.forEach(menu::add);
    }

    /** Shows whether the cursor follows. */
    void update() {
        EventActions.update(follow, cursor);
    }
}
