package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.model.PlatformChoice;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that run one scenario. */
final class RunOptions {

    @Option(names = "--scenario", paramLabel = "S", description = "Scenario to run; the first of the model by default.")
    private String scenario;

    @Option(names = "--until", paramLabel = "T",
            description = "Length of the run, such as 90s or 10min; the scenario's by default.")
    private Duration until;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all randomness; the scenario's by default.")
    private Long seed;

    @Mixin
    private PlatformOptions platform;

    PlatformChoice platform() throws RequestException {
        return platform.choice();
    }

    Optional<String> scenario() {
        return Optional.ofNullable(scenario);
    }

    Optional<Duration> until() {
        return Optional.ofNullable(until);
    }

    OptionalLong seed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }
}
