package dmvpn.dsl.ide.typing;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.highlight.LexicalHighlighter;
import dmvpn.dsl.ide.highlight.LexicalHighlighter.Kind;
import dmvpn.dsl.ide.highlight.LexicalHighlighter.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerbatimPartsTest {

    private static final Set<Kind> VERBATIM = EnumSet.of(Kind.COMMENT, Kind.STRING, Kind.RAW);

    @ParameterizedTest
    @ValueSource(strings = {
        "a // one {\nb // two {\r\nc // three {", "a /* { */ b /** } * / **/ c", "/*/ { */ }", "raw <<< ! a >> b\n \"{ >>> }",
        "psk secret \"a \\\" { b\" }", "psk secret \"no end {\nhub A { // yes {\n}", "lan 10.0.0.0/8// no comment {", "lan 10.{n}.0.0/16 // yes {",
        "name http://x/* no comment */ {", "foo.//yes {", "10.//no {", "B[1..2]/* yes { */", "x-{a // no comment}//y {", "- // yes {", "<< no >>> <<<yes>>>",
        "\"\"", "\"{\"\"}\"", "// \"no text\n\"a text\"", "::1//no\n", "^a//no\n^//yes",
    })
    void partsAreThoseOfTheLexer(String text) {
        assertThat(VerbatimParts.of(text)).isEqualTo(ofLexer(text));
    }

    @Test
    void partsOfAllExamplesAreThoseOfTheLexer() throws IOException {
        List<Path> models;
        try (Stream<Path> files = Files.walk(Path.of("..", "examples"))) {
            models = files.filter(file -> file.toString().endsWith(".dmvpn")).sorted().toList();
        }
        assertThat(models).hasSizeGreaterThan(20);
        for (Path model : models) {
            String text = Files.readString(model);
            assertThat(VerbatimParts.of(text)).as(model.toString()).isNotEmpty().isEqualTo(ofLexer(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub A { } /* { no end\n}", "raw <<< { no end\n}"})
    void whatHasNoEndYetGoesUpToTheEndOfTheText(String text) {
        Token part = VerbatimParts.of(text).getLast();

        assertThat(part.offset() + part.length()).isEqualTo(text.length());
    }

    private static List<Token> ofLexer(String text) {
        return new LexicalHighlighter().tokens(text).stream().filter(token -> VERBATIM.contains(token.kind())).toList();
    }
}
