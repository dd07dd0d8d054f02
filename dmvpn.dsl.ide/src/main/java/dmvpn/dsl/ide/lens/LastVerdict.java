package dmvpn.dsl.ide.lens;

/**
 * What came of the last run of a scenario.
 *
 * @param met expectations that were met
 * @param expectations all expectations
 */
public record LastVerdict(int met, int expectations) {

    /** For people, as in {@code 3 of 4 expectations met}. */
    public String text() {
        if (expectations == 0) {
            return "ran, nothing expected";
        }
        return (met == expectations ? "passed" : "failed") + ": " + met + " of " + expectations + " expectations met";
    }
}
