package dmvpn.sim.ui.launch;

import dmvpn.app.RequestException;
import dmvpn.app.debug.DebugRequest;
import dmvpn.app.model.PlatformChoice;
import dmvpn.app.time.Durations;
import dmvpn.sim.ui.preferences.SimulationDefaults;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;

/**
 * Which run a launch configuration is for. What it does not say, as those do not that were made before there was something to
 * say, is as the preferences say.
 *
 * @param configuration the configuration
 */
record LaunchedRun(ILaunchConfiguration configuration) {

    /**
     * The run.
     *
     * @throws RequestException when what it says is no seed or no length
     */
    DebugRequest request() throws CoreException, RequestException {
        DebugRequest preferred = SimulationDefaults.request();
        Optional<Duration> length = length(text(SimulationAttributes.LENGTH));
        OptionalLong seed = seed(text(SimulationAttributes.SEED));
        return new DebugRequest(Optional.empty(), length.or(preferred::until), seed.isPresent() ? seed : preferred.seed())
                .withScenario(text(SimulationAttributes.SCENARIO));
    }

    /**
     * The platform that it runs on.
     *
     * @throws RequestException when there is no such platform
     */
    PlatformChoice platform() throws CoreException, RequestException {
        return PlatformChoice.of(text(SimulationAttributes.PLATFORM), text(SimulationAttributes.RELEASE));
    }

    /** The protocols whose events are left out. */
    Set<String> leftOut() throws CoreException {
        return protocols(text(SimulationAttributes.LEFT_OUT));
    }

    static Set<String> protocols(String text) {
        return Arrays.stream(text.split("[,\\s]+")).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    private String text(String attribute) throws CoreException {
        return configuration.getAttribute(attribute, "").strip();
    }

    /**
     * Reads a length.
     *
     * @return empty for an empty text
     */
    static Optional<Duration> length(String text) throws RequestException {
        return text.isBlank() ? Optional.empty() : Optional.of(Durations.parse(text.strip()));
    }

    /**
     * Reads a seed.
     *
     * @return empty for an empty text
     */
    static OptionalLong seed(String text) throws RequestException {
        try {
            return text.isBlank() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException noNumber) {
            throw new RequestException("'" + text.strip() + "' is no seed: a whole number is expected");
        }
    }
}
