package dmvpn.dsl.ide.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dmvpn.dsl.ide.DmvpnIdeSetup;
import dmvpn.dsl.ide.highlight.LexicalHighlighter.Kind;
import dmvpn.dsl.ide.highlight.LexicalHighlighter.Token;
import dmvpn.dsl.ide.testing.Examples;
import dmvpn.dsl.services.DmvpnGrammarAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextMateGrammarTest {

    private static final Path FILE = Path.of("..", "editors", "dmvpn.tmLanguage.json");

    static List<Path> examples() {
        return Examples.files();
    }

    /** {@code -Ddmvpn.update=true} writes the file anew. */
    @Test
    void theFileOfTheEditorsIsThatOfTheLanguage() throws IOException {
        String json = TextMateGrammar.json(new DmvpnIdeSetup().createInjectorAndDoEMFRegistration()
                .getInstance(DmvpnGrammarAccess.class).getGrammar());
        if (Boolean.getBoolean("dmvpn.update")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, json);
        }
        assertThat(Files.readString(FILE)).as("run this test with -Ddmvpn.update=true to write it anew").isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsColouredAsTheLexerReadsIt(Path example) throws IOException {
        compare(Examples.text(example));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "spoke B[1]{ lan {n}.1.0.0/16 join C as {10+n}.0.0.1 mtu { 1300 + n } }",
        "hub ^hub { lan 10.100.{n}.0/24 join-me hubs at10 at }",
        "spoke Site-{n}[1..20]{ wan Gi0/0/0.123 2001:db8::{n} ::/0 :: }",
        "authentication \"a \\\" b // no comment\" // a \"comment\"",
        "raw frr <<< line // no comment\n\"one /* two\n>>> hub A { } /* three\nfour */ hub",
        "a//b/*c*/ dead:beef::add 1h30m 0.1% 100Mbps x% in-vrf vrf-in",
    })
    void tokensAreTakenWhole(String text) throws IOException {
        compare(text);
    }

    private static void compare(String text) throws IOException {
        Kind[] ours = new Kind[text.length()];
        for (Token token : new LexicalHighlighter().tokens(text)) {
            Arrays.fill(ours, token.offset(), token.offset() + token.length(), token.kind());
        }
        Kind[] theirs = new TextMate(Files.readString(FILE)).kinds(text);
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) != '\n' && text.charAt(index) != '\r') {
                assertThat(theirs[index]).as("character %d, behind '%s'", index,
                        text.substring(Math.max(0, index - 20), index + 1)).isEqualTo(ours[index]);
            }
        }
    }

    /** What of TextMate's rules the grammar uses: matches and blocks, line by line, the leftmost and then the first wins. */
    private static final class TextMate {

        private record Rule(Kind kind, Pattern match, Pattern end) {
        }

        private final List<Rule> rules = new ArrayList<>();

        TextMate(String json) {
            for (JsonElement element : JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("patterns")) {
                JsonObject rule = element.getAsJsonObject();
                Kind kind = kind(rule.get("name").getAsString());
                rules.add(rule.has("match")
                        ? new Rule(kind, Pattern.compile(rule.get("match").getAsString()), null)
                        : new Rule(kind, Pattern.compile(rule.get("begin").getAsString()),
                                Pattern.compile(rule.get("end").getAsString())));
            }
        }

        private static Kind kind(String scope) {
            return switch (scope.substring(0, scope.indexOf('.'))) {
                case "comment" -> Kind.COMMENT;
                case "storage", "keyword" -> Kind.KEYWORD;
                case "constant" -> Kind.VALUE;
                case "string" -> scope.contains("raw") ? Kind.RAW : Kind.STRING;
                default -> Kind.PLAIN;
            };
        }

        Kind[] kinds(String text) {
            Kind[] kinds = new Kind[text.length()];
            Arrays.fill(kinds, Kind.PLAIN);
            Rule open = null;
            int start = 0;
            while (start <= text.length()) {
                int newline = text.indexOf('\n', start);
                int end = newline < 0 ? text.length() : newline;
                open = line(text.substring(start, end), start, open, kinds);
                start = end + 1;
            }
            return kinds;
        }

        private Rule line(String line, int offset, Rule openBefore, Kind[] kinds) {
            Rule open = openBefore;
            int position = 0;
            while (position <= line.length()) {
                if (open != null) {
                    Matcher end = open.end.matcher(line);
                    int stop = end.find(position) ? end.end() : line.length();
                    Arrays.fill(kinds, offset + position, offset + stop, open.kind);
                    if (!end.hasMatch()) {
                        return open;
                    }
                    open = null;
                    position = stop;
                    continue;
                }
                Rule best = null;
                Matcher found = null;
                for (Rule rule : rules) {
                    Matcher matcher = rule.match.matcher(line);
                    if (matcher.find(position) && (found == null || matcher.start() < found.start())) {
                        best = rule;
                        found = matcher;
                    }
                }
                if (found == null) {
                    return null;
                }
                Arrays.fill(kinds, offset + found.start(), offset + found.end(), best.kind);
                position = found.end();
                open = best.end == null ? null : best;
            }
            return open;
        }
    }
}
