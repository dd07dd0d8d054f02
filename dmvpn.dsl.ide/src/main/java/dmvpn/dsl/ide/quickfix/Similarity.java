package dmvpn.dsl.ide.quickfix;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds what somebody may have meant. */
final class Similarity {

    private static final int MOST_PROPOSALS = 3;

    private Similarity() {
    }

    /** The candidates that are close to a text, closest first. */
    static List<String> closest(String text, Stream<String> candidates) {
        int limit = Math.max(1, text.length() / 3);
        return candidates.distinct()
                .filter(candidate -> !candidate.equals(text) && distance(text, candidate) <= limit)
                .sorted(Comparator.comparingInt((String candidate) -> distance(text, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_PROPOSALS)
                .toList();
    }

    /** Edits from one text to the other, the case of letters not counted (V. Levenshtein, 1966). */
    private static int distance(String left, String right) {
        String from = left.toLowerCase(Locale.ROOT);
        String to = right.toLowerCase(Locale.ROOT);
        int[] previous = new int[to.length() + 1];
        int[] current = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[to.length()];
    }
}
