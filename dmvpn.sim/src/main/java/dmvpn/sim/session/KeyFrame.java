package dmvpn.sim.session;

import dmvpn.sim.snapshot.Snapshot;

/**
 * The state of a run right behind a step.
 *
 * @param steps number of steps before it
 * @param timeNanos the clock, since the start of the run
 * @param events number of events recorded
 * @param snapshot the state
 */
record KeyFrame(int steps, long timeNanos, int events, Snapshot snapshot) {
}
