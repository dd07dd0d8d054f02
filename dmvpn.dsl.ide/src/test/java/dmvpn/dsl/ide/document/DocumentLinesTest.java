package dmvpn.dsl.ide.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentLinesTest {

    @Test
    void countsLinesAndCharactersFromZero() {
        DocumentLines lines = new DocumentLines("ab\ncd\r\ne\rf");

        assertThat(lines.position(0)).isEqualTo(new Position(0, 0));
        assertThat(lines.position(4)).isEqualTo(new Position(1, 1));
        assertThat(lines.position(7)).isEqualTo(new Position(2, 0));
        assertThat(lines.position(9)).isEqualTo(new Position(3, 0));
    }

    @Test
    void aPositionBehindTheEndOfItsLineIsTheEndOfTheLine() {
        DocumentLines lines = new DocumentLines("ab\r\ncd");

        assertThat(lines.offset(new Position(0, 99))).isEqualTo(2);
        assertThat(lines.offset(new Position(9, 0))).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void offsetAndPositionAreInverse(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < 300; index++) {
            text.append("ab{ \n".charAt(random.nextInt(5)));
        }
        DocumentLines lines = new DocumentLines(text.toString());

        for (int offset = 0; offset <= text.length(); offset++) {
            assertThat(lines.offset(lines.position(offset))).as("seed %d, offset %d", seed, offset).isEqualTo(offset);
        }
    }

    /** A word that lacks its end may end between the two characters that end its line. */
    @Test
    void aRangeNeverEndsBetweenTheTwoCharactersThatEndALine() {
        DocumentLines lines = new DocumentLines("ab\r\ncd\re");

        assertThat(lines.position(3)).isEqualTo(new Position(0, 2));
        assertThat(lines.position(4)).isEqualTo(new Position(1, 0));
        assertThat(lines.position(7)).isEqualTo(new Position(2, 0));
        assertThat(lines.range(0, 3)).isEqualTo(new Range(new Position(0, 0), new Position(0, 2)));
    }
}
