package dmvpn.sim.ui.timeline;

import dmvpn.app.debug.TimelineRow;
import dmvpn.sim.ui.debug.RunningSimulation;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * The events of the latest simulation as a table, the event in hand selected. The table is virtual: a row is read from
 * the trace when it is shown. Opening a row shows the line of the model that configured what happened. Keep-alives have no
 * rows, and steps pass over them, until the view is told to show them.
 */
public final class TimelineView extends ViewPart implements IDebugEventSetListener {

    /** Identifier of the view. */
    public static final String ID = "dmvpn.sim.ui.timeline";

    private static final String[] COLUMNS = {"Time", "Router", "Protocol", "Message", "Fields", "Reason"};
    private static final String SHOW_KEEP_ALIVES = "Show Keep-Alives";
    private static final int[] WIDTHS = {90, 90, 70, 200, 420, 300};

    private final AtomicBoolean refreshWaits = new AtomicBoolean();
    private Display display;
    private Table table;
    private RunningSimulation shown;
    private TimelinePage page = TimelinePage.EMPTY;

    /** Opens the view in the active window, without taking the focus. */
    public static void reveal() {
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
            if (window != null && window.getActivePage() != null) {
                try {
                    window.getActivePage().showView(ID, null, IWorkbenchPage.VIEW_VISIBLE);
                } catch (PartInitException failure) {
                    StatusManager.getManager().handle(failure.getStatus(), StatusManager.LOG);
                }
            }
        });
    }

    @Override
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        table.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = "Events of the simulation"));
        for (int index = 0; index < COLUMNS.length; index++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(COLUMNS[index]);
            column.setWidth(WIDTHS[index]);
        }
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.DefaultSelection, event -> openLine(table.getSelectionIndex()));
        addKeepAlivesToggle();
        setContentDescription("No simulation yet: Run As or Debug As \"DMVPN Simulation\" on a model fills this view");
        DebugPlugin.getDefault().addDebugEventListener(this);
        showLatestLaunch();
    }

    private void addKeepAlivesToggle() {
        Action toggle = new Action(SHOW_KEEP_ALIVES, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                showKeepAlives(isChecked());
            }
        };
        toggle.setToolTipText(SHOW_KEEP_ALIVES + ": periodic hellos and acknowledgements, as rows and as steps");
        ResourceLocator.imageDescriptorFromBundle("dmvpn.sim.ui", "icons/keepalives.svg")
                .ifPresent(toggle::setImageDescriptor);
        toggle.setChecked(KeepAlives.areShown());
        IActionBars bars = getViewSite().getActionBars();
        bars.getToolBarManager().add(toggle);
        bars.getMenuManager().add(toggle);
    }

    /** The selection stays on its event, or goes to the last row before it when the event has no row any more. */
    private void showKeepAlives(boolean areShown) {
        KeepAlives.show(areShown);
        if (shown == null) {
            return;
        }
        Optional<TimelineRow> selected = isFollowing() ? Optional.empty() : rowAt(table.getSelectionIndex());
        shown.session().showKeepAlives(areShown);
        page = TimelinePage.EMPTY;
        table.setItemCount(0);
        refresh();
        selected.ifPresent(row -> table.setSelection(Math.max(0, shown.session().rowCount(row.event() + 1) - 1)));
        table.showSelection();
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
        if (shown != null) {
            shown.session().showKeepAlives(KeepAlives.areShown());
        }
        refresh();
    }

    @Override
    public void handleDebugEvents(DebugEvent[] events) {
        for (DebugEvent event : events) {
            if (event.getSource() instanceof RunningSimulation simulation) {
                if (event.getKind() == DebugEvent.CREATE) {
                    display.asyncExec(() -> show(simulation));
                }
                if (refreshWaits.compareAndSet(false, true)) { // a fast run says more often than anybody looks
                    display.asyncExec(() -> {
                        refreshWaits.set(false);
                        refresh();
                    });
                }
            }
        }
    }

    private void show(RunningSimulation simulation) {
        shown = simulation;
        page = TimelinePage.EMPTY;
        if (!table.isDisposed()) {
            table.setItemCount(0);
            table.clearAll();
        }
    }

    private void refresh() {
        if (table.isDisposed() || shown == null) {
            return;
        }
        int count = shown.shownRows();
        if (count != table.getItemCount()) {
            boolean following = isFollowing();
            table.setItemCount(count);
            if (count > 0 && following) {
                table.setSelection(count - 1);
            }
        }
        setContentDescription(count == 1 ? "1 event" : count + " events");
    }

    /** Who has selected an earlier event wants to look at it; everybody else sees the latest. */
    private boolean isFollowing() {
        return table.getSelectionIndex() < 0 || table.getSelectionIndex() == table.getItemCount() - 1;
    }

    private void fill(Event event) {
        rowAt(event.index).ifPresent(row -> ((TableItem) event.item).setText(new String[] {
                row.time(), row.router(), row.protocol(), row.message(), row.fields(), row.reason()}));
    }

    private void openLine(int index) {
        rowAt(index).ifPresent(row -> ModelLine.open(getSite().getPage(), row.origin()));
    }

    private Optional<TimelineRow> rowAt(int index) {
        if (shown == null || index < 0 || index >= shown.shownRows()) {
            return Optional.empty();
        }
        if (!page.holds(index)) {
            page = TimelinePage.around(shown.session(), index);
        }
        return Optional.of(page.row(index));
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
