package dmvpn.ui.tests.driver;

import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.ui.cursor.CursorPlace;
import dmvpn.sim.ui.cursor.TimeCursor;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.internal.PartSite;
import org.eclipse.ui.part.ViewPart;

/** Views of the time cursor. What belongs to the UI thread is said there. */
public final class Views {

    private Views() {
    }

    /** Takes a debugged simulation, whose first seconds become known, to the first event for which a condition holds. Not on the UI thread. */
    public static int goTo(SimulationDebugTarget target, Duration known, Predicate<RecordedEvent> condition) {
        if (target.session().eventCount() == 0) {
            target.runTo(known);
            Ui.waitUntil("the instant " + known, () -> target.isSuspended() && place().hasState() && place().event() >= 0
                    && place().event() == target.session().eventIndex());
        }
        int event = target.session().ofTrace(trace -> {
            for (RecordedEvent each : trace) {
                if (condition.test(each)) {
                    return each.index();
                }
            }
            throw new AssertionError("no such event in the first " + known);
        });
        moveTo(event);
        return event;
    }

    /** Moves the cursor and waits for the state there. Not on the UI thread. */
    public static void moveTo(int event) {
        Ui.run(() -> TimeCursor.ofWorkbench().moveTo(event));
        Ui.waitUntil("the cursor at event " + event, () -> place().hasState() && place().event() == event);
    }

    private static CursorPlace place() {
        return TimeCursor.ofWorkbench().place();
    }

    /** The controls of a type in a view, in their order. On the UI thread. */
    public static <T extends Control> List<T> controls(IViewPart view, Class<T> type) {
        return Ui.controls((Composite) ((PartSite) view.getSite()).getModel().getWidget(), type);
    }

    /** What a view says of itself. On the UI thread. */
    public static String description(IViewPart view) {
        return ((ViewPart) view).getContentDescription();
    }

    /** The cells of a row. On the UI thread. */
    public static List<String> cells(TableItem item) {
        Table table = item.getParent();
        List<Integer> columns = java.util.stream.IntStream.range(0, Math.max(1, table.getColumnCount())).boxed().toList();
        return columns.stream().map(item::getText).toList();
    }

    /** All rows of a table. On the UI thread. */
    public static List<List<String>> rows(Table table) {
        return Arrays.stream(table.getItems()).map(Views::cells).toList();
    }

    /** Selects a row as a click does. On the UI thread. */
    public static void select(Table table, int row) {
        table.setSelection(row);
        notify(table, SWT.Selection, table.getItem(row));
    }

    /** Opens a row as Enter does. On the UI thread. */
    public static void open(Table table, int row) {
        select(table, row);
        notify(table, SWT.DefaultSelection, table.getItem(row));
    }

    private static void notify(Table table, int type, TableItem item) {
        Event event = new Event();
        event.item = item;
        table.notifyListeners(type, event);
    }

    /** An action of a view's toolbar. On the UI thread. */
    public static IAction action(IViewPart view, String name) {
        for (IContributionItem item : view.getViewSite().getActionBars().getToolBarManager().getItems()) {
            if (item instanceof ActionContributionItem contributed && contributed.getAction().getText().equals(name)) {
                return contributed.getAction();
            }
        }
        throw new AssertionError("no action " + name);
    }

    /** The text of the clipboard; empty when it has none. */
    public static String clipboard() {
        return Ui.get(() -> {
            Clipboard clipboard = new Clipboard(Display.getCurrent());
            try {
                return clipboard.getContents(TextTransfer.getInstance()) instanceof String text ? text : "";
            } finally {
                clipboard.dispose();
            }
        });
    }
}
