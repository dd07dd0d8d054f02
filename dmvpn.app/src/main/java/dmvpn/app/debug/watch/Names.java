package dmvpn.app.debug.watch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of tables, columns and fields as people write them: without blanks and hyphens, in any case, or their beginning. */
final class Names {

    private static final int MOST_NAMES = 12;

    private Names() {
    }

    /** The first of the names that there are, and how many more. */
    static String some(Stream<String> names) {
        List<String> all = names.toList();
        return all.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (all.size() > MOST_NAMES ? " and " + (all.size() - MOST_NAMES) + " more" : "");
    }

    static boolean isSame(String name, String written) {
        return plain(name).equals(plain(written));
    }

    /** What a name means: the one that is called so, else the first one whose name begins so. */
    static <T> Optional<T> best(List<T> candidates, Function<T, String> nameOf, String written) {
        return candidates.stream().filter(each -> isSame(nameOf.apply(each), written)).findFirst()
                .or(() -> candidates.stream().filter(each -> plain(nameOf.apply(each)).startsWith(plain(written))).findFirst());
    }

    /** A name of several words as one can write it, such as {@code nhrpCache}. */
    static String written(String name) {
        StringBuilder text = new StringBuilder();
        for (String word : name.split("[ -]")) {
            boolean first = text.isEmpty();
            text.append(first && !hasCapitalsOnly(word) ? word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1)
                    : first ? word.toLowerCase(Locale.ROOT)
                    : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return text.toString();
    }

    private static boolean hasCapitalsOnly(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static String plain(String name) {
        StringBuilder text = new StringBuilder();
        name.chars().filter(Character::isLetterOrDigit).map(Character::toLowerCase).forEach(text::appendCodePoint);
        return text.toString();
    }
}
