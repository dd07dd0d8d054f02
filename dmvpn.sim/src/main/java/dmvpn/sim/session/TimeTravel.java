package dmvpn.sim.session;

import dmvpn.network.CompiledNetwork;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.trace.BinaryTrace;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A run in which one goes back and forth. It stands right behind a step of the run, or at an instant between two steps.
 *
 * <p>A past place is reached from the last key frame before it: the run is put back to its state there and repeated from
 * there on. The run is deterministic, so that what is there is exactly what was there the first time. There is one run, and
 * whoever holds one of its routers holds that router wherever the session stands.
 *
 * <p>Belongs to one thread, as the simulations do.
 *
 * @param <R> the run, with what its owner keeps of its last step, which goes back with it
 */
public final class TimeTravel<R extends SteppedRun> {

    /** So many steps take less than people notice. */
    private static final int STEPS_BETWEEN_QUESTIONS = 1_000;

    private final PausedRun<R> current;
    private final KeyFrames keyFrames;

    /**
     * Stands before the first event.
     *
     * @param run the run before its first step; whatever can be reached from it is put back with it, except what is
     *     {@link dmvpn.sim.snapshot.Timeless}
     */
    public TimeTravel(R run) {
        this(run, Spacing.DEFAULT);
    }

    TimeTravel(R run, Spacing spacing) {
        current = new PausedRun<>(run);
        keyFrames = new KeyFrames(current, spacing);
    }

    /**
     * Travels in the run of a network.
     *
     * @param options how to run it; taps are told of a packet again each time that part of the run is repeated, and go back
     *     with it unless they are {@link dmvpn.sim.snapshot.Timeless}, as one that writes into a file has to be
     * @throws IllegalArgumentException with a sentence for people when the network has no scenario of the name
     */
    public static TimeTravel<SteppedRun> in(CompiledNetwork network, SimulationOptions options) {
        Simulation simulation = Simulation.create(network, options);
        return new TimeTravel<>(() -> simulation);
    }

    /** The run where the session stands, for reading; whoever steps it himself makes the session wrong. */
    public Simulation simulation() {
        return current.simulation();
    }

    /** The run, as it is where the session stands. */
    public R run() {
        return current.run();
    }

    /** Number of steps before where the session stands; the last one moves the clock to the end of the run. */
    public int steps() {
        return current.steps();
    }

    /** All events that are known: up to the furthest place that was visited. */
    public BinaryTrace longestTrace() {
        return current.simulation().knownTrace();
    }

    /** Memory that the key frames of the whole run take, in bytes; those near where the session stands come on top. */
    public long keyFrameBytes() {
        return keyFrames.lastingBytes();
    }

    /** One step forward; false at the end of the run. */
    public boolean stepForward() {
        boolean stepped = current.step();
        keyFrames.noteStep();
        return stepped;
    }

    /**
     * Back by one step, or from between two events to right behind the earlier one.
     *
     * @return false before the first step
     */
    public boolean stepBack() {
        int here = current.steps();
        if (current.canReachStep(here)) {
            return here > 0 && runToStep(here - 1);
        }
        return runToStep(here);
    }

    /**
     * To right behind a step.
     *
     * @param step number of steps, 0 for before the first one
     * @return false when the run has fewer steps: the session then stands at its end
     */
    public boolean runToStep(int step) {
        if (step < 0) {
            throw new IllegalArgumentException("There is no step " + step + ": the run begins at step 0");
        }
        start(current.canReachStep(step), frame -> frame.steps() <= step);
        keyFrames.run(current::steps, step);
        return current.steps() == step;
    }

    /**
     * To right behind the step that records an event; other events of that step may come behind it.
     *
     * @param event index in the trace
     * @return false when the run has fewer events: the session then stands at its end
     */
    public boolean runToEvent(int event) {
        if (event < 0) {
            throw new IllegalArgumentException("There is no event " + event + ": the first one has the index 0");
        }
        start(current.canReachEvent(event), frame -> frame.events() <= event);
        keyFrames.run(current::traced, event + 1);
        return current.traced() > event;
    }

    /**
     * To an instant: everything up to and including it has happened and the clock stands there.
     *
     * @param instant since the start of the run; behind its end means its end
     */
    public void runTo(Duration instant) {
        runTo(instant, () -> false);
    }

    private boolean runTo(Duration instant, BooleanSupplier enough) {
        long timeNanos = nanos(instant);
        start(current.canReachInstant(timeNanos), frame -> frame.timeNanos() <= timeNanos);
        for (int step = 1; current.hasStepUntil(timeNanos); step++) {
            if (step % STEPS_BETWEEN_QUESTIONS == 0 && enough.getAsBoolean()) {
                return false;
            }
            stepForward();
        }
        current.moveToInstant(timeNanos);
        return true;
    }

    /** The state at an instant, as after {@link #runTo}; the session stays where it is. */
    public SessionState stateAt(Duration instant) {
        return stateAt(instant, () -> false).orElseThrow();
    }

    /**
     * The same, unless somebody has had enough before: the way may be long.
     *
     * @param enough asked now and then
     * @return empty when it was left before; the session stays where it is all the same
     */
    public Optional<SessionState> stateAt(Duration instant, BooleanSupplier enough) {
        return visit(() -> runTo(instant, enough) ? Optional.of(state()) : Optional.empty());
    }

    /** The state right behind a step, or at the end of the run when it has fewer; the session stays where it is. */
    public SessionState stateAt(int step) {
        return visit(() -> {
            runToStep(step);
            return state();
        });
    }

    /** The state where the session stands. */
    public SessionState state() {
        return SessionState.of(current.simulation(), current.steps());
    }

    private long nanos(Duration instant) {
        if (instant.isNegative()) {
            throw new IllegalArgumentException("A run has no instant before its start, and " + instant + " is one");
        }
        long endNanos = current.simulation().endNanos();
        return instant.compareTo(Duration.ofNanos(endNanos)) >= 0 ? endNanos : instant.toNanos();
    }

    private <T> T visit(Supplier<T> way) {
        KeyFrame here = keyFrames.here();
        try {
            return way.get();
        } finally {
            keyFrames.putBack(here);
        }
    }

    /** Stands at the last place that is known and from which the way is forward. */
    private void start(boolean isForward, Predicate<KeyFrame> reaches) {
        KeyFrame frame = keyFrames.last(reaches);
        if (!isForward || frame.steps() > current.steps()) {
            keyFrames.putBack(frame);
        }
    }
}
