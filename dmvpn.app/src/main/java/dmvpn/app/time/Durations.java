package dmvpn.app.time;

import dmvpn.app.RequestException;
import dmvpn.dsl.values.DurationText;
import java.time.Duration;

/** Durations on the command line: as in models. */
public final class Durations {

    private Durations() {
    }

    /**
     * Reads a duration such as {@code 10min}.
     *
     * @throws RequestException when it is none
     */
    public static Duration parse(String text) throws RequestException {
        return DurationText.tryParse(text)
                .orElseThrow(() -> new RequestException("'" + text + "' is no duration: expected " + DurationText.EXPECTED));
    }
}
