package dmvpn.sim.ui.timeline;

import dmvpn.app.debug.TimelineRow;
import dmvpn.app.timeline.EventCriteria;
import dmvpn.app.timeline.EventRows;
import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.TraceCursor;
import dmvpn.sim.ui.debug.RunningSimulation;
import dmvpn.sim.ui.events.BackgroundReader;
import dmvpn.sim.ui.events.EventWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.eclipse.swt.widgets.Display;

/** The rows of the timeline of a simulation: which events they are is found by a job, what they say when they are shown. Belongs to the UI thread. */
final class TimelineModel {

    private static final int ROWS_OF_A_PAGE = 128;

    /** What is to be shown. */
    private record Wanted(RunningSimulation simulation, EventCriteria criteria) {
    }

    /** What was read for it. */
    private record Read(Wanted wanted, EventRows rows) {
    }

    private final BackgroundReader<Wanted, Read> reader;
    private final Runnable changed;
    private Optional<Read> ofPage = Optional.empty();
    private int firstOfPage;
    private List<TimelineRow> page = List.of();

    /** @param changed told on the UI thread when there are other rows */
    TimelineModel(Display display, Runnable changed) {
        this.changed = changed;
        reader = new BackgroundReader<>("Reading events for the timeline", display, TimelineModel::read, this::forgetPage);
    }

    /** Shows a simulation, but for the protocols that it leaves out; tells when there is something to show. */
    void show(Optional<RunningSimulation> simulation, EventCriteria criteria) {
        reader.show(simulation.map(each -> new Wanted(each, criteria.without(each.session().leftOut()))));
    }

    private static BackgroundReader.Slice<Read> read(Wanted wanted, Optional<BackgroundReader.Slice<Read>> last, BooleanSupplier enough) {
        Read read = last.map(BackgroundReader.Slice::read).filter(before -> before.wanted().equals(wanted))
                .orElseGet(() -> new Read(wanted, new EventRows(wanted.simulation().session().knownTrace(), wanted.criteria().matcher())));
        return new BackgroundReader.Slice<>(read, read.rows().readOn(wanted.simulation().shownEvents(), enough));
    }

    private void forgetPage() {
        if (!ofPage.equals(reader.shown())) {
            ofPage = reader.shown();
            page = List.of();
        }
        changed.run();
    }

    /** What is shown; of another simulation, or filtered otherwise, it is another object. */
    Optional<EventRows> rows() {
        return reader.shown().map(Read::rows);
    }

    /** The simulation whose rows they are. */
    Optional<RunningSimulation> simulation() {
        return reader.shown().map(read -> read.wanted().simulation());
    }

    /** What a row says. */
    Optional<TimelineRow> row(int index) {
        if (ofPage.isEmpty() || index < 0 || index >= ofPage.get().rows().count()) {
            return Optional.empty();
        }
        if (index < firstOfPage || index >= firstOfPage + page.size()) {
            readPage(ofPage.get(), index / ROWS_OF_A_PAGE * ROWS_OF_A_PAGE);
        }
        return Optional.of(page.get(index - firstOfPage));
    }

    /**
     * Events as text, with tabulators between cells. To be called in a job.
     *
     * @param events their indices in the trace
     * @param enough asked now and then: true to end
     */
    static String text(RunningSimulation simulation, IntStream events, BooleanSupplier enough) {
        StringBuilder text = new StringBuilder();
        TraceCursor cursor = simulation.session().knownTrace().cursor();
        events.takeWhile(event -> !enough.getAsBoolean()).forEach(event -> {
            cursor.seek(event);
            text.append(EventWords.cells(cursor.event())).append(System.lineSeparator());
        });
        return text.toString();
    }

    /** Decodes rows that stand together at once. */
    private void readPage(Read read, int first) {
        BinaryTrace trace = read.wanted().simulation().session().knownTrace();
        TraceCursor cursor = trace.cursor();
        List<TimelineRow> rows = new ArrayList<>();
        for (int row = first; row < Math.min(first + ROWS_OF_A_PAGE, read.rows().count()); row++) {
            cursor.seek(read.rows().event(row));
            rows.add(TimelineRow.of(cursor.event()));
        }
        firstOfPage = first;
        page = rows;
    }

    void dispose() {
        reader.stop();
    }
}
