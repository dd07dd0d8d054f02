package dmvpn.app.simulate;

import java.util.Locale;

/** Forms in which a run is shown. */
public enum RunFormat {
    /** Lines for people, then tables and verdicts. */
    TEXT,
    /** One JSON object a line. */
    JSON,
    /** What routers print with {@code debug nhrp packet} and in their log, then the verdicts. */
    DEBUG;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
