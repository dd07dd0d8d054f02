package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.fidelity.Shows;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anti-replay (RFC 4303 section 3.4.3). */
class ReplayWindowTest {

    @Test
    @Shows("RFC4303/3.4.3-window")
    void aPacketIsAcceptedOnce() {
        ReplayWindow window = new ReplayWindow();

        assertThat(window.accept(1)).isTrue();
        assertThat(window.accept(1)).isFalse();
    }

    @Test
    void zeroIsNeverASequenceNumber() {
        assertThat(new ReplayWindow().accept(0)).isFalse();
    }

    @Test
    @Shows("RFC4303/3.4.3-size")
    void latePacketsWithinTheWindowAreAccepted() {
        ReplayWindow window = new ReplayWindow();

        assertThat(window.accept(64)).isTrue();
        assertThat(window.accept(1)).isTrue();
        assertThat(window.accept(65)).isTrue();
        assertThat(window.accept(2)).isTrue();
        assertThat(window.accept(66)).isTrue();
        assertThat(window.accept(2)).isFalse();
    }

    @Test
    @Shows("RFC4303/3.4.3-window")
    void packetsBehindTheWindowAreRefusedEvenIfNew() {
        ReplayWindow window = new ReplayWindow();
        window.accept(100);

        assertThat(window.accept(36)).isFalse();
        assertThat(window.accept(37)).isTrue();
    }

    @Test
    void aLeapForwardForgetsEverythingBefore() {
        ReplayWindow window = new ReplayWindow();
        window.accept(1);

        assertThat(window.accept(4_294_967_295L)).isTrue();
        assertThat(window.accept(4_294_967_294L)).isTrue();
        assertThat(window.accept(1)).isFalse();
    }

    /** Compared with a set of everything seen. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @Shows("RFC4303/3.4.3-size")
    void agreesWithAFullMemory(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = random.nextInt(1, 200);
        ReplayWindow window = new ReplayWindow(size);
        Set<Long> seen = new HashSet<>();
        long highest = 0;
        for (int packet = 0; packet < 20_000; packet++) {
            long sequence = Math.max(1, highest + random.nextInt(-size - 20, 20));
            boolean expected = sequence > highest - size && !seen.contains(sequence);

            assertThat(window.accept(sequence)).as("seed %d, packet %d, sequence %d", seed, packet, sequence)
                    .isEqualTo(expected);
            if (expected) {
                seen.add(sequence);
                highest = Math.max(highest, sequence);
            }
        }
    }
}
