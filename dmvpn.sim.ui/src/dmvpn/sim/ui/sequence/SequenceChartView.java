package dmvpn.sim.ui.sequence;

import dmvpn.app.sequence.Causes;
import dmvpn.app.sequence.LifelineArrangement;
import dmvpn.app.sequence.SequenceLayout;
import dmvpn.app.sequence.SequenceRows;
import dmvpn.app.sequence.TimeAxis;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.ui.cursor.CursorPlace;
import dmvpn.sim.ui.cursor.TimeCursor;
import dmvpn.sim.ui.cursor.TimeCursorListener;
import dmvpn.sim.ui.events.EventBar;
import dmvpn.sim.ui.events.EventMenu;
import dmvpn.sim.ui.events.EventQuery;
import dmvpn.sim.ui.events.EventWords;
import dmvpn.sim.ui.timeline.KeepAlives;
import dmvpn.sim.ui.timeline.ModelLine;
import dmvpn.sim.ui.view.ViewHelp;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;

/**
 * The simulation under the time cursor as a sequence chart: routers as lifelines, messages as arrows, what happens on one router as
 * a mark. Pointing at an event moves the cursor, which marks it with what led to it and what followed from it.
 */
public final class SequenceChartView extends ViewPart implements TimeCursorListener, ChartListener {

    /** Identifier of the view. */
    public static final String ID = "dmvpn.sim.ui.sequence";

    private static final String AXIS = "axis";
    private static final double ZOOM_STEP = 1.25;

    private final IPreferenceChangeListener keepAlives = event -> later(this::wish);
    private TimeCursor cursor;
    private ChartModel model;
    private ChartCanvas canvas;
    private EventQuery query;
    private TimeAxis axis = TimeAxis.COMPRESSED;
    private LifelineArrangement arrangement = KeptArrangement.read();
    private int revealed = Integer.MIN_VALUE;
    private boolean pointing;
    private ChartActions actions;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        if (memento != null && memento.getString(AXIS) != null) {
            for (TimeAxis each : TimeAxis.values()) {
                axis = each.word().equals(memento.getString(AXIS)) ? each : axis;
            }
        }
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(AXIS, axis.word());
    }

    @Override
    public void createPartControl(Composite parent) {
        ViewHelp.SEQUENCE_CHART.on(parent);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        cursor = TimeCursor.ofWorkbench();
        query = new EventQuery(parent, cursor, this::queried, this::wish, () -> canvas.control().setFocus(), this::reveal);
        canvas = new ChartCanvas(parent, this);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas.control());
        model = new ChartModel(parent.getDisplay(), this::changed);
        actions = new ChartActions(this, cursor);
        actions.fill(getViewSite().getActionBars());
        getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.FIND.getId(), actions.find());
        getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), actions.copy());
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(shown -> fillMenu(menu));
        canvas.control().setMenu(menu.createContextMenu(canvas.control()));
        cursor.addListener(this);
        KeepAlives.addListener(keepAlives);
        wish();
        cursorMoved(cursor.place());
    }

    private void fillMenu(MenuManager menu) {
        EventMenu.fill(menu, getSite(), cursor, event -> ModelLine.open(getSite().getPage(), event.origin()), bar()::setFilter);
        actions.fillMenu(menu);
    }

    private void later(Runnable task) {
        getSite().getShell().getDisplay().asyncExec(task);
    }

    /** What the view shows is to be as people have chosen. */
    private void wish() {
        if (!canvas.control().isDisposed()) {
            model.show(cursor.place().simulation(), bar().filter(KeepAlives.areShown()), axis, arrangement);
        }
    }

    private void changed() {
        if (canvas.control().isDisposed()) {
            return;
        }
        boolean isOther = canvas.show(model.layout());
        revealed = isOther ? Integer.MIN_VALUE : revealed;
        canvas.readOn();
        reveal();
        query.sayCount();
    }

    private Optional<EventQuery.Rows> queried() {
        return rows().flatMap(rows -> model.simulation()
                .map(simulation -> new EventQuery.Rows(simulation, rows.count(), rows::event, rows::rowAtOrBefore)));
    }

    @Override
    public void cursorMoved(CursorPlace place) {
        canvas.select(place.event(), event().map(EventWords::line).orElse(""));
        revealed = pointing ? place.event() : Integer.MIN_VALUE; // what people point at does not move away under the mouse
        reveal();
    }

    /** As soon as the event has a row; it may be read later. Of one that is filtered out the row before it. */
    private void reveal() {
        int event = cursor.place().event();
        Optional<SequenceRows> rows = rows();
        if (rows.isPresent() && revealed != event && rows.get().readEvents() > event && isOfCursor()) {
            revealed = event;
            canvas.reveal(rows.get().rowAtOrBefore(event));
        }
    }

    @Override
    public void simulationChanged(CursorPlace place) {
        wish();
        actions.update();
    }

    private boolean isOfCursor() {
        return model.simulation().equals(cursor.place().simulation());
    }

    private Optional<SequenceRows> rows() {
        return model.layout().map(SequenceLayout::rows);
    }

    /** The event under the cursor. */
    Optional<RecordedEvent> event() {
        return EventWords.event(cursor.place());
    }

    @Override
    public void pointed(int row) {
        if (isOfCursor() && rows().isPresent()) {
            pointing = true;
            cursor.moveTo(rows().get().event(row));
            pointing = false;
        }
    }

    @Override
    public void opened() {
        event().ifPresent(event -> ModelLine.open(getSite().getPage(), event.origin()));
    }

    @Override
    public void moved(int from, int to) {
        model.layout().ifPresent(layout -> arrange(arrangement.moved(layout.lifelines().all(), from, to)));
    }

    @Override
    public void toggled(int lifeline) {
        model.layout().ifPresent(layout -> arrange(arrangement.toggled(layout.lifelines().all().get(lifeline).site())));
    }

    /** Collapses all sites with more than one lifeline, or expands all. */
    void toggleSites() {
        if (!arrangement.collapsedSites().isEmpty()) {
            arrange(arrangement.collapsed(Set.of()));
            return;
        }
        model.layout().ifPresent(layout -> {
            Map<String, Integer> members = new HashMap<>();
            layout.lifelines().all().forEach(lifeline -> members.merge(lifeline.site(), 1, Integer::sum));
            arrange(arrangement.collapsed(members.keySet().stream().filter(site -> members.get(site) > 1).collect(Collectors.toSet())));
        });
    }

    /** Lifelines as they come, those that people have moved too. */
    void resetLifelines() {
        arrange(LifelineArrangement.NONE);
    }

    private void arrange(LifelineArrangement wanted) {
        arrangement = wanted;
        KeptArrangement.keep(wanted);
        wish();
    }

    /** Puts events at another distance. */
    void setAxis(TimeAxis wanted) {
        axis = wanted;
        revealed = Integer.MIN_VALUE;
        wish();
    }

    TimeAxis axis() {
        return axis;
    }

    void zoom(boolean in) {
        canvas.zoom(in ? canvas.zoom() * ZOOM_STEP : canvas.zoom() / ZOOM_STEP);
    }

    @Override
    public void pressed(ChartKey key) {
        switch (key) {
            case ZOOM_IN -> zoom(true);
            case ZOOM_OUT -> zoom(false);
            case ZOOM_RESET -> canvas.zoom(1);
            case OPEN -> opened();
            default -> canvas.frame().filter(frame -> frame.layout().count() > 0 && isOfCursor())
                    .ifPresent(frame -> new ChartSteps(frame, cursor, this).go(key));
        }
    }

    @Override
    public String describe(int row) {
        return rows().flatMap(rows -> model.simulation().map(simulation -> EventWords.whole(simulation.session().knownTrace().event(rows.event(row)))))
                .orElse(null);
    }

    /** Gives the keyboard to the search. */
    void find() {
        bar().search();
    }

    /** Asks for a file, and writes the chart into it. */
    public void askForFile() {
        ChartExport.ask(this);
    }

    /** Writes the chart into a file, in a job. */
    public void export(Path file) {
        canvas.frame().ifPresent(frame -> ChartExport.write(frame, file, getSite().getShell()));
    }

    /** True when there is something to write. */
    boolean canExport() {
        return model.layout().filter(layout -> layout.count() > 0).isPresent();
    }

    /** What is seen; empty while there is no simulation. */
    public Optional<ChartFrame> frame() {
        return canvas.frame();
    }

    /** The canvas. */
    public Control control() {
        return canvas.control();
    }

    /** The line with the filter and the search. */
    public EventBar bar() {
        return query.bar();
    }

    /** Number of figures that were drawn last. */
    public int paintedFigures() {
        return canvas.paintedFigures();
    }

    /** True for an event that stands out as one that led to the one under the cursor, or followed from it. */
    public boolean isHighlighted(int event) {
        return new Highlight(cursor.place().event(), rows().map(SequenceRows::causes).orElseGet(Causes::new)).of(event) != Highlight.Role.NONE;
    }

    @Override
    public void setFocus() {
        canvas.control().setFocus();
    }

    @Override
    public void dispose() {
        cursor.removeListener(this);
        KeepAlives.removeListener(keepAlives);
        model.dispose();
        query.stop();
        super.dispose();
    }
}
