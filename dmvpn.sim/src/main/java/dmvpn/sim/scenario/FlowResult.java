package dmvpn.sim.scenario;

import dmvpn.network.scenario.Action;
import java.util.List;

/**
 * What became of a flow over TCP.
 *
 * @param flow the flow
 * @param endNanos instant at which it has sent everything, or the end of the run
 * @param progressNanos the instants at which data were acknowledged that had not been before, in order
 * @param complete true when all that was to be sent until the end of the flow is acknowledged
 */
public record FlowResult(Action.Flow flow, long endNanos, List<Long> progressNanos, boolean complete) {

    /** Keeps an immutable copy of the list. */
    public FlowResult {
        progressNanos = List.copyOf(progressNanos);
    }

    /**
     * The longest time in which nothing was acknowledged, from the beginning of the flow to its end.
     *
     * @param afterNanos what was before is ignored
     * @param nowNanos the current instant
     */
    public long longestGapNanos(long afterNanos, long nowNanos) {
        long last = Math.max(afterNanos, flow.at().toNanos());
        long end = Math.min(endNanos, nowNanos);
        long longest = 0;
        for (long progress : progressNanos) {
            if (progress > last && progress <= end) {
                longest = Math.max(longest, progress - last);
                last = progress;
            }
        }
        return Math.max(longest, end - last);
    }
}
