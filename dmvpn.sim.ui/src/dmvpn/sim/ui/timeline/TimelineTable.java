package dmvpn.sim.ui.timeline;

import dmvpn.app.debug.TimelineRow;
import dmvpn.app.timeline.EventRows;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.osgi.service.prefs.BackingStoreException;

/** The table of a timeline. It is virtual: a row is read when it is shown; columns keep their widths with the workspace. */
final class TimelineTable {

    private static final String[] COLUMNS = {"Time", "Router", "Protocol", "Message", "Fields", "Reason"};
    private static final int[] WIDTHS = {90, 90, 70, 200, 420, 300};
    private static final String BUNDLE = "dmvpn.sim.ui";
    private static final String WIDTHS_KEPT = "timelineColumnWidths";

    /** So many rows the toolkit adds while nobody notices. */
    private static final int MOST_NEW_ROWS = 5_000;

    private final Table table;
    private final TimelineModel model;
    private Optional<EventRows> shown = Optional.empty();

    TimelineTable(Composite parent, TimelineModel model) {
        this.model = model;
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI);
        table.setHeaderVisible(true);
        table.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = "Events of the simulation"));
        int[] widths = keptWidths();
        for (int index = 0; index < COLUMNS.length; index++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(COLUMNS[index]);
            column.setWidth(widths[index]);
        }
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.Dispose, event -> keepWidths());
    }

    Table control() {
        return table;
    }

    private void fill(Event event) {
        model.row(event.index).ifPresent(row -> ((TableItem) event.item).setText(new String[] {
                row.time(), row.router(), row.protocol(), row.message(), row.fields(), row.reason()}));
    }

    /**
     * Has as many rows as the model.
     *
     * @param more told when they were so many that the rest comes later
     */
    void update(Runnable more) {
        if (!model.rows().equals(shown)) {
            shown = model.rows();
            table.removeAll();
        }
        int count = model.rows().map(EventRows::count).orElse(0);
        int now = Math.min(count, table.getItemCount() + MOST_NEW_ROWS);
        if (now != table.getItemCount()) {
            table.setItemCount(now);
        }
        if (now < count) {
            table.getDisplay().asyncExec(more);
        }
    }

    /** Selects the row of an event, or the last one before it, and shows it. */
    void select(int event) {
        int row = shown.map(rows -> rows.rowAtOrBefore(event)).orElse(EventRows.NONE);
        if (row == EventRows.NONE) {
            table.deselectAll();
        } else if (row < table.getItemCount() && !(table.getSelectionCount() == 1 && table.getSelectionIndex() == row)) {
            table.setSelection(row);
        }
    }

    /** What is selected, for other programmes: cells between tabulators, rows in lines of their own. */
    String selectedText() {
        return Arrays.stream(table.getSelectionIndices()).mapToObj(model::row).flatMap(Optional::stream).map(TimelineTable::cells)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String cells(TimelineRow row) {
        return String.join("\t", row.time(), row.router(), row.protocol(), row.message(), row.fields(), row.reason());
    }

    private static int[] keptWidths() {
        String[] kept = preferences().get(WIDTHS_KEPT, "").split(",");
        int[] widths = WIDTHS.clone();
        for (int index = 0; index < widths.length && kept.length == widths.length; index++) {
            widths[index] = kept[index].matches("\\d{1,4}") ? Integer.parseInt(kept[index]) : WIDTHS[index];
        }
        return widths;
    }

    private void keepWidths() {
        preferences().put(WIDTHS_KEPT, Arrays.stream(table.getColumns()).map(column -> Integer.toString(column.getWidth()))
                .collect(Collectors.joining(",")));
        try {
            preferences().flush();
        } catch (BackingStoreException notSaved) {
            ILog.of(TimelineTable.class).warn("The widths of the columns hold until the IDE is closed", notSaved);
        }
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(BUNDLE);
    }
}
