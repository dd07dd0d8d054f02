package dmvpn.sim.session;

import dmvpn.sim.Simulation;
import java.time.Duration;

/** The run, paused somewhere. By itself it only goes forward; {@link KeyFrames} put it back, with what is counted here. */
final class PausedRun<R extends SteppedRun> {

    private final R run;
    private final Simulation simulation;
    private int steps;
    private int tracedBeforeStep;
    /** True when the clock was moved behind the last event, to an instant at which nothing happened. */
    private boolean betweenEvents;

    /** @param run a run before its first step */
    PausedRun(R run) {
        this.run = run;
        this.simulation = run.simulation();
    }

    R run() {
        return run;
    }

    Simulation simulation() {
        return simulation;
    }

    /** Steps done; reaching the end of the run is one. */
    int steps() {
        return steps;
    }

    long nowNanos() {
        return simulation.nowNanos();
    }

    /** Number of events recorded. */
    int traced() {
        return simulation.trace().size();
    }

    /** True when it can still come to stand right behind a step. */
    boolean canReachStep(int step) {
        return steps < step || steps == step && !betweenEvents;
    }

    /** True when it can still come to stand at the end of an instant. */
    boolean canReachInstant(long timeNanos) {
        return nowNanos() <= timeNanos && !simulation.isFinished() || nowNanos() == timeNanos;
    }

    /** True when it can still come to stand right behind the step that records an event. */
    boolean canReachEvent(int event) {
        return traced() <= event || standsBehindEvent(event);
    }

    private boolean standsBehindEvent(int event) {
        return tracedBeforeStep <= event && event < traced() && !betweenEvents;
    }

    /** One step; the last one moves the clock to the end of the run. False when the run was over before. */
    boolean step() {
        if (simulation.isFinished()) {
            return false;
        }
        int before = traced();
        run.step();
        tracedBeforeStep = before;
        steps++;
        betweenEvents = false;
        return true;
    }

    /** True when a step is left up to and including an instant. */
    boolean hasStepUntil(long timeNanos) {
        return !simulation.isFinished() && simulation.nextEventNanos() <= Math.min(timeNanos, simulation.endNanos());
    }

    /** Moves the clock to an instant up to which no step is left. */
    void moveToInstant(long timeNanos) {
        if (timeNanos >= simulation.endNanos()) {
            step();
        } else if (simulation.nowNanos() < timeNanos) {
            simulation.runUntil(Duration.ofNanos(timeNanos));
            betweenEvents = true;
        }
    }
}
