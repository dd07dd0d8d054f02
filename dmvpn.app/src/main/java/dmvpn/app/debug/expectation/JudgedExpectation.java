package dmvpn.app.debug.expectation;

import dmvpn.network.origin.Origin;
import dmvpn.sim.trace.TimeText;
import java.util.Optional;

/**
 * An expectation of a scenario, and what is known of it.
 *
 * @param text how the model says it
 * @param origin where it was written
 * @param outcome what became of it
 * @param explanation what was found, for people; empty while it is open
 * @param judgement the event with which it was judged; empty while it is open, and of one whose instant never came
 */
public record JudgedExpectation(String text, Origin origin, Outcome outcome, String explanation, Optional<Judgement> judgement) {

    /** What became of it. */
    public enum Outcome {
        /** The run has not come so far. */
        OPEN("open"),
        /** It was met. */
        MET("met"),
        /** It was not met. */
        VIOLATED("violated");

        private final String title;

        Outcome(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }
    }

    /**
     * When it was judged.
     *
     * @param event index of the event in the trace
     * @param timeNanos instant
     */
    public record Judgement(int event, long timeNanos) {
    }

    /** When it was judged, in seconds; empty when it was not. */
    public String time() {
        return judgement.map(when -> TimeText.instant(when.timeNanos())).orElse("");
    }
}
