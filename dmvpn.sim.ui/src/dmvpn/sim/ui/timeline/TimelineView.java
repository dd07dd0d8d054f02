package dmvpn.sim.ui.timeline;

import dmvpn.app.debug.TimelineRow;
import dmvpn.sim.ui.debug.RunningSimulation;
import java.util.List;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.part.ViewPart;

/**
 * The events of the latest simulation as a table. The table is virtual: a row is read from the trace when it is shown.
 */
public final class TimelineView extends ViewPart implements IDebugEventSetListener {

    /** Identifier of the view. */
    public static final String ID = "dmvpn.sim.ui.timeline";

    private static final String[] COLUMNS = {"Time", "Router", "Protocol", "Message", "Fields", "Reason"};
    private static final int[] WIDTHS = {90, 90, 70, 200, 420, 300};

    private Table table;
    private RunningSimulation shown;

    @Override
    public void createPartControl(Composite parent) {
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.BORDER);
        table.setHeaderVisible(true);
        for (int index = 0; index < COLUMNS.length; index++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(COLUMNS[index]);
            column.setWidth(WIDTHS[index]);
        }
        table.addListener(SWT.SetData, this::fill);
        showLatestLaunch();
        DebugPlugin.getDefault().addDebugEventListener(this);
    }

    private void showLatestLaunch() {
        for (ILaunch launch : DebugPlugin.getDefault().getLaunchManager().getLaunches()) {
            if (launch.getDebugTarget() instanceof RunningSimulation debugged) {
                shown = debugged;
            }
            for (Object process : launch.getProcesses()) {
                if (process instanceof RunningSimulation running) {
                    shown = running;
                }
            }
        }
        refresh();
    }

    @Override
    public void handleDebugEvents(DebugEvent[] events) {
        for (DebugEvent event : events) {
            if (event.getSource() instanceof RunningSimulation simulation) {
                boolean created = event.getKind() == DebugEvent.CREATE;
                table.getDisplay().asyncExec(() -> {
                    if (created || shown == null) {
                        shown = simulation;
                        clear();
                    }
                    if (simulation == shown) {
                        refresh();
                    }
                });
            }
        }
    }

    private void clear() {
        if (!table.isDisposed()) {
            table.setItemCount(0);
            table.clearAll();
        }
    }

    private void refresh() {
        if (table.isDisposed() || shown == null) {
            return;
        }
        int count = shown.session().eventCount();
        boolean following = table.getTopIndex() + visibleRows() >= table.getItemCount();
        table.setItemCount(count);
        if (following && count > 0) {
            table.showItem(table.getItem(count - 1));
        }
        setContentDescription(count == 1 ? "1 event" : count + " events");
    }

    private int visibleRows() {
        return table.getItemHeight() == 0 ? 0 : table.getClientArea().height / table.getItemHeight() + 1;
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        int index = table.indexOf(item);
        if (shown == null || index < 0) {
            return;
        }
        List<TimelineRow> rows = shown.session().events(index, 1);
        if (!rows.isEmpty()) {
            TimelineRow row = rows.get(0);
            item.setText(new String[] {
                    row.time(), row.router(), row.protocol(), row.message(), row.fields(), row.reason()});
        }
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }

    @Override
    public void dispose() {
        DebugPlugin.getDefault().removeDebugEventListener(this);
        super.dispose();
    }
}
