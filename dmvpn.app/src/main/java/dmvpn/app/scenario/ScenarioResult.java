package dmvpn.app.scenario;

import java.util.List;

/**
 * What came of a scenario.
 *
 * @param file model that it is in
 * @param network name of the network
 * @param scenario name of the scenario
 * @param seed seed that it ran with
 * @param expectations what came of its expectations, in the order of the text
 */
public record ScenarioResult(String file, String network, String scenario, long seed, List<ExpectationResult> expectations) {

    /** Keeps an immutable copy of the list. */
    public ScenarioResult {
        expectations = List.copyOf(expectations);
    }

    /** True when every expectation was met. */
    public boolean passed() {
        return expectations.stream().allMatch(ExpectationResult::passed);
    }

    /**
     * What came of an expectation.
     *
     * @param text how the model says it
     * @param file file that it is written in
     * @param line line from 1
     * @param column column from 1
     * @param passed true when it was met
     * @param explanation what was found
     * @param violation the first event that violates it, as a line of the timeline; empty when there is none
     */
    public record ExpectationResult(
            String text, String file, int line, int column, boolean passed, String explanation, String violation) {

        /** {@code file:line:col: failed: text: explanation}, so that a click leads to the expectation. */
        public String failure() {
            return file + ":" + line + ":" + column + ": failed: " + text + ": " + explanation
                    + (violation.isEmpty() ? "" : "; first event that shows it: " + violation.strip());
        }
    }
}
