package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.BlockedTraffic;
import dmvpn.network.forwarding.ClearedDontFragment;
import dmvpn.network.forwarding.ForwardingPolicy;
import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.tunnel.PathMtuDiscovery;
import dmvpn.sim.testing.ChangedDevices;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * {@code tunnel path-mtu-discovery}: DF is copied to the delivery header, the tunnel learns the path MTU, and the sender inside is told
 * (RFC 1191; Cisco, "Resolve IPv4 Fragmentation, MTU, MSS, and PMTUD Issues with GRE and IPsec"). And {@code set ip df 0}, which takes
 * the bit away.
 */
class TunnelPathMtuTest {

    private final ReferenceNetwork network = new ReferenceNetwork().spokes(1).duration(60);

    private Action.Ping large(long atSeconds, int everySeconds, int count, boolean dontFragment) {
        return new Action.Ping(Duration.ofSeconds(atSeconds), "large", network.spokeHost(1), network.hubHost(),
                Optional.of(Duration.ofSeconds(everySeconds)), OptionalInt.of(count), OptionalInt.of(1400), dontFragment, Origin.NONE);
    }

    private static CompiledNetwork discovering(CompiledNetwork built, PathMtuDiscovery discovery) {
        return ChangedDevices.tunnel(built, "S1", options -> options.withPathMtuDiscovery(discovery));
    }

    private FinishedRun run(PathMtuDiscovery discovery) {
        return FinishedRun.of(discovering(network.build(), discovery));
    }

    private static final PathMtuDiscovery DEFAULT = PathMtuDiscovery.byDefault(Origin.NONE);

    /** 1400 bytes become 1400 + 8 + 20 in clear, more than the 1300 of the link inside: 1300 - 20 - 8 fit. */
    @Test
    void theTunnelLearnsThePathMtuAndTheHostIsToldOfIt() {
        network.withoutProtection().mtuInsideTheTransport(1300).action(large(50, 1, 4, true));
        FinishedRun run = run(DEFAULT);

        assertThat(run.times("S1", "GRE", "path MTU learned", "pathMtu", "1300")).containsExactly("50.010");
        assertThat(run.times("S1", "GRE", "path MTU learned", "largestPacket", "1272")).hasSize(1);
        assertThat(run.times("S1-host", "IP", "path MTU learned", "pathMtu", "1272")).containsExactly("51.000");
        assertThat(run.times("S1-host", "IP", "packet not sent")).containsExactly("52.000", "53.000");
    }

    /** Without it IOS does not copy DF: the transport cuts the delivery packet, and the far end puts it together. */
    @Test
    void withoutItTheDeliveryPacketIsCutAndEverythingArrives() {
        network.withoutProtection().mtuInsideTheTransport(1300).action(large(50, 1, 4, true));
        FinishedRun run = FinishedRun.of(network.build());

        assertThat(run.lostAtSeconds()).isEmpty();
        assertThat(run.count("S1", "IP", "packet fragmented")).isZero();
    }

    /** What IPsec adds counts: the largest packet of the table of Cisco's transform, AES-CBC-256 with SHA-256 and a key. */
    @Test
    void withIpsecThePacketInClearIsTheSmallerBySoMuch() {
        network.mtuInsideTheTransport(1400).action(large(50, 1, 3, true));
        FinishedRun run = run(DEFAULT);

        assertThat(run.times("S1", "GRE", "path MTU learned", "pathMtu", "1400")).hasSize(1);
        assertThat(run.times("S1-host", "IP", "path MTU learned", "pathMtu", "1318")).containsExactly("51.000");
    }

    /** The tunnel's own link is known: nothing is sent that would not fit into it. */
    @Test
    void aPacketThatIsTooLargeForTheTunnelsOwnLinkIsAnsweredAtOnce() {
        network.withoutTunnelMtu().action(new Action.Ping(Duration.ofSeconds(50), "large", network.spokeHost(1), network.hubHost(),
                Optional.of(Duration.ofSeconds(1)), OptionalInt.of(2), OptionalInt.of(1472), true, Origin.NONE));
        FinishedRun run = run(DEFAULT);

        assertThat(run.times("S1-host", "IP", "path MTU learned")).containsExactly("50.000");
        assertThat(run.count("S1", "GRE", "path MTU learned")).isZero();
    }

    /** A packet that may be fragmented is cut before it is encapsulated, so that nobody has to put the delivery packet together. */
    @Test
    void onceLearnedThePathMtuCountsForAllPackets() {
        network.withoutProtection().mtuInsideTheTransport(1300).action(large(50, 1, 1, true)).action(large(55, 1, 1, false));
        FinishedRun run = run(DEFAULT);

        assertThat(run.times("S1", "IP", "packet fragmented", "mtu", "1272")).containsExactly("55.000");
    }

    @Test
    void thePathMtuIsForgottenAfterItsAge() {
        network.withoutProtection().mtuInsideTheTransport(1300).duration(1300).action(large(50, 700, 2, true))
                .action(large(60, 650, 2, true));
        FinishedRun run = run(DEFAULT);

        assertThat(run.times("S1", "GRE", "path MTU learned")).containsExactly("50.010", "710.010");
    }

    @Test
    void anInfiniteAgeForgetsNothing() {
        network.withoutProtection().mtuInsideTheTransport(1300).duration(1300).action(large(50, 700, 2, true));
        FinishedRun run = run(new PathMtuDiscovery(OptionalInt.empty(), 92, Origin.NONE));

        assertThat(run.times("S1", "GRE", "path MTU learned")).containsExactly("50.010");
        assertThat(run.times("S1-host", "IP", "path MTU learned")).as("the host forgot and was told again").containsExactly("750.000");
    }

    /** {@code min-mtu}: what is smaller is not believed, and packets up to it go on vanishing. */
    @Test
    void aSmallerPathMtuThanTheLeastIsNotBelieved() {
        network.withoutProtection().mtuInsideTheTransport(1300).action(large(50, 1, 3, true));
        FinishedRun run = run(new PathMtuDiscovery(OptionalInt.of(10), 1420, Origin.NONE));

        assertThat(run.times("S1", "GRE", "path MTU learned", "pathMtu", "1420")).hasSize(1);
        assertThat(run.count("S1-host", "IP", "path MTU learned")).isEqualTo(1);
        assertThat(run.times("S1-host", "IP", "path MTU learned", "pathMtu", "1392")).hasSize(1);
    }

    /** The message never comes in: a black hole that discovery itself makes (RFC 2923 section 2.1). */
    @Test
    void behindAFirewallThatDropsIcmpTheTunnelLearnsNothing() {
        network.withoutProtection().mtuInsideTheTransport(1300).action(large(50, 1, 4, true))
                .blocks("S1", new BlockedTraffic(Optional.of(PacketProtocol.ICMP), OptionalInt.empty(), Origin.NONE));
        FinishedRun run = run(DEFAULT);

        assertThat(run.count("S1", "GRE", "path MTU learned")).isZero();
        assertThat(run.lostAtSeconds()).hasSize(4);
    }

    /** {@code set ip df 0}: the router cuts what its sender would not have cut. */
    @Test
    void aPacketWhoseDfBitIsClearedIsCutByTheRouter() {
        network.action(new Action.Ping(Duration.ofSeconds(50), "large", network.spokeHost(1), network.hubHost(),
                Optional.of(Duration.ofSeconds(1)), OptionalInt.of(3), OptionalInt.of(1500), true, Origin.NONE));
        CompiledNetwork cleared = ChangedDevices.forwarding(network.build(), "S1", new ForwardingPolicy(List.of(), List.of(),
                List.of(new ClearedDontFragment("GigabitEthernet2", Origin.NONE)), Origin.NONE));
        FinishedRun run = FinishedRun.of(cleared);

        assertThat(run.times("S1", "IP", "packet fragmented", "mtu", "1400")).containsExactly("50.000", "51.000", "52.000");
        assertThat(run.lostAtSeconds()).isEmpty();
        assertThat(run.count("S1-host", "IP", "path MTU learned")).isZero();
    }
}
