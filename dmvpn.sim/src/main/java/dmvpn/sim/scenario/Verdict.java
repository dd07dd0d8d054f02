package dmvpn.sim.scenario;

import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Expectation;
import java.util.OptionalInt;

/**
 * What became of an expectation.
 *
 * @param expectation the expectation
 * @param passed true when it was met
 * @param explanation what was found, for people
 * @param violation index in the trace of the first event that violates it; empty when it was met or nothing is recorded
 */
public record Verdict(Expectation expectation, boolean passed, String explanation, OptionalInt violation) {

    /** How the model says it. */
    public String text() {
        return expectation.text();
    }

    /** Where it was written. */
    public Origin origin() {
        return expectation.origin();
    }
}
