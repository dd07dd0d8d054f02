package dmvpn.app.diagnose;

import java.util.List;

/**
 * What was found between two routers at an instant.
 *
 * @param from where packets come from
 * @param to where they go to
 * @param timeNanos the instant, since the start of the run
 * @param findings what is wrong, lower layers first; empty when packets go both ways and all below is well
 * @param forward the way from one to the other, for people
 * @param backward the way back, for people
 */
public record Diagnosis(String from, String to, long timeNanos, List<Finding> findings, String forward, String backward) {

    /** Keeps an immutable copy of the list. */
    public Diagnosis {
        findings = List.copyOf(findings);
    }
}
