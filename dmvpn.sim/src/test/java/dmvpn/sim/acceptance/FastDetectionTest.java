package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.OspfInstead;
import dmvpn.sim.testing.ReferenceNetwork;
import dmvpn.sim.testing.WithDetection;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * BFD on the tunnels of a cloud, a packet each second of which five may be missed: whoever is lost is so after 5 s. The sessions with
 * the hub come up at 1.05, and its packets arrive 60 ms after each full second.
 */
class FastDetectionTest {

    private final ReferenceNetwork network = new ReferenceNetwork();

    private static CompiledNetwork detecting(CompiledNetwork plain) {
        return WithDetection.of(plain, Duration.ofSeconds(1), 5);
    }

    private FinishedRun directPathFails(ReferenceNetwork prepared) {
        return FinishedRun.of(detecting(prepared.withoutSummary().duration(300).failPath(200, "S1", "S2")
                .ping(100, network.spokeHost(1), network.spokeHost(2)).build()));
    }

    private CompiledNetwork hubFails() {
        return network.duration(430).ping(100, network.spokeHost(1), network.spokeHost(2))
                .fail(300, "H1").restore(400, "H1").build();
    }

    /** NHRP is a client of BFD (Cisco, "BFD Support on DMVPN"): mappings and their sockets go, and data takes the way by the hub. */
    @Test
    @Shows("NHRP/18-on")
    void aDirectTunnelThatBreaksLosesFivePackets() {
        FinishedRun run = directPathFails(network);

        assertThat(run.lostAtSeconds().stream().filter(second -> second < 299)).containsExactly(200L, 201L, 202L, 203L, 204L);
        assertThat(run.roundTripMillis().subList(105, 198)).as("echoes of 205 on").containsOnly(40L);
        assertThat(run.times("S1", "BFD", "session down", "neighbor", "10.0.0.12")).hasSize(1)
                .allMatch(time -> time.startsWith("204."));
        assertThat(run.times("S1", "IKEv2", "DPD: peer is dead")).isEmpty();
    }

    @Test
    void theSameWithIpv6() {
        FinishedRun run = directPathFails(network.ipv6Transport().ipv6Overlay());

        assertThat(run.lostAtSeconds().stream().filter(second -> second < 299)).containsExactly(200L, 201L, 202L, 203L, 204L);
    }

    /** RFC 5881 section 4.1: a session has one pair of addresses; OSPFv3 watches the link-local one (RFC 5340 section 4.2.1), NHRP the other. */
    @Test
    void ospfForIpv6AndNhrpHaveASessionEach() {
        FinishedRun run = FinishedRun.of(detecting(OspfInstead.of(network.ipv6Overlay().duration(120).build(),
                OspfNetworkType.POINT_TO_MULTIPOINT)));

        assertThat(run.times("S1", "BFD", "session up", "neighbor", "fe80::a8bb:ccff:fe00:100")).hasSize(1);
        assertThat(run.times("S1", "BFD", "session down")).isEmpty();
        assertThat(run.times("S1", "NHRP", "NHS down")).isEmpty();
    }

    @Test
    void eigrpForIpv6LeavesTheSessionsOfNhrpAlone() {
        FinishedRun run = FinishedRun.of(detecting(network.ipv6OverlayWithEigrp().duration(120).build()));

        assertThat(run.times("S1", "BFD", "session created", "client", "NHRP")).isNotEmpty();
        assertThat(run.times("S1", "BFD", "session created", "client", "EIGRP")).isEmpty();
        assertThat(run.times("S1", "BFD", "session down")).isEmpty();
        assertThat(run.times("S1", "NHRP", "NHS down")).isEmpty();
    }

    /** Three packets of 300 ms. */
    @Test
    void aDeadHubIsNoticedWithinASecond() {
        FinishedRun run = FinishedRun.of(WithDetection.of(hubFails(), Duration.ofMillis(300), 3));

        assertThat(run.times("S1", "EIGRP", "neighbor down")).containsExactly("300.760");
    }

    @Test
    @Shows("NHRP/18-off")
    void onIos15NhrpDoesNotListenAndDeadPeerDetectionDecides() {
        FinishedRun run = directPathFails(network.platform(new Platform(Vendor.CISCO_IOS_XE, "15.9", Origin.NONE)));

        assertThat(run.lostAtSeconds()).contains(205L, 230L, 254L);
        assertThat(run.times("S1", "BFD", "session created")).as("with the hub, for EIGRP").hasSize(1);
    }

    /** 305 in place of the hold time (15 s) of EIGRP. */
    @Test
    @Shows("BFD/2-on")
    void aDeadHubIsNoticedAfterFiveSeconds() {
        FinishedRun run = FinishedRun.of(detecting(hubFails()));

        assertThat(run.times("S1", "BFD", "session down", "neighbor", "10.0.0.1")).containsExactly("304.060");
        assertThat(run.times("S1", "EIGRP", "neighbor down")).containsExactly("304.060");
        assertThat(run.times("S1", "NHRP", "NHS down")).containsExactly("304.060");
        assertThat(run.roundTripMillis().subList(1, 205)).as("echoes of 101 to 304").containsOnly(20L);
        assertThat(run.lostAtSeconds()).contains(305L, 399L).allMatch(second -> second >= 305);
    }

    @Test
    @Shows("BFD/2-off")
    void eigrpOfFrroutingHasItsHoldTimeAlone() {
        CompiledNetwork network = this.network.platform(new Platform(Vendor.FRR, "10.5", Origin.NONE)).duration(320)
                .fail(300, "H1").build();
        FinishedRun run = FinishedRun.of(detecting(network));

        assertThat(run.times("S1", "EIGRP", "neighbor down")).hasSize(1).noneMatch(time -> time.startsWith("304."));
        assertThat(run.times("S1", "BFD", "no session")).isNotEmpty();
    }

    @Test
    void theHubThatReturnsIsWatchedAgain() {
        FinishedRun run = FinishedRun.of(detecting(hubFails()));

        assertThat(run.roundTripMillis().subList(325, 329)).as("echoes of 425 on").containsOnly(20L);
        assertThat(run.show("S1", "show bfd neighbors")).containsPattern("10.0.0.1 .* Up +Up +Tu100");
    }

    @Test
    void theHubForgetsADeadSpokeAfterFiveSeconds() {
        FinishedRun run = FinishedRun.of(detecting(network.duration(320).ping(100, network.spokeHost(1), network.spokeHost(2))
                .fail(300, "S2").build()));

        assertThat(run.times("H1", "EIGRP", "neighbor down")).hasSize(1).allMatch(time -> time.startsWith("304."));
        assertThat(run.times("H1", "NHRP", "cache entry removed", "target", "10.0.0.12/32")).hasSize(1)
                .allMatch(time -> time.startsWith("304."));
    }

    /** Packets of BFD are no data: they keep no mapping alive. */
    @Test
    void aDirectTunnelThatEndsForWantOfDataIsNoFailure() {
        FinishedRun run = FinishedRun.of(detecting(network.duration(900)
                .ping(100, network.spokeHost(1), network.spokeHost(2), 5).build()));

        assertThat(run.times("S1", "NHRP", "cache entry removed", "target", "10.0.0.12/32")).as("after its holding time")
                .hasSize(1).allMatch(time -> time.startsWith("700."));
        assertThat(run.times("S1", "BFD", "session down")).isEmpty();
        assertThat(run.show("S1", "show bfd neighbors")).doesNotContain("10.0.0.12");
    }

    /** A session takes two: one side alone stays without, and routing falls back to its own timers. */
    @Test
    void withOneSideAloneTheHoldTimeDecides() {
        FinishedRun run = FinishedRun.of(WithDetection.of(hubFails(), Duration.ofSeconds(1), 5,
                device -> device.name().equals("S1")));

        assertThat(run.times("S1", "EIGRP", "neighbor down")).containsExactly("310.010");
        assertThat(run.count("S1", "BFD", "session up")).isZero();
    }

    @Test
    void ospfLosesItsNeighborAtOnce() {
        FinishedRun run = FinishedRun.of(detecting(OspfInstead.of(hubFails(), OspfNetworkType.POINT_TO_MULTIPOINT)));

        assertThat(run.times("S1", "OSPF", "neighbor DOWN")).containsExactly("304.060");
        assertThat(run.times("S2", "OSPF", "neighbor DOWN")).containsExactly("304.060");
    }
}
