package dmvpn.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeededRandomTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 42, Long.MIN_VALUE, 0x123456789abcdefL})
    void givesTheNumbersOfTheSplittableRandomOfTheJdk(long seed) {
        SeededRandom ours = new SeededRandom(seed);
        SplittableRandom theirs = new SplittableRandom(seed);
        for (int round = 0; round < 2_000; round++) {
            assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
            assertThat(ours.nextInt()).isEqualTo(theirs.nextInt());
            assertThat(ours.nextInt(1 + round)).isEqualTo(theirs.nextInt(1 + round));
            assertThat(ours.nextLong(1 + round, 10_000_000_000L)).isEqualTo(theirs.nextLong(1 + round, 10_000_000_000L));
            assertThat(ours.nextDouble()).isEqualTo(theirs.nextDouble());
            assertThat(ours.nextBoolean()).isEqualTo(theirs.nextBoolean());
            if (round % 100 == 0) {
                ours = ours.split();
                theirs = theirs.split();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void fillsBytesLikeTheSplittableRandomOfTheJdk(long seed) {
        byte[] ours = new byte[21];
        byte[] theirs = new byte[21];
        new SeededRandom(seed).nextBytes(ours);
        new SplittableRandom(seed).nextBytes(theirs);
        assertThat(ours).isEqualTo(theirs);
    }
}
