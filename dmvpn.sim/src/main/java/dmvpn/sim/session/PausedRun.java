package dmvpn.sim.session;

import dmvpn.sim.Simulation;
import java.time.Duration;

/** A repetition of the run, paused somewhere. It only goes forward; whoever wants to go back takes another one. */
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

    void runToStep(int step) {
        boolean more = true;
        while (more && steps < step) {
            more = step();
        }
    }

    void runToEvent(int event) {
        boolean more = true;
        while (more && traced() <= event) {
            more = step();
        }
    }

    /** All events up to and including an instant, then the clock stands there. */
    void runToInstant(long timeNanos) {
        boolean more = true;
        while (more && simulation.nextEventNanos() <= Math.min(timeNanos, simulation.endNanos())) {
            more = step();
        }
        if (timeNanos >= simulation.endNanos()) {
            step();
        } else if (simulation.nowNanos() < timeNanos) {
            simulation.runUntil(Duration.ofNanos(timeNanos));
            betweenEvents = true;
        }
    }
}
