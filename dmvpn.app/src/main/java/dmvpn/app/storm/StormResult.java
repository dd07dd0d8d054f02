package dmvpn.app.storm;

import dmvpn.app.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What became of a model in all storms.
 *
 * @param problems problems of the model
 * @param calm what works without a storm; empty when the model has errors and was not run
 * @param healingTime how long it may take to work again
 * @param outcomes one for each storm that was run
 * @param cancelled true when somebody stopped before the last one
 */
public record StormResult(List<Problem> problems, Optional<Calm> calm, HealingTime healingTime, List<StormOutcome> outcomes,
        boolean cancelled) {

    /**
     * A run in which nothing breaks.
     *
     * @param clients tunnels that have a next-hop server that answers
     * @param pairs pairs of hosts of which one gets answers from the other
     * @param askedPairs all pairs that were tried
     */
    public record Calm(int clients, int pairs, int askedPairs) {
    }

    /** Keeps immutable copies of the lists. */
    public StormResult {
        problems = List.copyOf(problems);
        outcomes = List.copyOf(outcomes);
    }

    /** True when every storm was survived. */
    public boolean healed() {
        return calm.isPresent() && !cancelled && outcomes.stream().allMatch(StormOutcome::healed);
    }
}
