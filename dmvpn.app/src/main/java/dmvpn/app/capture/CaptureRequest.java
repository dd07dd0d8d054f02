package dmvpn.app.capture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What to capture.
 *
 * @param folder where the captures go
 * @param scenario name of the scenario; empty for the first of the model
 * @param until length of the run, instead of the scenario's
 * @param seed seed instead of the scenario's
 * @param by what a file stands for
 * @param inClear true for packets as they would be without IPsec
 */
public record CaptureRequest(Path folder, Optional<String> scenario, Optional<Duration> until, OptionalLong seed,
        CaptureBy by, boolean inClear) {

    /** A file for each router and host, protected as on the wire. */
    public CaptureRequest(Path folder, Optional<String> scenario, Optional<Duration> until, OptionalLong seed) {
        this(folder, scenario, until, seed, CaptureBy.ROUTER, false);
    }
}
