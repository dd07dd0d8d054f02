package dmvpn.dsl.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that is meant by a misspelt one. */
public final class Similar {

    private static final int LONGEST = 64;

    private Similar() {
    }

    /** The closest of some words, if one is close enough to be meant. */
    public static Optional<String> to(String text, Collection<String> words) {
        return closest(text, words, 1).stream().findFirst();
    }

    /**
     * The words that are close enough to be meant, closest first; equally close ones in their given order.
     *
     * @param most largest number of them
     */
    public static List<String> closest(String text, Collection<String> words, int most) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        int farthest = Math.max(1, text.length() / 3);
        String wanted = text.toLowerCase(Locale.ROOT);
        List<Candidate> close = new ArrayList<>();
        for (String word : words) {
            if (word.length() <= LONGEST && Math.abs(word.length() - text.length()) <= farthest) {
                int distance = distance(wanted, word.toLowerCase(Locale.ROOT));
                if (distance <= farthest) {
                    close.add(new Candidate(word, distance));
                }
            }
        }
        return close.stream().sorted(Comparator.comparingInt(Candidate::distance)).map(Candidate::word).distinct()
                .limit(most).toList();
    }

    private record Candidate(String word, int distance) {
    }

    /** A question to append to a message, such as {@code : did you mean 'latency'?}; empty without a close word. */
    public static String question(String text, Collection<String> words) {
        return to(text, words).map(word -> ": did you mean '" + word + "'?").orElse("");
    }

    /** Edits of one character, where swapping two neighbours is one edit. */
    private static int distance(String a, String b) {
        int[] beforePrevious = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
                }
            }
            int[] spare = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = spare;
        }
        return previous[b.length()];
    }
}
