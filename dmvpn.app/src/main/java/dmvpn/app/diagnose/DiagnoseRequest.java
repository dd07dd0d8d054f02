package dmvpn.app.diagnose;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Between which routers to look, in which run and when.
 *
 * @param from a router, as host name or as models refer to it
 * @param to another one
 * @param at instant since the start of the run; its end when empty
 * @param scenario name of the scenario; empty for the first of the model
 * @param seed seed instead of the scenario's
 */
public record DiagnoseRequest(String from, String to, Optional<Duration> at, Optional<String> scenario, OptionalLong seed) {
}
