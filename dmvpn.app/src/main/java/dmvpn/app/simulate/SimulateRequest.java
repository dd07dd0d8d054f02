package dmvpn.app.simulate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What to run and what to show of it.
 *
 * @param until length of the run, instead of the scenario's
 * @param routers routers and hosts to show, empty for all
 * @param protocols protocols to show, in any case, empty for all
 * @param seed seed instead of the scenario's
 * @param scenario name of the scenario; empty for the first of the model
 * @param format form of what is shown
 * @param quiet true to leave the timeline out and show the outcome only
 * @param keepAlives true to show keep-alives, such as periodic hellos and acknowledgements, in the timeline too
 * @param traceFile takes all events of the run, shown or not; empty for none
 */
public record SimulateRequest(
        Optional<Duration> until,
        List<String> routers,
        List<String> protocols,
        OptionalLong seed,
        Optional<String> scenario,
        RunFormat format,
        boolean quiet,
        boolean keepAlives,
        Optional<Path> traceFile) {

    /** Shows all of the first scenario but keep-alives. */
    public static final SimulateRequest DEFAULT = new SimulateRequest(
            Optional.empty(), List.of(), List.of(), OptionalLong.empty(), Optional.empty(), RunFormat.TEXT, false, false);

    /** Without a file for the events. */
    public SimulateRequest(Optional<Duration> until, List<String> routers, List<String> protocols, OptionalLong seed,
            Optional<String> scenario, RunFormat format, boolean quiet, boolean keepAlives) {
        this(until, routers, protocols, seed, scenario, format, quiet, keepAlives, Optional.empty());
    }

    /** Which events are shown. */
    public ShownEvents shown() {
        return new ShownEvents(routers, protocols, keepAlives);
    }

    /** The same with a file that takes all events of the run. */
    public SimulateRequest withTraceFile(Path file) {
        return new SimulateRequest(until, routers, protocols, seed, scenario, format, quiet, keepAlives, Optional.of(file));
    }

    /** Keeps immutable copies of the lists. */
    public SimulateRequest {
        routers = List.copyOf(routers);
        protocols = List.copyOf(protocols);
    }
}
