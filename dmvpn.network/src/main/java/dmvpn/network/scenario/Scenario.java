package dmvpn.network.scenario;

import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.List;

/**
 * A run with actions on a timeline and what is expected of it.
 *
 * @param name name in the model
 * @param seed seed of all randomness
 * @param duration length of the run
 * @param actions actions in the order of their text
 * @param expectations expectations in the order of their text
 * @param origin where it was written
 */
public record Scenario(
        String name,
        long seed,
        Duration duration,
        List<Action> actions,
        List<Expectation> expectations,
        Origin origin) {

    /** Keeps immutable copies of the lists. */
    public Scenario {
        actions = List.copyOf(actions);
        expectations = List.copyOf(expectations);
    }
}
