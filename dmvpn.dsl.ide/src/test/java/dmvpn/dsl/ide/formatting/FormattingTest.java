package dmvpn.dsl.ide.formatting;

import static dmvpn.dsl.ide.testing.EditedModel.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.highlight.LexicalHighlighter;
import dmvpn.dsl.ide.testing.EditedModel;
import dmvpn.dsl.ide.testing.Examples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.eclipse.lsp4j.DocumentOnTypeFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormattingTest {

    private static final FormattingOptions OPTIONS = new FormattingOptions(2, true);

    static List<Path> examples() {
        return Examples.files();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsFormattedAsItIsWritten(Path example) {
        String text = Examples.text(example);
        assertThat(formatted(text)).isEqualTo(text);
    }

    @Test
    void aChangeOnOneLineStaysThereAndALongOneIsABlock() {
        assertThat(formatted("""
                scenario A {
                at 5s   change HQ in Corp {mtu 1300  holdtime 5min}
                at 6s change HQ in Corp {
                mtu 1300
                }
                }
                """)).isEqualTo("""
                scenario A {
                  at 5s change HQ in Corp { mtu 1300  holdtime 5min }
                  at 6s change HQ in Corp {
                    mtu 1300
                  }
                }
                """);
    }

    @Test
    void aComputedBeginningOfAValueIsNoBlock() {
        assertThat(formatted("spoke A[1..2] {\nlan   {10+n}.1.0.0/16\njoin C as {n}.0.0.1  via HQ\n}\n"))
                .isEqualTo("spoke A[1..2] {\n  lan {10+n}.1.0.0/16\n  join C as {n}.0.0.1  via HQ\n}\n");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void formattingTwiceIsFormattingOnceAndKeepsEveryWordAndComment(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Path> examples = Examples.files();
        String text = disordered(Examples.text(examples.get(random.nextInt(examples.size()))), random);

        try (EditedModel model = new EditedModel(text)) {
            List<String> outline = names(model.symbols());
            model.format();
            String once = model.text();
            assertThat(words(once)).as("seed %d", seed).isEqualTo(words(text));
            assertThat(names(model.symbols())).as("seed %d", seed).isEqualTo(outline);
            model.format();
            assertThat(model.text()).as("seed %d", seed).isEqualTo(once);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aBrokenTextIsFormattedWithoutLosingAnything(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Path> examples = Examples.files();
        StringBuilder broken = new StringBuilder(Examples.text(examples.get(random.nextInt(examples.size()))));
        for (int change = 0; change < 8; change++) {
            int at = random.nextInt(broken.length());
            if (random.nextBoolean()) {
                broken.deleteCharAt(at);
            } else {
                broken.insert(at, "{}[],.\"/*<>;x1 \n".charAt(random.nextInt(16)));
            }
        }

        String once = formatted(broken.toString());

        assertThat(words(once)).as("seed %d", seed).isEqualTo(words(broken.toString()));
        assertThat(formatted(once)).as("seed %d", seed).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "hub HQ1{wan X dhcp}                      | hub HQ1 { wan X dhcp }↵",
        "hub HQ1 {↵wan X dhcp↵}                   | hub HQ1 {↵  wan X dhcp↵}↵",
        "hub HQ1↵{↵wan X dhcp↵}                   | hub HQ1 {↵  wan X dhcp↵}↵",
        "hub HQ1 { wan X dhcp↵lan 10.0.0.0/8 }    | hub HQ1 {↵  wan X dhcp↵  lan 10.0.0.0/8↵}↵",
        "spoke B [ 1..3 ,7 ] { }                  | spoke B[1..3, 7] { }↵",
        "cloud C { mtu 1400;mss 1360 }            | cloud C { mtu 1400  mss 1360 }↵",
        "cloud C { mtu 1400  mss 1360 }           | cloud C { mtu 1400  mss 1360 }↵",
        "cloud C { mtu     1400 mss 1360 }        | cloud C { mtu 1400 mss 1360 }↵",
        "cloud C {↵↵↵mtu 1400↵↵↵↵mss 1360↵↵}      | cloud C {↵  mtu 1400↵↵  mss 1360↵}↵",
        "hub A {↵join C as 10.0.0.1↵via B↵}       | hub A {↵  join C as 10.0.0.1↵    via B↵}↵",
        "hub A {// why↵lan 10.0.0.0/8 // what↵}   | hub A { // why↵  lan 10.0.0.0/8 // what↵}↵",
        "hub A {↵/* a↵   b */↵}                   | hub A {↵  /* a↵     b */↵}↵",
    })
    void theStyle(String text, String expected) {
        assertThat(formatted(text.replace("↵", "\n"))).isEqualTo(expected.replace("↵", "\n"));
    }

    @Test
    void aColumnOfTwoLinesIsKeptAndALonelyGapIsNot() {
        String columns = """
                hub A {
                  wan  Internet      dhcp
                  lan  10.1.0.0/16   address 10.1.0.1
                  join Corp          as 10.0.0.1
                }
                """;
        assertThat(formatted(columns)).isEqualTo(columns);
        assertThat(formatted("hub A {\n  join Corp       as 10.0.0.1\n}\n")).isEqualTo("hub A {\n  join Corp as 10.0.0.1\n}\n");
    }

    @Test
    void vendorLinesStayAsTheyAre() {
        String text = "hub A {\n  raw cisco-iosxe <<<\n ip  route\n!\n>>>\n}\n";
        assertThat(formatted(text)).isEqualTo(text);
    }

    @Test
    void behindACommentWithoutEndNothingIsTouched() {
        assertThat(formatted("hub   A {  }\n/* never   closed\n  hub   B")).isEqualTo("hub A { }\n/* never   closed\n  hub   B");
    }

    @Test
    void theLineEndsOfTheTextAreKept() {
        assertThat(formatted("hub A {\r\nlan 10.0.0.0/8\r\n}\r\n")).isEqualTo("hub A {\r\n  lan 10.0.0.0/8\r\n}\r\n");
    }

    @Test
    void aRangeFormatsItsLinesOnly() {
        try (EditedModel model = new EditedModel("hub A {\nlan 10.0.0.0/8\n}\nhub B {\nlan 10.1.0.0/16\n}\n")) {
            model.applyAll(answer(model.server().getTextDocumentService().rangeFormatting(
                    new DocumentRangeFormattingParams(model.document(), OPTIONS,
                            new Range(new Position(3, 0), new Position(6, 0))))));
            assertThat(model.text()).isEqualTo("hub A {\nlan 10.0.0.0/8\n}\nhub B {\n  lan 10.1.0.0/16\n}\n");
        }
    }

    @Test
    void typingTheClosingBraceFormatsItsBlock() {
        try (EditedModel model = new EditedModel("hub A {\nlan 10.0.0.0/8\n}\nhub B {\nlan 10.1.0.0/16\n    }\n")) {
            model.applyAll(answer(model.server().getTextDocumentService().onTypeFormatting(
                    new DocumentOnTypeFormattingParams(model.document(), OPTIONS, new Position(5, 5), "}"))));
            assertThat(model.text()).isEqualTo("hub A {\nlan 10.0.0.0/8\n}\nhub B {\n  lan 10.1.0.0/16\n}\n");
        }
    }

    private static String formatted(String text) {
        try (EditedModel model = new EditedModel(text)) {
            model.format();
            return model.text();
        }
    }

    /** Other space where there is space, and line ends outside of comments. */
    private static String disordered(String text, RandomGenerator random) {
        StringBuilder disordered = new StringBuilder();
        for (LexicalHighlighter.Token token : new LexicalHighlighter().tokens(text)) {
            String image = text.substring(token.offset(), token.offset() + token.length());
            disordered.append(image.isBlank() && random.nextInt(3) == 0
                    ? List.of(" ", "  ", "\n", "\n\n\n", "\t", " ; ", "      ", "\n    ").get(random.nextInt(8)) : image);
        }
        return disordered.toString();
    }

    /** Words and comments without the space between and inside them. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.replace(";", " ").replaceAll("([{}\\[\\],\"]|<<<|>>>|/\\*|\\*/|//)", " $1 ").strip().split("\\s+")) {
            words.add(word);
        }
        return words;
    }

    private static List<String> names(List<DocumentSymbol> symbols) {
        return symbols.stream().map(DocumentSymbol::getName).toList();
    }
}
