package dmvpn.network.rules.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import dmvpn.network.rules.Finding;
import dmvpn.network.testing.DeviceBuilder;
import dmvpn.network.testing.NetworkBuilder;
import dmvpn.network.tunnel.Cloud;
import dmvpn.network.underlay.Transport;
import dmvpn.network.underlay.TransportKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a session keeps from one network to the next is what a fresh look would find. */
class CheckSessionTest {

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachOfARowOfNetworksIsCheckedLikeTheFirst(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        NetworkBuilder builder = NetworkBuilder.phase3(8);
        CheckSession session = RuleCatalogue.ofNetwork().session();
        CompiledNetwork network = builder.build();
        for (int step = 0; step < 12; step++) {
            change(builder, random);
            network = keepingWhatIsEqual(network, builder.build());
            assertThat(shown(session.check(network))).as("seed %d, step %d", seed, step)
                    .isEqualTo(shown(RuleCatalogue.ofNetwork().check(network)));
        }
    }

    @Test
    void anUnchangedNetworkIsNotLookedAtAgain() {
        CompiledNetwork network = NetworkBuilder.phase3(3).build();
        CheckSession session = RuleCatalogue.ofNetwork().session();
        assertThat(session.check(network)).isEmpty();
        NetworkBuilder faulty = NetworkBuilder.phase3(3);
        faulty.device("Branch2").tunnel().unique(true);

        List<Finding> findings = session.check(keepingWhatIsEqual(network, faulty.build()));

        assertThat(findings).extracting(finding -> finding.origin().element()).containsExactly("Branch2");
        assertThat(session.check(network)).isEmpty();
    }

    private static void change(NetworkBuilder builder, RandomGenerator random) {
        List<DeviceBuilder> devices = builder.devices();
        DeviceBuilder device = devices.get(random.nextInt(devices.size()));
        switch (random.nextInt(14)) {
            case 0 -> device.tunnel().unique(random.nextBoolean());
            case 1 -> device.tunnel().key(random.nextInt(3));
            case 2 -> device.tunnel().timers(random.nextInt(100, 1200), random.nextInt(50, 700));
            case 3 -> device.tunnel().mss(random.nextInt(1200, 1460));
            case 4 -> device.tunnel().mtu(random.nextInt(1300, 1500));
            case 5 -> device.tunnel().address("10.255.0." + random.nextInt(0, 14) + "/16");
            case 6 -> device.tunnel().redirect(random.nextBoolean());
            case 7 -> device.tunnel().authentication(random.nextBoolean() ? "NHRP1" : "a-long-password");
            case 8 -> device.tunnel().unprotected();
            case 9 -> device.tunnel().shortcut(random.nextBoolean());
            case 10 -> device.tunnel().pointToPoint("203.0.113.1");
            case 11 -> device.tunnel().multipoint();
            case 12 -> builder.transportMtu(random.nextInt(1400, 1501)).transport(
                    random.nextBoolean() ? TransportKind.INTERNET : TransportKind.MPLS_VPN);
            // All routers may get the same fault, which is then the cloud's.
            default -> devices.forEach(each -> each.tunnel().timers(7200, 2400));
        }
    }

    /** What an incremental compiler does: routers, clouds and transports that say the same stay the same objects. */
    private static CompiledNetwork keepingWhatIsEqual(CompiledNetwork before, CompiledNetwork now) {
        return new CompiledNetwork(now.name(), kept(before.transports(), now.transports(), Transport::equals),
                kept(before.clouds(), now.clouds(), Cloud::equals), kept(before.devices(), now.devices(), Device::equals),
                now.hosts(), now.scenarios(), now.secretsFiles(), now.origin());
    }

    private static <T> List<T> kept(List<T> before, List<T> now, BiPredicate<T, T> equal) {
        List<T> kept = new ArrayList<>();
        for (int index = 0; index < now.size(); index++) {
            boolean same = index < before.size() && equal.test(before.get(index), now.get(index));
            kept.add(same ? before.get(index) : now.get(index));
        }
        return kept;
    }

    private static List<String> shown(List<Finding> findings) {
        return findings.stream().map(finding -> finding.rule().id() + " " + finding.origin().element() + " " + finding.message()).toList();
    }
}
