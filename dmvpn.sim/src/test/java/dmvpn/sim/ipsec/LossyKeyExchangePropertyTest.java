package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.sim.tunnel.CryptoSockets.SocketState;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is lost, key exchange neither stands still nor leaves security associations over (RFC 7296 section 2.1). */
class LossyKeyExchangePropertyTest {

    private static final int LOSSY_SECONDS = 1_500;
    private static final int CALM_SECONDS = 700;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /** Both ends ask like NHRP does, so attempts meet; short lifetimes make rekeys of both levels meet loss as well. */
    @ParameterizedTest
    @MethodSource("seeds")
    void bothEndsEndUpWithTheSameSecurityAssociations(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double loss = random.nextDouble(0.5);
        CryptoLab lab = new CryptoLab();
        IpsecProfile profile = Profiles.withLifetimes(random.nextInt(300, 700), random.nextInt(120, 400),
                random.nextBoolean() ? OptionalInt.of(19) : OptionalInt.empty());
        if (random.nextBoolean()) {
            profile = Profiles.withDpd(profile, random.nextInt(10, 30), random.nextInt(2, 6), random.nextBoolean());
        }
        LabRouter first = lab.router("198.51.100.11", LabRouter.device("a", profile, 1, false), random.nextLong());
        LabRouter second = lab.router("198.51.100.12", LabRouter.device("b", profile, 1, false), random.nextLong());
        lab.delayIke(Duration.ofMillis(random.nextInt(0, 60)));
        lab.lose(packet -> random.nextDouble() < loss);

        askUntil(lab, first, second, LOSSY_SECONDS, random);
        lab.lose(packet -> false);
        askUntil(lab, first, second, LOSSY_SECONDS + CALM_SECONDS, random);
        // No rekey may be half done when the two are compared.
        settle(lab, first, second);

        String context = "seed " + seed + ", loss " + loss;
        assertThat(first.stateTo(second)).as(context).isEqualTo(SocketState.UP);
        assertThat(second.stateTo(first)).as(context).isEqualTo(SocketState.UP);
        assertThat(pairs(first, 0, 1)).as(context).isEqualTo(pairs(second, 1, 0));
        assertThat(first.ipsecSas().size()).as(context).isLessThanOrEqualTo(2);
        assertThat(first.ikeSas()).as(context).hasSameSizeAs(second.ikeSas());
        assertBothCanSend(lab, first, second, context);
        first.powerOff();
        second.powerOff();
        lab.runUntil(Duration.ofNanos(lab.kernel().nowNanos()).plusSeconds(1));
        assertThat(lab.kernel().pendingCount()).as(context + ": timers left over").isZero();
    }

    private static void askUntil(CryptoLab lab, LabRouter first, LabRouter second, int endSeconds,
            SplittableRandom random) {
        for (long now = lab.kernel().nowNanos() / 1_000_000_000L; now < endSeconds; now++) {
            lab.runUntilMillis(now * 1_000 + random.nextInt(3));
            ask(first, second);
            ask(second, first);
            first.sendGre(second);
            second.sendGre(first);
        }
    }

    private static void ask(LabRouter router, LabRouter peer) {
        if (router.stateTo(peer) != SocketState.UP) {
            router.open(peer);
        }
    }

    private static void settle(CryptoLab lab, LabRouter first, LabRouter second) {
        for (int step = 0; step < 100 && !isSettled(first, second); step++) {
            lab.runUntil(Duration.ofNanos(lab.kernel().nowNanos()).plusMillis(100));
        }
    }

    /** One pair for each end that started an attempt, and the same ones at both ends. */
    private static boolean isSettled(LabRouter first, LabRouter second) {
        return pairs(first, 0, 1).equals(pairs(second, 1, 0)) && first.ipsecSas().size() <= 2;
    }

    private static TreeSet<String> pairs(LabRouter router, int from, int to) {
        TreeSet<String> pairs = new TreeSet<>();
        for (List<String> row : router.ipsecSas()) {
            pairs.add(row.get(from) + "-" + row.get(to));
        }
        return pairs;
    }

    private static void assertBothCanSend(CryptoLab lab, LabRouter first, LabRouter second, String context) {
        lab.runUntil(Duration.ofNanos(lab.kernel().nowNanos()).plusMillis(CryptoLab.LATENCY.toMillis()));
        int firstBefore = first.received().size();
        int secondBefore = second.received().size();
        assertThat(first.sendGre(second)).as(context).isTrue();
        assertThat(second.sendGre(first)).as(context).isTrue();
        lab.runUntil(Duration.ofNanos(lab.kernel().nowNanos()).plusMillis(CryptoLab.LATENCY.toMillis()));
        assertThat(first.received().size()).as(context).isEqualTo(firstBefore + 1);
        assertThat(second.received().size()).as(context).isEqualTo(secondBefore + 1);
    }
}
