package dmvpn.app.debug;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which run of a model is debugged.
 *
 * @param scenario name of the scenario; empty for the first one of the model, if it has any
 * @param until length of the run; empty for the scenario's
 * @param seed seed of all randomness; empty for the scenario's
 */
public record DebugRequest(Optional<String> scenario, Optional<Duration> until, OptionalLong seed) {

    /** The model's first scenario as it is. */
    public static final DebugRequest FIRST_SCENARIO = new DebugRequest(Optional.empty(), Optional.empty(), OptionalLong.empty());

    /**
     * The same of another scenario.
     *
     * @param name its name; empty for the first one of the model
     */
    public DebugRequest withScenario(String name) {
        return new DebugRequest(Optional.of(name).filter(text -> !text.isEmpty()), until, seed);
    }
}
