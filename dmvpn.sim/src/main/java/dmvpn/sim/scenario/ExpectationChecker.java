package dmvpn.sim.scenario;

import dmvpn.network.scenario.Expectation;
import dmvpn.sim.trace.TimeText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compares a run, as it is now, with what is expected. */
final class ExpectationChecker {

    /**
     * What was found.
     *
     * @param met true when the expectation is met
     * @param explanation what was found, for people
     */
    record Finding(boolean met, String explanation) {
    }

    private final StateChecker states;
    private final Pings pings;
    private final Flows flows;

    ExpectationChecker(StateChecker states, Pings pings, Flows flows) {
        this.states = states;
        this.pings = pings;
        this.flows = flows;
    }

    /** @param nowNanos the current instant */
    Finding check(Expectation expectation, long nowNanos) {
        return switch (expectation) {
            case Expectation.OfState state -> states.check(state);
            case Expectation.LongestGapBelow gap -> longestGap(gap, nowNanos);
            case Expectation.LossAtMost loss -> loss(loss, nowNanos);
            case Expectation.FlowCompletes flow -> completes(flow);
            case Expectation.NoClearOverlayPacket invariant ->
                new Finding(true, "no overlay packet crossed " + invariant.transport() + " in clear");
            case Expectation.NoForwardingLoop invariant -> new Finding(true, "no packet was sent in a circle");
            case Expectation.BecomesTrue convergence -> becomesTrue(convergence, nowNanos);
            case Expectation.StaysTrue invariant -> states.check(invariant.state());
        };
    }

    private Finding becomesTrue(Expectation.BecomesTrue expected, long nowNanos) {
        Finding now = states.check(expected.state());
        long sinceNanos = nowNanos - expected.state().at().toNanos();
        return new Finding(now.met(), now.explanation() + " after " + TimeText.duration(sinceNanos));
    }

    private Finding longestGap(Expectation.LongestGapBelow expected, long nowNanos) {
        Optional<FlowResult> flow = flows.result(expected.ping());
        return flow.isPresent()
                ? gap(expected, flow.get().longestGapNanos(expected.after().toNanos(), nowNanos))
                : ofPing(expected.ping(), result ->
                        gap(expected, result.longestGapNanos(expected.after().toNanos(), nowNanos)));
    }

    private static Finding gap(Expectation.LongestGapBelow expected, long gapNanos) {
        return new Finding(gapNanos < expected.below().toNanos(), "the longest gap is " + TimeText.duration(gapNanos));
    }

    private Finding loss(Expectation.LossAtMost expected, long nowNanos) {
        return ofPing(expected.ping(), all -> {
            PingResult result = all.sentBetween(expected.from().map(Duration::toNanos).orElse(0L),
                    expected.to().map(Duration::toNanos).orElse(Long.MAX_VALUE));
            int lost = result.lost(nowNanos);
            return new Finding(lost <= expected.atMost(),
                    lost + " of " + result.requests().size() + " requests stayed unanswered");
        });
    }

    private Finding completes(Expectation.FlowCompletes expected) {
        Optional<FlowResult> result = flows.result(expected.flow());
        if (result.isEmpty()) {
            return new Finding(false, "no flow of the scenario is called " + expected.flow());
        }
        boolean complete = result.get().complete();
        List<Long> progress = result.get().progressNanos();
        String last = progress.isEmpty() ? "nothing of it was acknowledged"
                : "not all of it was acknowledged, the last at " + TimeText.instant(progress.getLast());
        return new Finding(complete == expected.completes(), complete ? "all of it was acknowledged" : last);
    }

    private Finding ofPing(String name, Function<PingResult, Finding> judge) {
        Optional<PingResult> result = pings.result(name);
        return result.map(judge).orElseGet(() -> new Finding(false, "no ping of the scenario is called " + name));
    }
}
