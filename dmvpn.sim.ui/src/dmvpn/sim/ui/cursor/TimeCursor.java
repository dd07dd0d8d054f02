package dmvpn.sim.ui.cursor;

import dmvpn.app.debug.DebugSession;
import dmvpn.sim.ui.debug.RunningSimulation;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.core.runtime.SafeRunner;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchesListener2;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IDisposable;

/**
 * The place in time that all views show: an event of a simulation, or before its first one. There is one for the workbench, a
 * service of it. It belongs to the UI thread.
 *
 * <p>A simulation that is launched takes the cursor, and so does one that stops in the debugger or is selected in the Debug view.
 * Who moves the cursor takes a suspended simulation, or one that is over, along to that event. A run in progress goes on by
 * itself: there the cursor selects an event only, or follows the last one.
 */
public final class TimeCursor implements IDebugEventSetListener, ILaunchesListener2, IDisposable {

    private final Display display;
    private final ListenerList<TimeCursorListener> listeners = new ListenerList<>();
    private final AtomicBoolean lookWaits = new AtomicBoolean();
    private final SelectedSimulation selected = new SelectedSimulation(this::show);
    private CursorPlace place = CursorPlace.NOWHERE;
    /** Somebody looks at an earlier event of a run in progress. */
    private boolean heldBack;

    TimeCursor(Display display) {
        this.display = display;
        DebugPlugin.getDefault().addDebugEventListener(this);
        DebugPlugin.getDefault().getLaunchManager().addLaunchListener(this);
        selected.open();
        showLatest();
    }

    /** The cursor of the workbench. */
    public static TimeCursor ofWorkbench() {
        return PlatformUI.getWorkbench().getService(TimeCursor.class);
    }

    /** Where it stands. */
    public CursorPlace place() {
        return place;
    }

    /** Is told from now on; twice the same listener counts once. */
    public void addListener(TimeCursorListener listener) {
        listeners.add(listener);
    }

    /** Is told no more. */
    public void removeListener(TimeCursorListener listener) {
        listeners.remove(listener);
    }

    /**
     * Moves it to an event of its simulation. In a run in progress it stays there, and follows the run no more, unless it is the
     * last event.
     *
     * @param event index in the trace, or {@link DebugSession#BEFORE_FIRST_EVENT}; behind the last one means the last one
     */
    public void moveTo(int event) {
        if (place.simulation().isEmpty()) {
            return;
        }
        RunningSimulation simulation = place.simulation().get();
        int last = simulation.shownEvents() - 1;
        int wanted = Math.max(DebugSession.BEFORE_FIRST_EVENT, Math.min(event, last));
        if (simulation.canTravel()) {
            stand(simulation, wanted, standsAt(simulation, wanted));
            if (!place.hasState()) {
                simulation.travelTo(wanted);
            }
        } else {
            heldBack = wanted != last;
            stand(simulation, wanted, false);
            tell(listener -> listener.simulationChanged(place)); // it may not follow any more
        }
    }

    /** Moves it to another simulation, to where that stands; not to one whose launch is gone. */
    public void show(RunningSimulation simulation) {
        if (isOther(simulation)) {
            heldBack = false;
            lookAt(simulation);
        }
    }

    private boolean isOther(RunningSimulation simulation) {
        boolean isThere = Arrays.asList(DebugPlugin.getDefault().getLaunchManager().getLaunches()).contains(simulation.getLaunch());
        return isThere && place.simulation().filter(simulation::equals).isEmpty();
    }

    /** True when it goes along with a run in progress. */
    public boolean isFollowing() {
        return FollowMode.isWanted() && !heldBack;
    }

    /** Makes it go along with runs in progress, or not: for this run and those to come. */
    public void follow(boolean wanted) {
        heldBack = false;
        FollowMode.want(wanted);
        look();
    }

    /** Looks what has become of the simulation. */
    private void look() {
        place.simulation().ifPresent(this::lookAt);
    }

    private void lookAt(RunningSimulation simulation) {
        boolean isNew = place.simulation().filter(simulation::equals).isEmpty();
        int event = isNew ? DebugSession.BEFORE_FIRST_EVENT : place.event();
        int inHand = simulation.session().eventIndex();
        boolean isDebugged = simulation.getLaunch().getDebugTarget() != null;
        if (simulation.isTravelling()) {
            stand(simulation, isNew ? inHand : event, false); // it tells again when it has come there
        } else if (!simulation.canTravel()) {
            stand(simulation, isFollowing() ? inHand : event, false);
        } else if (!isNew && !isFollowing() && !isDebugged && event != inHand && !place.hasState()) {
            simulation.travelTo(event); // the run is over, and somebody looks at an earlier event
        } else {
            heldBack = false;
            stand(simulation, inHand, true);
        }
        tell(listener -> listener.simulationChanged(place));
    }

    private static boolean standsAt(RunningSimulation simulation, int event) {
        return !simulation.isTravelling() && simulation.session().eventIndex() == event;
    }

    private void stand(RunningSimulation simulation, int event, boolean hasState) {
        CursorPlace before = place;
        place = new CursorPlace(Optional.of(simulation), event, hasState);
        if (!place.isAtSameEvent(before)) {
            tell(listener -> listener.cursorMoved(place));
        }
        if (hasState && !(before.hasState() && place.isAtSameEvent(before))) {
            tell(listener -> listener.stateArrived(place));
        }
    }

    private void tell(Consumer<TimeCursorListener> what) {
        for (TimeCursorListener listener : listeners) {
            SafeRunner.run(() -> what.accept(listener));
        }
    }

    @Override
    public void handleDebugEvents(DebugEvent[] events) {
        for (DebugEvent event : events) {
            SelectedSimulation.of(event.getSource()).ifPresent(simulation -> {
                if (event.getKind() == DebugEvent.CREATE) {
                    later(() -> takeNew(simulation));
                } else if (event.getKind() == DebugEvent.SUSPEND) {
                    later(() -> take(simulation));
                }
                if (lookWaits.compareAndSet(false, true)) { // a fast run says more often than anybody looks
                    later(() -> {
                        lookWaits.set(false);
                        look();
                    });
                }
            });
        }
    }

    /** Who launches a run begins at its start, and goes on from there only when it is followed: it may be over by now. */
    private void takeNew(RunningSimulation simulation) {
        if (isOther(simulation)) {
            heldBack = false;
            stand(simulation, DebugSession.BEFORE_FIRST_EVENT, false);
        }
        look();
    }

    /** The state of a simulation that has stopped is another one, even on the same event: the clock may have gone on. */
    private void take(RunningSimulation simulation) {
        place = new CursorPlace(place.simulation(), place.event(), false);
        show(simulation);
        look();
    }

    /** Once everybody else has seen the debug events: who judges a run that is over judges it at its end. */
    private void later(Runnable task) {
        DebugPlugin.getDefault().asyncExec(() -> {
            if (!display.isDisposed()) {
                display.asyncExec(task);
            }
        });
    }

    @Override
    public void launchesRemoved(ILaunch[] launches) {
        later(() -> {
            if (place.simulation().filter(simulation -> Arrays.asList(launches).contains(simulation.getLaunch())).isPresent()) {
                place = CursorPlace.NOWHERE;
                showLatest();
                if (place.simulation().isEmpty()) {
                    tell(listener -> listener.cursorMoved(place));
                    tell(listener -> listener.simulationChanged(place));
                }
            }
        });
    }

    private void showLatest() {
        ILaunch[] launches = DebugPlugin.getDefault().getLaunchManager().getLaunches();
        for (int index = launches.length - 1; index >= 0 && place.simulation().isEmpty(); index--) {
            SelectedSimulation.of(launches[index]).ifPresent(this::show);
        }
    }

    @Override
    public void launchesAdded(ILaunch[] launches) {
        // their simulations tell when they begin
    }

    @Override
    public void launchesChanged(ILaunch[] launches) {
        // as above
    }

    @Override
    public void launchesTerminated(ILaunch[] launches) {
        // as above
    }

    @Override
    public void dispose() {
        DebugPlugin.getDefault().removeDebugEventListener(this);
        DebugPlugin.getDefault().getLaunchManager().removeLaunchListener(this);
        selected.close();
    }
}
