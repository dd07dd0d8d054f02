package dmvpn.sim.ui.events;

import dmvpn.app.timeline.EventSearch;
import dmvpn.sim.ui.debug.RunningSimulation;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/** Searches in a job that can be cancelled; a new search ends the one before. */
public final class EventFinder {

    private final Display display;
    private Job job;

    /** @param display where what was found is told */
    public EventFinder(Display display) {
        this.display = display;
    }

    /**
     * Goes to the next event that the search of a view finds, and says in its line when there is none. To be called on the UI thread.
     *
     * @param simulation whose events they are
     * @param rows number of rows of the view
     * @param eventOf the event of a row
     * @param row the row to begin at, or -1
     * @param found told the row, on the UI thread; not when another search was begun meanwhile, or the view was closed
     */
    public void find(EventBar bar, RunningSimulation simulation, int rows, IntUnaryOperator eventOf, int row, boolean forwards,
            IntConsumer found) {
        EventSearch search = new EventSearch(simulation.session().knownTrace(), rows, eventOf, bar.searched());
        bar.say("Searching…");
        stop();
        IJobFunction searching = monitor -> find(search, row, forwards, place -> take(bar, place, found), monitor);
        job = Job.create("Searching events", searching);
        job.schedule();
    }

    private static void take(EventBar bar, int place, IntConsumer found) {
        if (place == EventSearch.NONE) {
            bar.say("Not found");
        } else if (!bar.control().isDisposed()) {
            found.accept(place);
        }
    }

    private IStatus find(EventSearch search, int row, boolean forwards, IntConsumer found, IProgressMonitor monitor) {
        int place = forwards ? search.after(row, monitor::isCanceled) : search.before(row, monitor::isCanceled);
        if (!monitor.isCanceled() && !display.isDisposed()) {
            display.asyncExec(() -> found.accept(place));
        }
        return Status.OK_STATUS;
    }

    /** Searches no more. */
    public void stop() {
        if (job != null) {
            job.cancel();
        }
    }
}
