package dmvpn.dsl.ide.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.highlight.LexicalHighlighter.Kind;
import dmvpn.dsl.ide.highlight.LexicalHighlighter.Token;
import dmvpn.dsl.ide.testing.Models;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexicalHighlighterTest {

    private final LexicalHighlighter highlighter = new LexicalHighlighter();

    @ParameterizedTest
    @CsvSource({
        "hub, KEYWORD", "tunnel-key, KEYWORD", "HQ1, PLAIN", "10.0.0.1/24, VALUE", "2001:db8::1, VALUE",
        "10min, VALUE", "10.100.{n}.0/24, VALUE", "\"NHRP1\", STRING", "// note, COMMENT", "/* note */, COMMENT",
        "<<< ! line >>>, RAW",
    })
    void aWordHasTheKindOfItsToken(String word, Kind kind) {
        assertThat(highlighter.tokens(word)).containsExactly(new Token(0, word.length(), kind));
    }

    @Test
    void anUnfinishedCommentOrTextIsNoReasonToStop() {
        assertThat(highlighter.tokens("hub /* no end")).isNotEmpty();
        assertThat(highlighter.tokens("authentication \"no end\nhub")).last()
                .isEqualTo(new Token(23, 3, Kind.KEYWORD));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theTokensOfAnyTextFollowEachOtherWithoutGap(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        StringBuilder text = new StringBuilder(Models.PHASE_3);
        for (int change = 0; change < 30; change++) {
            text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(1, 0x250));
        }

        List<Token> tokens = highlighter.tokens(text.toString());

        int end = 0;
        for (Token token : tokens) {
            assertThat(token.offset()).as("seed %d", seed).isEqualTo(end);
            end += token.length();
        }
        assertThat(end).as("seed %d", seed).isEqualTo(text.length());
    }
}
