package dmvpn.app.show;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which run, and which router of it at which instant.
 *
 * @param router name of the router, as host name or as models refer to it
 * @param at instant since the start of the run; its end when empty
 * @param scenario name of the scenario; empty for the first of the model
 * @param seed seed instead of the scenario's
 */
public record ShowRequest(String router, Optional<Duration> at, Optional<String> scenario, OptionalLong seed) {
}
