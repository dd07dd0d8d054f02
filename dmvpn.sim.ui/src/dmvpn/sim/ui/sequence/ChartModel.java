package dmvpn.sim.ui.sequence;

import dmvpn.app.sequence.LifelineArrangement;
import dmvpn.app.sequence.Lifelines;
import dmvpn.app.sequence.SequenceLayout;
import dmvpn.app.sequence.SequenceRows;
import dmvpn.app.sequence.TimeAxis;
import dmvpn.app.timeline.EventCriteria;
import dmvpn.sim.ui.debug.RunningSimulation;
import dmvpn.sim.ui.events.BackgroundReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.widgets.Display;

/** What the chart shows of which simulation, and its layout, which a job brings up to date. Belongs to the UI thread. */
final class ChartModel {

    private static final long NANOS_PER_LINE = Duration.ofMillis(10).toNanos();

    /** What is to be shown. */
    private record Wanted(RunningSimulation simulation, EventCriteria criteria, TimeAxis axis, LifelineArrangement arrangement) {
    }

    /** What was read for it. Its layout is read on by the job and looked at by the UI thread. */
    private record Read(Wanted wanted, List<String> sites, int usedNodes, SequenceLayout layout) {

        SequenceRows rows() {
            return layout.rows();
        }
    }

    private final BackgroundReader<Wanted, Read> reader;

    /** @param changed told on the UI thread when there is something else to show */
    ChartModel(Display display, Runnable changed) {
        reader = new BackgroundReader<>("Reading events for the sequence chart", display, ChartModel::read, changed);
    }

    /** Shows a simulation, but for the protocols that it leaves out. */
    void show(Optional<RunningSimulation> simulation, EventCriteria criteria, TimeAxis axis, LifelineArrangement arrangement) {
        reader.show(simulation.map(each -> new Wanted(each, criteria.without(each.session().leftOut()), axis, arrangement)));
    }

    /** The layout of what was read last; empty while there is no simulation. */
    Optional<SequenceLayout> layout() {
        return reader.shown().map(Read::layout);
    }

    /** The simulation that the layout is of. */
    Optional<RunningSimulation> simulation() {
        return reader.shown().map(read -> read.wanted().simulation());
    }

    void dispose() {
        reader.stop();
    }

    private static BackgroundReader.Slice<Read> read(Wanted wanted, Optional<BackgroundReader.Slice<Read>> last, BooleanSupplier enough) {
        Read begun = last.map(BackgroundReader.Slice::read).map(before -> goOn(wanted, before)).orElseGet(() -> begin(wanted));
        boolean isLast = begun.rows().readOn(wanted.simulation().shownEvents(), enough);
        int used = begun.rows().usedNodeCount();
        SequenceLayout layout = used == begun.usedNodes() ? begun.layout()
                : begun.layout().with(lifelines(begun.rows(), begun.sites(), wanted.arrangement()));
        layout.readOn();
        return new BackgroundReader.Slice<>(new Read(wanted, begun.sites(), used, layout), isLast);
    }

    private static Read begin(Wanted wanted) {
        SequenceRows rows = new SequenceRows(wanted.simulation().session().knownTrace(), wanted.criteria().matcher());
        List<String> sites = wanted.simulation().session().sites();
        return new Read(wanted, sites, 0, new SequenceLayout(rows, lifelines(rows, sites, wanted.arrangement()), wanted.axis(), NANOS_PER_LINE));
    }

    /** What was read already is read again only when it is of other events. */
    private static Read goOn(Wanted wanted, Read before) {
        if (before.wanted().simulation() != wanted.simulation() || !before.wanted().criteria().equals(wanted.criteria())) {
            return begin(wanted);
        }
        if (before.wanted().axis() != wanted.axis()) {
            SequenceLayout layout = new SequenceLayout(before.rows(), before.layout().lifelines(), wanted.axis(), NANOS_PER_LINE);
            return new Read(wanted, before.sites(), 0, layout);
        }
        return before.wanted().arrangement().equals(wanted.arrangement()) ? before : new Read(wanted, before.sites(), 0, before.layout());
    }

    private static Lifelines lifelines(SequenceRows rows, List<String> sites, LifelineArrangement arrangement) {
        return Lifelines.arrange(rows.nodeNames(), sites, rows::isUsed, arrangement);
    }
}
