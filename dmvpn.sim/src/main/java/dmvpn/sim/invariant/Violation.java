package dmvpn.sim.invariant;

import dmvpn.sim.trace.TimeText;

/**
 * An invariant that did not hold: a defect of the simulator, as no network can break one.
 *
 * @param invariant what should hold
 * @param explanation what was found instead
 * @param node name of the router or host
 * @param timeNanos instant since the start of the run
 * @param seed seed of the run: with the same network and scenario it brings up the same
 * @param event index of the event in the trace that shows it, or of the last one before
 */
public record Violation(String invariant, String explanation, String node, long timeNanos, long seed, int event) {

    /** One sentence that says what to do. */
    public String text() {
        return "invariant '" + invariant + "' does not hold at " + TimeText.instant(timeNanos) + " s on " + node + ": "
                + explanation + " (seed " + seed + ", event " + event
                + "). The run was stopped: this is a defect of the simulator; please report it with the model and the seed";
    }
}
