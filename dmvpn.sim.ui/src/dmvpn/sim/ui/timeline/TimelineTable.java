package dmvpn.sim.ui.timeline;

import dmvpn.app.timeline.EventRows;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.layout.GridDataFactory;
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

    /**
     * Of more rows people select one at a time: where several can be, GTK looks at each row of the table for each selection, and a
     * million take it 90 ms.
     */
    static final int MOST_ROWS_FOR_SEVERAL = 50_000;

    private final Composite parent;
    private final TimelineModel model;
    private final Runnable selected;
    private final Runnable opened;
    private final Consumer<Table> menus;
    private Table table;
    private Optional<EventRows> shown = Optional.empty();
    /** Of several rows that people have selected the one that they selected last: its event is under the cursor. */
    private int lead = EventRows.NONE;

    /**
     * Creates it, for a grid of one column.
     *
     * @param selected told when people select a row
     * @param opened told when they open one
     * @param menus gives a table its menu
     */
    TimelineTable(Composite parent, TimelineModel model, Runnable selected, Runnable opened, Consumer<Table> menus) {
        this.parent = parent;
        this.model = model;
        this.selected = selected;
        this.opened = opened;
        this.menus = menus;
        table = create(SWT.MULTI);
        parent.addListener(SWT.Dispose, event -> keepWidths());
    }

    private Table create(int selection) {
        Table created = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | selection);
        created.setHeaderVisible(true);
        created.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = "Events of the simulation"));
        int[] widths = keptWidths();
        for (int index = 0; index < COLUMNS.length; index++) {
            TableColumn column = new TableColumn(created, SWT.LEFT);
            column.setText(COLUMNS[index]);
            column.setWidth(widths[index]);
        }
        created.addListener(SWT.SetData, this::fill);
        created.addListener(SWT.Selection, event -> {
            noteLead(created, event);
            selected.run();
        });
        created.addListener(SWT.DefaultSelection, event -> {
            noteLead(created, event);
            opened.run();
        });
        GridDataFactory.fillDefaults().grab(true, true).applyTo(created);
        menus.accept(created);
        return created;
    }

    private void noteLead(Table of, Event event) {
        int row = event.item instanceof TableItem item ? of.indexOf(item) : EventRows.NONE;
        lead = row != EventRows.NONE && of.isSelected(row) ? row : of.getSelectionIndex();
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
        int count = model.rows().map(EventRows::count).orElse(0);
        int selection = count > MOST_ROWS_FOR_SEVERAL ? SWT.SINGLE : SWT.MULTI;
        if (!model.rows().equals(shown) || (table.getStyle() & selection) == 0) {
            shown = model.rows();
            clear(selection);
        }
        int now = Math.min(count, table.getItemCount() + MOST_NEW_ROWS);
        if (now != table.getItemCount()) {
            table.setItemCount(now);
        }
        if (now < count) {
            table.getDisplay().asyncExec(more);
        }
    }

    /**
     * Other rows get another table: the toolkit makes an item for a row while that row goes, and keeps it, so that the next change of
     * the theme would look for a row that is gone.
     */
    private void clear(int selection) {
        if (table.getItemCount() == 0 && (table.getStyle() & selection) != 0) {
            return;
        }
        keepWidths();
        lead = EventRows.NONE;
        boolean hadKeyboard = table.isFocusControl();
        table.dispose();
        table = create(selection);
        parent.layout();
        if (hadKeyboard) {
            table.setFocus();
        }
    }

    /**
     * Selects the row of an event, or the last one before it, and shows it. Where people have selected several rows, of which it was
     * the last, all of them stay selected.
     */
    void select(int event) {
        int row = shown.map(rows -> rows.rowAtOrBefore(event)).orElse(EventRows.NONE);
        if (row == EventRows.NONE) {
            table.deselectAll();
        } else if (row < table.getItemCount() && (row != lead || !table.isSelected(row))) {
            table.setSelection(row);
        }
        lead = row;
    }

    /** The row that people have selected last; {@link EventRows#NONE} for none. */
    int lead() {
        return lead;
    }

    /** The rows that people have selected, in order, when they are several; empty for one, which is that of the cursor. */
    int[] chosen() {
        return table.getSelectionCount() > 1 ? table.getSelectionIndices() : new int[0];
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
