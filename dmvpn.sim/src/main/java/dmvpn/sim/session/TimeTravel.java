package dmvpn.sim.session;

import dmvpn.network.CompiledNetwork;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.trace.BinaryTrace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A run in which one goes back and forth. It stands right behind a step of the run, or at an instant between two steps.
 *
 * <p>A past place is reached by repeating the run, which is deterministic: the same network, scenario and seed give the
 * same events in the same order. What is there is therefore exactly what was there the first time. Some repetitions are
 * kept, paused where the traveller has been; a way starts from the nearest one that is not too far, else from the
 * beginning. A paused repetition that is used is no longer where it was, so that a walk straight back repeats the run
 * from the start for each step once those that are kept are used up: a step back costs at most as much as the run so far.
 *
 * <p>Belongs to one thread, as the simulations do.
 *
 * @param <R> a repetition of the run, with what its owner keeps of its last step
 */
public final class TimeTravel<R extends SteppedRun> {

    /** Paused repetitions kept unless told otherwise: each holds the whole state of the network and its trace. */
    public static final int DEFAULT_KEPT_RUNS = 8;

    private final Supplier<R> beginnings;
    private final int keptRuns;
    /** The least recently used first. */
    private final List<PausedRun<R>> paused = new ArrayList<>();
    private PausedRun<R> current;
    private BinaryTrace longestTrace;

    /**
     * Stands before the first event.
     *
     * @param beginnings makes the run, always the same one, before its first step
     * @param keptRuns largest number of paused repetitions, not counting the one that is looked at; at least 0
     */
    public TimeTravel(Supplier<R> beginnings, int keptRuns) {
        if (keptRuns < 0) {
            throw new IllegalArgumentException("A session cannot keep " + keptRuns + " paused runs: give 0 or more");
        }
        this.beginnings = beginnings;
        this.keptRuns = keptRuns;
        this.current = beginning();
        this.longestTrace = current.simulation().trace();
    }

    /**
     * Travels in the run of a network.
     *
     * @param options how to run it; taps would be told of a packet again each time the run is repeated
     * @throws IllegalArgumentException with a sentence for people when the network has no scenario of the name
     */
    public static TimeTravel<SteppedRun> in(CompiledNetwork network, SimulationOptions options) {
        return new TimeTravel<>(() -> {
            Simulation simulation = Simulation.create(network, options);
            return () -> simulation;
        }, DEFAULT_KEPT_RUNS);
    }

    private PausedRun<R> beginning() {
        return new PausedRun<>(beginnings.get());
    }

    /** The run where the session stands, for reading; whoever steps it himself makes the session wrong. */
    public Simulation simulation() {
        return current.simulation();
    }

    /** The repetition that stands where the session stands. */
    public R run() {
        return current.run();
    }

    /** Number of steps before where the session stands; the last one moves the clock to the end of the run. */
    public int steps() {
        return current.steps();
    }

    /** All events that are known: those of the furthest place that was visited. */
    public BinaryTrace longestTrace() {
        return longestTrace;
    }

    /** One step forward; false at the end of the run. */
    public boolean stepForward() {
        int next = current.steps() + 1;
        for (PausedRun<R> run : paused) {
            if (run.steps() == next && run.canReachStep(next)) {
                // Who goes forth may go back again: both places stay at hand.
                paused.remove(run);
                keep(current);
                current = run;
                return true;
            }
        }
        boolean stepped = current.step();
        noteTrace();
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
        go(run -> run.canReachStep(step), run -> run.runToStep(step));
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
        go(run -> run.canReachEvent(event), run -> run.runToEvent(event));
        return current.traced() > event;
    }

    /**
     * To an instant: everything up to and including it has happened and the clock stands there.
     *
     * @param instant since the start of the run; behind its end means its end
     */
    public void runTo(Duration instant) {
        long timeNanos = nanos(instant);
        go(run -> run.canReachInstant(timeNanos), run -> run.runToInstant(timeNanos));
    }

    /** The state at an instant, as after {@link #runTo}; the session stays where it is. */
    public SessionState stateAt(Duration instant) {
        long timeNanos = nanos(instant);
        return visit(run -> run.canReachInstant(timeNanos), run -> run.runToInstant(timeNanos));
    }

    /** The state right behind a step, or at the end of the run when it has fewer; the session stays where it is. */
    public SessionState stateAt(int step) {
        return visit(run -> run.canReachStep(step), run -> run.runToStep(step));
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

    private SessionState visit(Predicate<PausedRun<R>> reaches, Consumer<PausedRun<R>> way) {
        PausedRun<R> found = take(reaches);
        way.accept(found);
        noteTrace(found);
        SessionState state = SessionState.of(found.simulation(), found.steps());
        keep(found);
        return state;
    }

    private void go(Predicate<PausedRun<R>> reaches, Consumer<PausedRun<R>> way) {
        if (!reaches.test(current)) {
            PausedRun<R> left = current;
            current = take(reaches);
            keep(left);
        }
        way.accept(current);
        noteTrace();
    }

    /** The paused run that is furthest of those that can still get there, or the beginning. */
    private PausedRun<R> take(Predicate<PausedRun<R>> reaches) {
        PausedRun<R> best = null;
        for (PausedRun<R> run : paused) {
            if (reaches.test(run) && (best == null || run.steps() > best.steps())) {
                best = run;
            }
        }
        if (best == null) {
            return beginning();
        }
        paused.remove(best);
        return best;
    }

    private void keep(PausedRun<R> run) {
        paused.add(run);
        if (paused.size() > keptRuns) {
            paused.remove(0);
        }
    }

    private void noteTrace() {
        noteTrace(current);
    }

    private void noteTrace(PausedRun<R> run) {
        if (run.traced() > longestTrace.size()) {
            longestTrace = run.simulation().trace();
        }
    }
}
