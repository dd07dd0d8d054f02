package dmvpn.dsl.parts;

import dmvpn.dsl.resource.DmvpnResource;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Edits as people and machines make them: numbers, words, lines, blocks, and nonsense. */
final class RandomEdits {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern ELEMENT =
            Pattern.compile("^(?:transport|crypto|cloud|hub|spoke|scenario)\\b[^\\n]*\\{(?:[^\\n]*\\}$|.*?^\\})", Pattern.MULTILINE | Pattern.DOTALL);
    private static final List<String> PIECES = List.of("{", "}", "[", "]", ",", ".", "\"", "<<<", ">>>", "/*", "*/", "//", "{n}", "^", "hub", "hub X { }\n",
            "spoke", "spoke Y { wan Internet dhcp }", "crypto", "at", "expect", "lan 10.9.0.0/16", "via HQ", "10.0.0.1", "::", "1..3", "\n", " ", ";", "ä", "stray",
            "network N\n", "platform frr\n", "dmvpn 1\n", "// a comment\n", "/* a\ncomment */", "transport Z { latency 1ms }", "} }", "{ {", "every spoke", "\r\n", "release \"1\"");

    private final RandomGenerator random;

    RandomEdits(RandomGenerator random) {
        this.random = random;
    }

    /** Makes one edit and says what it was. */
    String apply(DmvpnResource resource) {
        String text = resource.text();
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> match(resource, NUMBER, Integer.toString(random.nextInt(300)));
            case 3 -> match(resource, WORD, PIECES.get(random.nextInt(PIECES.size())));
            case 4 -> match(resource, WORD, wordOf(text));
            case 5 -> match(resource, ELEMENT, "");
            case 6 -> {
                Matcher element = any(ELEMENT, text);
                yield replace(resource, lineStart(text), 0, (element == null ? "hub Q { }" : element.group()) + "\n");
            }
            case 7 -> replace(resource, random.nextInt(text.length() + 1), 0, PIECES.get(random.nextInt(PIECES.size())));
            case 8 -> replace(resource, lineStart(text), 0, PIECES.get(random.nextInt(PIECES.size())));
            case 9 -> {
                int start = random.nextInt(text.length() + 1);
                yield replace(resource, start, random.nextInt(Math.min(4, text.length() - start) + 1), "");
            }
            case 10 -> {
                int start = lineStart(text);
                int end = text.indexOf('\n', start);
                yield replace(resource, start, (end < 0 ? text.length() : end + 1) - start, "");
            }
            default -> {
                int start = random.nextInt(text.length() + 1);
                yield replace(resource, start, random.nextInt(Math.min(60, text.length() - start) + 1),
                        PIECES.get(random.nextInt(PIECES.size())));
            }
        };
    }

    private int lineStart(String text) {
        return text.lastIndexOf('\n', random.nextInt(text.length() + 1) - 1) + 1;
    }

    private String wordOf(String text) {
        Matcher word = any(WORD, text);
        return word == null ? "word" : word.group();
    }

    private String match(DmvpnResource resource, Pattern pattern, String replacement) {
        Matcher found = any(pattern, resource.text());
        return found == null ? replace(resource, 0, 0, replacement)
                : replace(resource, found.start(), found.end() - found.start(), replacement);
    }

    private Matcher any(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int from = random.nextInt(text.length() + 1);
        return matcher.find(from) || matcher.find(0) ? matcher : null;
    }

    private static String replace(DmvpnResource resource, int offset, int length, String replacement) {
        resource.update(offset, length, replacement);
        return "at " + offset + " " + length + " characters became '" + replacement + "'";
    }
}
