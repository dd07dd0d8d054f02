package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.device.BlockedTraffic;
import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.TunnelChange;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What hosts do with what routers tell them of sizes (RFC 1191). */
class PathMtuTest {

    private final ReferenceNetwork network = new ReferenceNetwork().spokes(1);

    private Action.Ping large(long atSeconds, int everySeconds, int count, boolean dontFragment) {
        return new Action.Ping(Duration.ofSeconds(atSeconds), "large", network.spokeHost(1), network.hubHost(),
                Optional.of(Duration.ofSeconds(everySeconds)), OptionalInt.of(count), OptionalInt.of(1500), dontFragment, Origin.NONE);
    }

    /** RFC 1191 section 3: the router in front of the tunnel tells the tunnel's MTU, and the host sends no such packet again. */
    @Test
    void aHostRemembersThePathMtu() {
        FinishedRun run = FinishedRun.of(network.duration(60).action(large(50, 1, 5, true)).build());

        assertThat(run.times("S1-host", "IP", "path MTU learned", "pathMtu", "1400")).containsExactly("50.000");
        assertThat(run.times("S1-host", "IP", "packet not sent", "pathMtu", "1400"))
                .containsExactly("51.000", "52.000", "53.000", "54.000");
        assertThat(run.count("S1", "IP", "packet dropped")).isEqualTo(1);
        assertThat(run.lostAtSeconds()).hasSize(5);
    }

    /** RFC 1191 section 6.3: after ten minutes the host tries again. */
    @Test
    void aPathMtuIsForgottenAfterTenMinutes() {
        FinishedRun run = FinishedRun.of(network.duration(1300).action(large(50, 300, 4, true))
                .action(new Action.ChangeTunnel(Duration.ofSeconds(400), "S1", "Tunnel100",
                        List.of(new TunnelChange.IpMtu(1500, Origin.NONE)), Origin.NONE))
                .action(new Action.ChangeTunnel(Duration.ofSeconds(400), "H1", "Tunnel100",
                        List.of(new TunnelChange.IpMtu(1500, Origin.NONE)), Origin.NONE)).build());

        assertThat(run.times("S1-host", "IP", "path MTU learned")).containsExactly("50.000");
        assertThat(run.times("S1-host", "IP", "packet not sent")).containsExactly("350.000");
        assertThat(run.lostAtSeconds()).containsExactly(50L, 350L);
    }

    /** What may be fragmented the host cuts itself from then on, so that no router has to. */
    @Test
    void whatMayBeFragmentedIsCutToThePathMtu() {
        FinishedRun run = FinishedRun.of(network.duration(60).action(large(50, 1, 1, true)).action(large(51, 1, 1, false)).build());

        assertThat(run.times("S1-host", "IP", "packet fragmented", "mtu", "1400")).containsExactly("51.000");
        assertThat(run.times("S1", "IP", "packet fragmented")).isEmpty();
        assertThat(run.simulation().pings().getLast().answered()).isEqualTo(1);
    }

    /** RFC 8201 section 4: told by Packet Too Big, the host cuts what it sends, as of IPv6 nobody else may (RFC 8200 section 5). */
    @Test
    void ofIpv6AHostLearnsThePathMtuAndCutsWithTheFragmentHeader() {
        network.ipv6Overlay();
        FinishedRun run = FinishedRun.of(network.duration(60).action(large(50, 1, 3, false)).build());

        assertThat(run.times("S1-host", "IP", "path MTU learned", "pathMtu", "1400")).containsExactly("50.000");
        assertThat(run.times("S1-host", "IP", "packet fragmented", "mtu", "1400")).containsExactly("51.000", "52.000");
        assertThat(run.times("H1-host", "IP", "path MTU learned", "pathMtu", "1400")).hasSize(1);
        assertThat(run.lostAtSeconds()).as("a request, then a reply").containsExactly(50L, 51L);
    }

    /** RFC 3542 section 11.2 (IPV6_DONTFRAG): what must not be cut is not cut by its source either. */
    @Test
    void ofIpv6APingThatMustNotBeCutIsNotSentOnceThePathMtuIsKnown() {
        network.ipv6Overlay();
        FinishedRun run = FinishedRun.of(network.duration(60).action(large(50, 1, 3, true)).build());

        assertThat(run.times("S1-host", "IP", "path MTU learned", "pathMtu", "1400")).containsExactly("50.000");
        assertThat(run.times("S1-host", "IP", "packet not sent", "pathMtu", "1400")).containsExactly("51.000", "52.000");
        assertThat(run.times("S1-host", "IP", "packet fragmented")).isEmpty();
        assertThat(run.lostAtSeconds()).hasSize(3);
    }

    /** RFC 2923 section 2.1: without the message the host goes on sending what does not arrive. */
    @Test
    void withoutIcmpAHostLearnsNothing() {
        FinishedRun run = FinishedRun.of(network.duration(60).blocksInside("S1",
                new BlockedTraffic(Optional.of(PacketProtocol.ICMP), OptionalInt.empty(), Origin.NONE))
                .action(new Action.Flow(Duration.ofSeconds(50), "backup", network.spokeHost(1), network.hubHost(), PacketProtocol.TCP,
                        1_000_000, 1400, Optional.empty(), Origin.NONE)).segmentSize(OptionalInt.empty()).build());

        assertThat(run.count("S1-host", "IP", "path MTU learned")).isZero();
        assertThat(run.count("S1", "IP", "packet dropped")).isGreaterThan(2);
        assertThat(run.simulation().flows().getFirst().progressNanos()).isEmpty();
    }
}
