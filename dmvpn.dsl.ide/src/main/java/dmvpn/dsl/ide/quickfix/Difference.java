package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.ide.document.Change;
import java.util.Optional;

/** Compares two texts. */
final class Difference {

    private Difference() {
    }

    /** One change from the first to the last difference; empty when there is none. */
    static Optional<Change> between(String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int start = 0;
        while (start < shorter && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        if (start == before.length() && start == after.length()) {
            return Optional.empty();
        }
        // The two characters of a line's end stay together: a position between them cannot be named.
        if (start > 0 && before.charAt(start - 1) == '\r') {
            start--;
        }
        int end = 0;
        while (end < shorter - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        if (end > 0 && before.charAt(before.length() - end) == '\n') {
            end--;
        }
        return Optional.of(new Change(start, before.length() - end - start, after.substring(start, after.length() - end)));
    }
}
