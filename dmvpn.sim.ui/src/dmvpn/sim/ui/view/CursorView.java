package dmvpn.sim.ui.view;

import dmvpn.app.debug.DebugSession;
import dmvpn.sim.ui.cursor.CursorPlace;
import dmvpn.sim.ui.cursor.TimeCursor;
import dmvpn.sim.ui.cursor.TimeCursorListener;
import dmvpn.sim.ui.debug.RunningSimulation;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;

/**
 * A view of what is at the time cursor. What it shows is read in a job whenever the cursor has come somewhere; while the view is
 * hidden nothing is read.
 *
 * @param <T> what is read
 */
public abstract class CursorView<T> extends ViewPart implements TimeCursorListener {

    private static final String NO_SIMULATION = "No simulation yet: Run As or Debug As \"DMVPN Simulation\" on a model fills this view";
    private static final String RUNNING = "The simulation runs on: this view fills when it stops";

    private static final String CANCELLED = "Cancelled: this view is filled when the time cursor moves, or something else is asked for";

    private final Visibility visibility = new Visibility();
    private final IPropertyChangeListener onTheme = event -> themeChanged(event.getProperty());
    private Display display;
    private TimeCursor cursor;
    private Job reading;
    private boolean isDirty;
    private Optional<RunningSimulation> simulation = Optional.empty();
    /** What the job reads at; the cursor itself belongs to the UI thread. */
    private volatile CursorPlace wanted = CursorPlace.NOWHERE;

    /** Reads in the job; the simulation stands at the cursor, or has gone on meanwhile. */
    protected abstract T read(DebugSession session, IProgressMonitor monitor);

    /** Shows what was read, on the UI thread. */
    protected abstract void show(T what);

    /** Shows nothing; a description says why. */
    protected abstract void clear();

    /** What gets the focus. */
    protected abstract Control control();

    /** Draws anew in other colours. */
    protected abstract void recolour();

    /** Begins to follow the cursor; to be called when all controls are made. */
    protected final void follow() {
        display = getSite().getShell().getDisplay();
        cursor = TimeCursor.ofWorkbench();
        reading = Job.create("Reading the simulation for " + getPartName(), (IJobFunction) this::read);
        reading.setSystem(!isLongWork());
        cursor.addListener(this);
        getSite().getPage().addPartListener(visibility);
        PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(onTheme);
        refresh();
    }

    /** Where the cursor stands. */
    protected final CursorPlace place() {
        return cursor.place();
    }

    /** Moves the cursor. */
    protected final void moveTo(int event) {
        cursor.moveTo(event);
    }

    /** The session at the cursor. */
    protected final Optional<DebugSession> session() {
        return cursor.place().simulation().map(RunningSimulation::session);
    }

    /** Reads anew what is at the cursor. */
    protected final void refresh() {
        CursorPlace place = cursor.place();
        if (!place.simulation().equals(simulation)) {
            simulation = place.simulation();
            clear();
        }
        if (simulation.isEmpty()) {
            setContentDescription(NO_SIMULATION);
        } else if (!isReadable(place)) {
            setContentDescription(place.simulation().get().canTravel() ? getContentDescription() : RUNNING);
        } else if (getSite().getPage().isPartVisible(this)) {
            isDirty = false;
            wanted = place;
            reading.schedule();
        } else {
            isDirty = true;
        }
    }

    /** True when what the view shows can be read at a place: unless a view says otherwise, when the simulation stands there. */
    protected boolean isReadable(CursorPlace place) {
        return place.hasState();
    }

    /** True when reading is long work, which is shown in Progress and can be cancelled there; false unless a view says otherwise. */
    protected boolean isLongWork() {
        return false;
    }

    private IStatus read(IProgressMonitor monitor) {
        CursorPlace place = wanted;
        place.simulation().ifPresent(running -> {
            T what = read(running.session(), monitor);
            later(() -> {
                if (cursor.place().isAtSameEvent(place)) {
                    showUnlessCancelled(what, monitor.isCanceled());
                }
            });
        });
        return Status.OK_STATUS;
    }

    private void showUnlessCancelled(T what, boolean cancelled) {
        if (cancelled) {
            clear();
            setContentDescription(CANCELLED);
        } else {
            show(what);
        }
    }

    /** Does something on the UI thread, unless the view is gone by then. */
    protected final void later(Runnable task) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!control().isDisposed()) {
                    task.run();
                }
            });
        }
    }

    private void themeChanged(String changed) {
        if (changed.startsWith(ViewColours.PREFIX)) {
            later(this::recolour);
        }
    }

    @Override
    public void cursorMoved(CursorPlace place) {
        refresh();
    }

    @Override
    public void stateArrived(CursorPlace place) {
        refresh();
    }

    @Override
    public void simulationChanged(CursorPlace place) {
        if (!place.hasState()) {
            refresh();
        }
    }

    @Override
    public void setFocus() {
        control().setFocus();
    }

    @Override
    public void dispose() {
        if (cursor != null) {
            cursor.removeListener(this);
            getSite().getPage().removePartListener(visibility);
            PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(onTheme);
            reading.cancel();
        }
        super.dispose();
    }

    /** Reads what was missed while the view was hidden. */
    private final class Visibility implements IPartListener2 {

        @Override
        public void partVisible(IWorkbenchPartReference part) {
            if (part.getPart(false) == CursorView.this && isDirty) {
                refresh();
            }
        }
    }
}
