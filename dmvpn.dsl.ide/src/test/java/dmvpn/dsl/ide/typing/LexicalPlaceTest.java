package dmvpn.dsl.ide.typing;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.highlight.LexicalHighlighter.Token;
import dmvpn.dsl.ide.testing.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bar in a text stands for the place. */
class LexicalPlaceTest {

    private static final String BLOCKS = "hub A {\n  lan 10.0.0.0/8\n}\n".repeat(5_000);

    @ParameterizedTest
    @ValueSource(strings = {"// no|te", "// note|", "a /* no|te */", "/* no end|", "x \"a|b\"", "raw <<< a|b >>>", "raw <<< no end|"})
    void bracketsMeanNothingInVerbatimParts(String text) {
        assertThat(place(text).isVerbatim()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"|// note", "// note\n|", "/* note */|", "a \"b\"|", "|\"b\"", "raw <<< a >>>|", "hub |A"})
    void bracketsMeanSomethingElsewhere(String text) {
        assertThat(place(text).isVerbatim()).isFalse();
    }

    @Test
    void theCommentAroundAPlaceIsWhole() {
        assertThat(place("hub /* a|b */ {").comment().map(Token::length)).hasValue("/* ab */".length());
        assertThat(place("hub \"a|b\" {").comment()).isEmpty();
        assertThat(place("hub \"a|b\" {").isInString()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', value = {
        "hub A {|                          ! true  ! false",
        "hub A {| }                        ! false ! false",
        "cloud C { routing {| }            ! true  ! false",
        "cloud C | }                       ! false ! true",
        "hub A { } hub B {| } hub C {      ! false ! false",
        "hub A } hub B {| }                ! false ! false",
        "hub A {| } hub B }                ! false ! true",
        "hub A {| // }                     ! true  ! false",
        "hub A {| \"}\"                    ! true  ! false",
        "lan 10.{n|                        ! true  ! false",
    })
    void whatLacksAPartnerIsKnown(String text, boolean lacksClosing, boolean lacksOpening) {
        assertThat(place(text).lacksClosing('{', '}')).as("closing").isEqualTo(lacksClosing);
        assertThat(place(text).lacksOpening('{', '}')).as("opening").isEqualTo(lacksOpening);
    }

    @Test
    void blocksThatBeginOrEndFarAwayAreWhole() {
        for (String text : new String[] {BLOCKS + "hub B {|\n}\n" + BLOCKS, "customer X {\n" + BLOCKS + "hub B {|\n}\n" + BLOCKS + "}"}) {
            assertThat(place(text).lacksClosing('{', '}')).isFalse();
            assertThat(place(text).lacksOpening('{', '}')).isFalse();
        }
        assertThat(place("/*" + BLOCKS + "|" + BLOCKS + "*/").isVerbatim()).isTrue();
        assertThat(place("customer X {\n" + BLOCKS + "|" + BLOCKS).lacksClosing('{', '}')).isTrue();
    }

    @Test
    void theOpeningBraceOfThePlaceIsFound() {
        assertThat(place("hub A { lan x { } // {\n \"{\" |").openBrace()).isEqualTo("hub A ".length());
        assertThat(place("customer X {\n" + BLOCKS + "|").openBrace()).isEqualTo("customer X ".length());
        assertThat(place(BLOCKS + "|").openBrace()).isEqualTo(-1);
    }

    @Test
    void theNextCharacterBehindTheTextIsALineEnd() {
        assertThat(new LexicalPlace(Models.PHASE_3, 0).next()).isEqualTo('n');
        assertThat(place("hub|").next()).isEqualTo('\n');
    }

    private static LexicalPlace place(String marked) {
        return new LexicalPlace(marked.replace("|", ""), marked.indexOf('|'));
    }
}
