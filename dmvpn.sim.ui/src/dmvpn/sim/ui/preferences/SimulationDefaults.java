package dmvpn.sim.ui.preferences;

import dmvpn.app.RequestException;
import dmvpn.app.debug.DebugRequest;
import dmvpn.app.time.Durations;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;

/** What the preferences say about runs. */
public final class SimulationDefaults {

    static final String BUNDLE = "dmvpn.sim.ui";
    static final String SEED = "seed";
    static final String LENGTH = "length";
    static final String KEEP_ALIVES = "showKeepAlives";

    private SimulationDefaults() {
    }

    /** The run of a model that nobody has said more about. */
    public static DebugRequest request() {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(BUNDLE);
        String seed = preferences.get(SEED, "").strip();
        return new DebugRequest(Optional.empty(), length(preferences.get(LENGTH, "").strip()),
                !seed.isEmpty() && isSeed(seed) ? OptionalLong.of(Long.parseLong(seed)) : OptionalLong.empty());
    }

    private static Optional<Duration> length(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Durations.parse(text));
        } catch (RequestException editedByHand) {
            return Optional.empty(); // the page does not let such a text pass
        }
    }

    /** True for a seed, and for none. */
    static boolean isSeed(String text) {
        try {
            return text.isEmpty() || Long.parseLong(text) >= Long.MIN_VALUE;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    /** True for a length, and for none. */
    static boolean isLength(String text) {
        try {
            return text.isEmpty() || !Durations.parse(text).isNegative();
        } catch (RequestException noDuration) {
            return false;
        }
    }
}
