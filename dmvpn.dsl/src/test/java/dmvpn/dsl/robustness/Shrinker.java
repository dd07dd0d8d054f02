package dmvpn.dsl.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes what fails smaller as long as it still fails: first lines go, then tokens, then characters of what is left. */
public final class Shrinker {

    private static final int CHARACTERS_ARE_FEW = 80;

    private int attempts;

    /** @param attempts how often the failure may be tried */
    public Shrinker(int attempts) {
        this.attempts = attempts;
    }

    /** A part of the text that still fails; the text itself when nothing of it can go. */
    public String shrink(String text, Predicate<String> fails) {
        String smallest = text;
        String before;
        do {
            before = smallest;
            smallest = String.join("", shrink(pieces(smallest, "(?<=\n)"), parts -> fails.test(String.join("", parts))));
            smallest = String.join("", shrink(tokens(smallest), parts -> fails.test(String.join("", parts))));
        } while (smallest.length() < before.length() && attempts > 0);
        if (smallest.length() <= CHARACTERS_ARE_FEW) {
            smallest = String.join("", shrink(pieces(smallest, ""), parts -> fails.test(String.join("", parts))));
        }
        return smallest;
    }

    /** Some of the parts, in their order, that still fail together. */
    public <T> List<T> shrink(List<T> parts, Predicate<List<T>> fails) {
        List<T> left = new ArrayList<>(parts);
        for (int chunk = Math.max(1, left.size() / 2); chunk > 0; chunk /= 2) {
            for (int start = 0; start < left.size() && attempts > 0;) {
                List<T> without = new ArrayList<>(left.subList(0, start));
                without.addAll(left.subList(Math.min(left.size(), start + chunk), left.size()));
                attempts--;
                if (fails.test(without)) {
                    left = without;
                } else {
                    start += chunk;
                }
            }
        }
        return left;
    }

    private static List<String> pieces(String text, String boundary) {
        return text.isEmpty() ? List.of() : List.of(text.split(boundary));
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int end = 0;
        for (TextTokens.Span span : TextTokens.of(text)) {
            tokens.add(text.substring(end, span.end()));
            end = span.end();
        }
        tokens.add(text.substring(end));
        return tokens.stream().filter(token -> !token.isEmpty()).collect(Collectors.toList());
    }
}
