package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.model.PlatformChoice;
import picocli.CommandLine.Option;

/** Options of the commands that run models as if all their routers had another platform. */
final class PlatformOptions {

    @Option(names = "--platform", paramLabel = "P",
            description = "Runs as if all routers had this platform, whatever the model says: cisco-iosxe or frr.")
    private String platform;

    @Option(names = "--release", paramLabel = "R", description = "Release of that platform, such as 15.4; the newest known by default.")
    private String release;

    PlatformChoice choice() throws RequestException {
        return PlatformChoice.of(platform == null ? "" : platform, release == null ? "" : release);
    }
}
