package dmvpn.sim.ui.timeline;

import dmvpn.app.timeline.EventRows;
import dmvpn.sim.ui.cursor.CursorPlace;
import dmvpn.sim.ui.cursor.TimeCursor;
import dmvpn.sim.ui.cursor.TimeCursorListener;
import dmvpn.sim.ui.events.EventActions;
import dmvpn.sim.ui.events.EventBar;
import dmvpn.sim.ui.events.EventMenu;
import dmvpn.sim.ui.events.EventQuery;
import dmvpn.sim.ui.events.EventWords;
import dmvpn.sim.ui.packet.WiresharkAction;
import dmvpn.sim.ui.packet.WiresharkJob;
import dmvpn.sim.ui.view.ViewHelp;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;

/**
 * The events of the simulation under the time cursor as a table, the event under the cursor selected. Selecting a row moves the
 * cursor, of several rows the one that was selected last; opening one shows the line of the model that configured what happened.
 * Keep-alives have no rows, and steps pass over them, until the view is told to show them.
 */
public final class TimelineView extends ViewPart implements TimeCursorListener {

    /** Identifier of the view. */
    public static final String ID = "dmvpn.sim.ui.timeline";

    private static final String SHOW_KEEP_ALIVES = "Show Keep-Alives";
    private static final int MOST_COPIED_ROWS = 100_000;
    private static final int MOST_CAPTURED_ROWS = 10_000;
    private static final String NO_SIMULATION = "No simulation yet: Run As or Debug As \"DMVPN Simulation\" on a model fills this view";

    private final IPreferenceChangeListener keepAlives = event -> later(this::wish);
    private Display display;
    private TimeCursor cursor;
    private EventQuery query;
    private TimelineModel model;
    private TimelineTable table;
    private IAction follow;
    private IAction showKeepAlives;
    private WiresharkAction wireshark;

    @Override
    public void createPartControl(Composite parent) {
        ViewHelp.TIMELINE.on(parent);
        display = parent.getDisplay();
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        cursor = TimeCursor.ofWorkbench();
        query = new EventQuery(parent, cursor, this::queried, this::wish, this::setFocus, this::selectEvent);
        model = new TimelineModel(display, this::changed);
        table = new TimelineTable(parent, model, this::selected, this::openLine, this::addMenu);
        addActions(getViewSite().getActionBars());
        setContentDescription(NO_SIMULATION);
        cursor.addListener(this);
        KeepAlives.addListener(keepAlives);
        wish();
    }

    private void addActions(IActionBars bars) {
        follow = EventActions.follow(cursor);
        showKeepAlives = EventActions.check(SHOW_KEEP_ALIVES, SHOW_KEEP_ALIVES + ": periodic hellos and acknowledgements, as rows and as steps",
                "icons/keepalives.svg", () -> KeepAlives.show(showKeepAlives.isChecked()));
        showKeepAlives.setChecked(KeepAlives.areShown());
        wireshark = new WiresharkAction(getViewSite(), this::openInWireshark);
        bars.getToolBarManager().add(follow);
        bars.getToolBarManager().add(showKeepAlives);
        bars.getMenuManager().add(follow);
        bars.getMenuManager().add(showKeepAlives);
        bars.setGlobalActionHandler(ActionFactory.FIND.getId(), action("Find", bar()::search));
        bars.setGlobalActionHandler(ActionFactory.COPY.getId(), action("Copy", this::copyRows));
    }

    private static IAction action(String name, Runnable task) {
        return new Action(name) {
            @Override
            public void run() {
                task.run();
            }
        };
    }

    private void addMenu(Table control) {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(shown -> fillMenu(menu));
        control.setMenu(menu.createContextMenu(control));
    }

    private void fillMenu(MenuManager menu) {
        EventMenu.fill(menu, getSite(), cursor, event -> ModelLine.open(getSite().getPage(), event.origin()), bar()::setFilter);
        menu.add(action("Copy", this::copyRows));
        menu.add(action("Copy All Rows", this::copyAllRows));
        menu.add(wireshark.action());
        menu.add(follow);
        menu.add(showKeepAlives);
    }

    private void later(Runnable task) {
        if (!display.isDisposed()) {
            display.asyncExec(task);
        }
    }

    /** What the view shows is to be as people have chosen. */
    private void wish() {
        if (table.control().isDisposed()) {
            return;
        }
        boolean all = KeepAlives.areShown();
        showKeepAlives.setChecked(all);
        cursor.place().simulation().ifPresent(simulation -> simulation.session().showKeepAlives(all));
        model.show(cursor.place().simulation(), bar().filter(all));
    }

    private void changed() {
        if (table.control().isDisposed()) {
            return;
        }
        setContentDescription(model.simulation().isEmpty() ? NO_SIMULATION : "");
        table.update(this::changed);
        selectEvent();
        query.sayCount();
    }

    private Optional<EventQuery.Rows> queried() {
        return model.rows().flatMap(rows -> model.simulation()
                .map(simulation -> new EventQuery.Rows(simulation, rows.count(), rows::event, rows::rowAtOrBefore)));
    }

    @Override
    public void cursorMoved(CursorPlace place) {
        selectEvent();
    }

    private void selectEvent() {
        if (isOfCursor()) {
            table.select(cursor.place().event());
        }
        wireshark.enable(table.control().getItemCount() > 0);
    }

    private boolean isOfCursor() {
        return model.simulation().equals(cursor.place().simulation());
    }

    @Override
    public void simulationChanged(CursorPlace place) {
        EventActions.update(follow, cursor);
        wish();
    }

    private void selected() {
        int row = table.lead();
        if (row != EventRows.NONE && isOfCursor()) {
            model.rows().filter(rows -> row < rows.count()).ifPresent(rows -> cursor.moveTo(rows.event(row)));
        }
    }

    private void openLine() {
        model.row(table.lead()).ifPresent(row -> ModelLine.open(getSite().getPage(), row.origin()));
    }

    /** The packets of the rows that are selected, when they are several, else of those that the filter lets through; as far as people look. */
    private void openInWireshark() {
        model.simulation().ifPresent(simulation -> model.rows().ifPresent(rows -> {
            int[] chosen = table.chosen();
            WiresharkJob.open(simulation.session(), () -> (chosen.length > 0 ? Arrays.stream(chosen) : IntStream.range(0, rows.count()))
                    .limit(MOST_CAPTURED_ROWS).mapToObj(rows::event).toList());
        }));
    }

    private void copyRows() {
        int[] chosen = table.chosen();
        if (bar().copy()) {
            return;
        }
        if (chosen.length > 0) {
            copy(rows -> Arrays.stream(chosen));
        } else {
            EventWords.event(cursor.place()).ifPresent(event -> copy(EventWords.cells(event)));
        }
    }

    private void copyAllRows() {
        copy(rows -> IntStream.range(0, rows.count()));
    }

    private void copy(Function<EventRows, IntStream> chosen) {
        model.simulation().ifPresent(simulation -> model.rows().ifPresent(rows -> {
            IJobFunction reading = monitor -> {
                String text = TimelineModel.text(simulation, chosen.apply(rows).limit(MOST_COPIED_ROWS).map(rows::event), monitor::isCanceled);
                if (!monitor.isCanceled()) {
                    later(() -> copy(text));
                }
                return Status.OK_STATUS;
            };
            Job.create("Copying rows of the timeline", reading).schedule();
        }));
    }

    private void copy(String text) {
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(display);
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    /** The line with the filter and the search. */
    public EventBar bar() {
        return query.bar();
    }

    @Override
    public void setFocus() {
        table.control().setFocus();
    }

    @Override
    public void dispose() {
        cursor.removeListener(this);
        KeepAlives.removeListener(keepAlives);
        model.dispose();
        query.stop();
        wireshark.dispose();
        super.dispose();
    }
}
