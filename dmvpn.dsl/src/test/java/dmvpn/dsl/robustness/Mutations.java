package dmvpn.dsl.robustness;

import dmvpn.dsl.robustness.TextTokens.Span;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Random damage to a text, as typing, pasting and broken tools do it: tokens and lines that are gone, doubled, swapped or
 * cut, bytes that are no text, braces, quotes and comments that nobody closes, pieces of another text.
 */
public final class Mutations {

    private static final List<String> DELIMITERS = List.of("{", "}", "[", "]", ",", ".", "\"", "<<<", ">>>", "/*", "*/", "//", "^", ";");
    private static final List<String> BLOCK_DELIMITERS = List.of("{", "}", "[", "]", ",", ".", "\"", "} }", "{ {", "}{", ">>>", "^");
    private static final List<String> ODD = List.of("999999999999999999999", "10.0.0.0/99", "{n}", "10.{1/0}.0.0", "::", "[1..99999999]", "[5..1]", "1..3", "0", "-1", "\u0000",
            "ä", "\uD83D", "\uFEFF", "\r", "\n", "100000h", "10.0.0.{n*n*n*n*n}", "hub", "spoke", "crypto", "transport", "at", "expect", "every", "for each spoke s {", "lan", "via",
            "routing", "path", "network", "cloud X {", "import \"x\"", "// dmvpn-ignore", "raw frr <<<");
    private static final int LONGEST_PASTE = 400;
    private static final int MOST_BYTES = 12;

    private final RandomGenerator random;
    private final Corpus corpus;

    /**
     * @param random decides everything
     * @param corpus where pasted pieces come from
     */
    public Mutations(RandomGenerator random, Corpus corpus) {
        this.random = random;
        this.corpus = corpus;
    }

    /** A random edit of a text. */
    public Edit next(String text) {
        return switch (random.nextInt(16)) {
            case 0 -> token(text, "");
            case 1 -> duplicated(text, TextTokens.any(text, random));
            case 2 -> swappedWithNext(text, text.length());
            case 3 -> truncated(text);
            case 4 -> new Edit(random.nextInt(text.length() + 1), 0, bytes());
            case 5 -> new Edit(random.nextInt(text.length() + 1), 0, any(DELIMITERS));
            case 6 -> withoutDelimiter(text);
            case 7 -> new Edit(random.nextInt(text.length() + 1), 0, piece());
            case 8 -> token(text, tokenOf(corpus.any(random)));
            case 9 -> new Edit(lineStart(text), 0, piece() + "\n");
            case 10 -> lines(text, false);
            case 11 -> lines(text, true);
            case 12 -> token(text, any(ODD));
            case 13 -> new Edit(random.nextInt(text.length() + 1), 0, " " + any(ODD) + " ");
            case 14 -> random.nextInt(8) == 0 ? cutOff(text) : token(text, any(ODD));
            default -> someCharacters(text);
        };
    }

    /**
     * A random edit between two places that leaves what is outside of them as it is: it opens no comment and no raw lines,
     * which would swallow what follows.
     */
    public Edit within(String text, int start, int end) {
        String part = text.substring(start, end);
        Span token = TextTokens.any(part, random);
        Edit edit = switch (random.nextInt(7)) {
            case 0 -> new Edit(token.start(), token.end() - token.start(), "");
            case 1 -> duplicated(part, token);
            case 2 -> swappedWithNext(part, part.length());
            case 3 -> new Edit(token.start() + (token.end() - token.start()) / 2, token.end() - token.start() - (token.end() - token.start()) / 2, "");
            case 4 -> new Edit(random.nextInt(part.length() + 1), 0, any(BLOCK_DELIMITERS));
            case 5 -> new Edit(token.start(), 0, any(BLOCK_DELIMITERS) + " ");
            default -> new Edit(token.start(), token.end() - token.start(), tokenOf(corpus.any(random)));
        };
        String replacement = opensMore(edit.replacement()) || opensMore(edit.in(part)) && !opensMore(part) ? "" : edit.replacement();
        return new Edit(start + edit.offset(), edit.length(), replacement);
    }

    private static boolean opensMore(String text) {
        String closed = text.replaceAll("(?s)/\\*.*?\\*/|<<<.*?>>>", "");
        return closed.contains("/*") || closed.contains("<<<") || closed.lastIndexOf("//") > closed.lastIndexOf('\n');
    }

    private Edit token(String text, String replacement) {
        Span token = TextTokens.any(text, random);
        return new Edit(token.start(), token.end() - token.start(), replacement);
    }

    private static Edit duplicated(String text, Span token) {
        return new Edit(token.end(), 0, " " + token.of(text));
    }

    private Edit swappedWithNext(String text, int end) {
        Span first = TextTokens.any(text, random);
        Span second = TextTokens.next(text, Math.min(first.end(), end));
        String between = text.substring(first.end(), Math.max(first.end(), second.start()));
        return new Edit(first.start(), Math.max(second.end(), first.end()) - first.start(), second.of(text) + between + first.of(text));
    }

    private Edit truncated(String text) {
        Span token = TextTokens.any(text, random);
        int kept = token.end() == token.start() ? 0 : random.nextInt(token.end() - token.start());
        return random.nextBoolean() ? new Edit(token.start() + kept, token.end() - token.start() - kept, "") : new Edit(token.start(), token.end() - token.start() - kept, "");
    }

    private Edit withoutDelimiter(String text) {
        int from = random.nextInt(text.length() + 1);
        for (int index = from; index < text.length(); index++) {
            if ("{}[]\",*/<>".indexOf(text.charAt(index)) >= 0) {
                return new Edit(index, 1, "");
            }
        }
        return someCharacters(text);
    }

    private Edit someCharacters(String text) {
        int start = random.nextInt(text.length() + 1);
        int length = random.nextInt(Math.min(30, text.length() - start) + 1);
        return new Edit(start, length, random.nextBoolean() ? "" : any(DELIMITERS));
    }

    private Edit cutOff(String text) {
        int start = TextTokens.any(text, random).start();
        return new Edit(start, text.length() - start, "");
    }

    private Edit lines(String text, boolean twice) {
        int start = lineStart(text);
        int end = start;
        for (int line = random.nextInt(1, 4); line > 0 && end < text.length(); line--) {
            int newline = text.indexOf('\n', end);
            end = newline < 0 ? text.length() : newline + 1;
        }
        return twice ? new Edit(end, 0, text.substring(start, end)) : new Edit(start, end - start, "");
    }

    private int lineStart(String text) {
        return text.lastIndexOf('\n', random.nextInt(text.length() + 1) - 1) + 1;
    }

    /** A piece of another text: some of its lines, or some of its characters. */
    private String piece() {
        String other = corpus.any(random);
        int start = random.nextBoolean() ? lineStart(other) : random.nextInt(other.length() + 1);
        int length = random.nextInt(Math.min(LONGEST_PASTE, other.length() - start) + 1);
        int newline = other.indexOf('\n', start + length);
        int end = random.nextBoolean() && newline >= 0 ? Math.min(newline, start + 2 * LONGEST_PASTE) : start + length;
        return other.substring(start, end);
    }

    private String tokenOf(String text) {
        return TextTokens.any(text, random).of(text);
    }

    /** Random bytes, as an editor shows them that takes them for a text. */
    private String bytes() {
        byte[] bytes = new byte[random.nextInt(1, MOST_BYTES + 1)];
        random.nextBytes(bytes);
        Charset charset = random.nextBoolean() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        return new String(bytes, charset);
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
