package dmvpn.sim.ui.table;

import dmvpn.app.debug.table.Change;
import dmvpn.app.debug.table.ComparedRow;
import dmvpn.app.debug.table.ComparedTable;
import dmvpn.sim.ui.view.ClipboardText;
import dmvpn.sim.ui.view.ViewColours;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The tables of a router: their names with how many rows are not what they were, and the rows of the selected one. */
final class TablePages {

    private static final int[] WEIGHTS = {25, 75};
    private static final int NAME_WIDTH = 210;
    private static final int COUNT_WIDTH = 70;
    private static final int CHANGE_WIDTH = 80;
    private static final int VALUE_WIDTH = 120;
    private static final String CHANGE = "Change";

    private final SashForm area;
    private final Table names;
    private final Table rows;
    private List<ComparedTable> tables = List.of();
    private List<ComparedRow> shownRows = List.of();
    private List<String> shownColumns = List.of();
    private String chosen = "";
    private boolean onlyChanges;

    TablePages(Composite parent) {
        area = new SashForm(parent, SWT.HORIZONTAL);
        names = table(SWT.SINGLE, "Tables of the router");
        column(names, "Table", NAME_WIDTH);
        column(names, "Changes", COUNT_WIDTH);
        names.addListener(SWT.Selection, event -> {
            chosen = names.getSelection().length == 0 ? "" : names.getSelection()[0].getText();
            showRows();
        });
        rows = table(SWT.MULTI | SWT.VIRTUAL, "Rows of the table");
        rows.addListener(SWT.SetData, this::fill);
        area.setWeights(WEIGHTS);
    }

    private Table table(int style, String name) {
        Table table = new Table(area, style | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        table.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = name));
        return table;
    }

    private static void column(Table table, String name, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(name);
        column.setWidth(width);
    }

    /** @param onlyChangedRows whether rows that are as they were are left out */
    void show(List<ComparedTable> shown, boolean onlyChangedRows) {
        tables = shown;
        onlyChanges = onlyChangedRows;
        names.setRedraw(false);
        names.setItemCount(shown.size());
        for (int index = 0; index < shown.size(); index++) {
            ComparedTable table = shown.get(index);
            long changes = table.rows().stream().filter(row -> row.change() != Change.NONE).count();
            TableItem item = names.getItem(index);
            item.setText(new String[] {table.name(), changes == 0 ? "" : Long.toString(changes)});
            item.setBackground(changes == 0 ? null : ViewColours.of(Change.CHANGED));
        }
        names.select(indexOfChosen());
        names.setRedraw(true);
        showRows();
    }

    private int indexOfChosen() {
        for (int index = 0; index < tables.size(); index++) {
            if (tables.get(index).name().equals(chosen)) {
                return index;
            }
        }
        return 0;
    }

    private void showRows() {
        List<String> columns = tables.isEmpty() ? List.of() : tables.get(indexOfChosen()).columns();
        shownRows = tables.isEmpty() ? List.of() : tables.get(indexOfChosen()).rows().stream()
                .filter(row -> !onlyChanges || row.change() != Change.NONE).toList();
        rows.setRedraw(false);
        if (!columns.equals(shownColumns)) {
            shownColumns = columns;
            for (TableColumn column : rows.getColumns()) {
                column.dispose();
            }
            if (!columns.isEmpty()) {
                column(rows, CHANGE, CHANGE_WIDTH);
                columns.forEach(name -> column(rows, name, VALUE_WIDTH));
            }
        }
        rows.setItemCount(shownRows.size());
        rows.clearAll();
        rows.setRedraw(true);
    }

    private void fill(Event event) {
        ComparedRow row = shownRows.get(event.index);
        TableItem item = (TableItem) event.item;
        item.setText(texts(row).toArray(String[]::new));
        boolean isWhole = row.change() == Change.ADDED || row.change() == Change.REMOVED;
        item.setBackground(isWhole ? ViewColours.of(row.change()) : null);
        for (int column = 0; column < row.values().size(); column++) {
            item.setBackground(column + 1, row.changedColumns().contains(column) ? ViewColours.of(Change.CHANGED)
                    : isWhole ? ViewColours.of(row.change()) : null);
        }
    }

    private static List<String> texts(ComparedRow row) {
        List<String> texts = new ArrayList<>(List.of(row.change().title()));
        texts.addAll(row.values());
        return texts;
    }

    /** The selected rows, or all when none is selected; columns are parted by tabulators, so that a spreadsheet takes them. */
    void copy() {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(String.join("\t", shownColumns));
        int[] selected = rows.getSelectionIndices();
        for (int index = 0; index < (selected.length == 0 ? shownRows.size() : selected.length); index++) {
            lines.add(String.join("\t", shownRows.get(selected.length == 0 ? index : selected[index]).values()));
        }
        ClipboardText.copy(lines.toString());
    }

    void setFocus() {
        names.setFocus();
    }

    SashForm control() {
        return area;
    }
}
