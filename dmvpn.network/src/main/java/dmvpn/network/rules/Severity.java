package dmvpn.network.rules;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
    /** Some intended connectivity cannot work. */
    ERROR,
    /** It works, but not as intended, fragile or wasteful. */
    WARNING,
    /** Worth knowing. */
    INFO;

    /** The name on the command line, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
