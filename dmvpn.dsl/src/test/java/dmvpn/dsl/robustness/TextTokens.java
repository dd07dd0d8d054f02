package dmvpn.dsl.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tokens of any text, sound or not, as far as mutations need to know them. */
final class TextTokens {

    private static final Pattern TOKEN = Pattern.compile("<<<.*?>>>|/\\*.*?\\*/|//[^\\n]*|\"[^\"\\n]*\"|[^\\s{}\\[\\],;\"]+(?:\\{[^{}\\s]*\\}[^\\s{}\\[\\],;\"]*)*|[{}\\[\\],\"]", Pattern.DOTALL);

    /** Where a token starts and ends. */
    record Span(int start, int end) {
        String of(String text) {
            return text.substring(start, end);
        }
    }

    private TextTokens() {
    }

    /** All tokens, in the order of the text. */
    static List<Span> of(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            spans.add(new Span(matcher.start(), matcher.end()));
        }
        return spans;
    }

    /** The token at a random place, or an empty one when there is none behind it. */
    static Span any(String text, RandomGenerator random) {
        return next(text, random.nextInt(text.length() + 1));
    }

    /** The first token that starts at a place or behind it; empty, at the end of the text, when there is none. */
    static Span next(String text, int from) {
        Matcher matcher = TOKEN.matcher(text);
        return matcher.find(Math.min(from, text.length())) ? new Span(matcher.start(), matcher.end()) : new Span(text.length(), text.length());
    }
}
