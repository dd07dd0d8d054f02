package dmvpn.sim.ui.events;

import dmvpn.sim.ui.cursor.TimeCursor;
import dmvpn.sim.ui.debug.RunningSimulation;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Composite;

/** The filter and the search above the events of a view: says how many it shows, and goes to the next one that the search finds. */
public final class EventQuery {

    /**
     * What a view shows.
     *
     * @param simulation whose events they are
     * @param count number of rows
     * @param event the event of a row
     * @param atOrBefore the row of an event, or the last one before it
     */
    public record Rows(RunningSimulation simulation, int count, IntUnaryOperator event, IntUnaryOperator atOrBefore) {
    }

    private final TimeCursor cursor;
    private final Supplier<Optional<Rows>> rows;
    private final Runnable found;
    private final EventFinder finder;
    private final EventBar bar;

    /**
     * Creates the line, for a grid of one column.
     *
     * @param rows what the view shows; empty while there is nothing
     * @param filterChanged told when the filter says something else
     * @param events gets the keyboard after a search
     * @param found told when the cursor was moved to what was found
     */
    public EventQuery(Composite parent, TimeCursor cursor, Supplier<Optional<Rows>> rows, Runnable filterChanged, Runnable events, Runnable found) {
        this.cursor = cursor;
        this.rows = rows;
        this.found = found;
        finder = new EventFinder(parent.getDisplay());
        bar = new EventBar(parent, filterChanged, this::search, events);
    }

    /** The line. */
    public EventBar bar() {
        return bar;
    }

    /** Says how many events are shown of how many. */
    public void sayCount() {
        bar.say(rows.get().map(this::count).orElse(""));
    }

    private String count(Rows shown) {
        boolean whole = bar.filter(true).isEmpty();
        return EventWords.count(shown.count(), whole ? shown.count() : shown.simulation().shownRows());
    }

    private void search(boolean forwards) {
        rows.get().filter(shown -> cursor.place().simulation().filter(shown.simulation()::equals).isPresent()).ifPresent(shown ->
                finder.find(bar, shown.simulation(), shown.count(), shown.event(), shown.atOrBefore().applyAsInt(cursor.place().event()), forwards,
                        row -> {
                            sayCount();
                            cursor.moveTo(shown.event().applyAsInt(row));
                            found.run();
                        }));
    }

    /** The view is closed. */
    public void stop() {
        finder.stop();
    }
}
