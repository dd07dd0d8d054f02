package dmvpn.sim.bgp;

import static dmvpn.sim.bgp.BgpLab.as;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.sim.fidelity.Shows;
import org.junit.jupiter.api.Test;

/** How sessions come up and end: RFC 4271 sections 6 and 8. */
class SessionTest {

    private final BgpLab lab = new BgpLab();

    private BgpLab.Node r1;
    private BgpLab.Node r2;

    private void two(Peering ofFirst, Peering ofSecond) {
        r1 = lab.router("R1").on("A", "10.0.0.1/24").lan("192.168.1.1/24").bgp(65001).network("192.168.1.0/24")
                .neighbor("10.0.0.2", ofFirst);
        r2 = lab.router("R2").on("A", "10.0.0.2/24").lan("192.168.2.1/24").bgp(65002).network("192.168.2.0/24")
                .neighbor("10.0.0.1", ofSecond);
    }

    @Test
    @Shows({"RFC4271/8.1.1-passive", "RFC4271/8.2.2-established"})
    void neighborsExchangeTheirNetworks() {
        two(as(65002), as(65001).passive());
        lab.runTo(1);

        // SYN 0.000, SYN-ACK 0.010, OPEN 0.020 and 0.030 (with the ACK), KEEPALIVEs 0.030 and 0.040, routes 0.040 and 0.050
        assertThat(lab.seen().events("R1", "neighbor up")).containsExactly("0.040");
        assertThat(lab.seen().events("R2", "neighbor up")).containsExactly("0.050");
        assertThat(lab.seen().routes("R1")).containsExactly("192.168.2.0/24 20 0 10.0.0.2");
        assertThat(lab.seen().routes("R2")).containsExactly("192.168.1.0/24 20 0 10.0.0.1");
    }

    /** RFC 4271 section 6.8: the connection of the speaker with the higher identifier is kept. */
    @Test
    @Shows("RFC4271/6.8-collision")
    void ofTwoConnectionsTheOneOfTheHigherIdentifierIsKept() {
        two(as(65002), as(65001));
        lab.runTo(1);

        assertThat(lab.seen().events("R1", "Notification sent")).containsExactly("0.040 connection collision resolution");
        assertThat(lab.seen().events("R1", "neighbor up")).hasSize(1);
        assertThat(lab.seen().events("R2", "neighbor up")).hasSize(1);
        assertThat(lab.simulation().routerNamed("R2").orElseThrow().stateTable("BGP neighbors").orElseThrow().rows()).hasSize(1);
        assertThat(lab.seen().state("R2", "10.0.0.1")).isEqualTo("Established");
    }

    /** RFC 6286 section 2.3: of equal identifiers the larger autonomous system decides. */
    @Test
    @Shows("RFC6286/2.3-as")
    void ofEqualIdentifiersTheConnectionOfTheLargerAutonomousSystemIsKept() {
        two(as(65002), as(65001));
        r1.loopback("1.1.1.1/32");
        r2.loopback("1.1.1.1/32");
        lab.runTo(1);

        assertThat(lab.seen().events("R1", "Notification sent")).containsExactly("0.040 connection collision resolution");
        assertThat(lab.seen().events("R2", "Notification sent")).containsExactly("0.040 connection collision resolution");
        assertThat(lab.seen().events("R1", "neighbor up")).hasSize(1);
        assertThat(lab.seen().events("R2", "neighbor up")).hasSize(1);
    }

    /** RFC 6286 section 2.2: the same identifier as that of an external neighbour is no error. */
    @Test
    @Shows("RFC6286/2.2-external")
    void theOwnIdentifierIsTakenOutside() {
        two(as(65002), as(65001).passive());
        r1.loopback("1.1.1.1/32");
        r2.loopback("1.1.1.1/32");
        lab.runTo(1);

        assertThat(lab.seen().state("R1", "10.0.0.2")).isEqualTo("Established");
        assertThat(lab.seen().routes("R1")).hasSize(1);
    }

    /** RFC 4271 section 6.2, Bad Peer AS. */
    @Test
    @Shows("RFC4271/6.2-as")
    void anotherAutonomousSystemThanConfiguredIsRefused() {
        two(as(65003), as(65001).passive());
        lab.runTo(5);

        assertThat(lab.seen().events("R1", "Notification sent")).containsExactly("0.040 peer in wrong AS");
        assertThat(lab.seen().state("R1", "10.0.0.2")).isEqualTo("Idle");
        assertThat(lab.seen().events("R2", "Notification received")).containsExactly("0.050 peer in wrong AS");
    }

    /** RFC 4271 section 6.2, BGP Identifier: the same one inside an autonomous system is an error. */
    @Test
    @Shows("RFC6286/2.2-internal")
    void theOwnIdentifierIsRefusedInside() {
        lab.router("R1").on("A", "10.0.0.1/24").loopback("1.1.1.1/32").bgp(65001).neighbor("10.0.0.2", as(65001));
        lab.router("R2").on("A", "10.0.0.2/24").loopback("1.1.1.1/32").bgp(65001).neighbor("10.0.0.1", as(65001).passive());
        lab.runTo(1);

        assertThat(lab.seen().events("R1", "Notification sent")).containsExactly("0.040 BGP identifier wrong");
    }

    /** RFC 4271 section 4.2: the shorter hold time counts, and a third of it is the time between KEEPALIVEs. */
    @Test
    @Shows("RFC4271/4.2-hold")
    void theShorterHoldTimeIsAgreed() {
        two(as(65002).timers(60, 180), as(65001).timers(10, 30).passive());
        lab.runTo(35);

        assertThat(lab.seen().show("R1", "show ip bgp neighbors")).contains("hold time is 30, keepalive interval is 10 seconds");
        assertThat(lab.seen().events("R1", "Keepalive sent")).contains("10.040", "20.040", "30.040");
    }

    /** Keepalives are sent 60 s after each other, and 180 s of silence end the session (Cisco's defaults). */
    @Test
    @Shows("RFC4271/6.5-hold")
    void silenceEndsASessionAfterTheHoldTime() {
        two(as(65002), as(65001).passive());
        lab.failPath(100, "R1", "R2");
        lab.runTo(400);

        // Last KEEPALIVE of R2 sent at 60.030, heard at 60.040.
        assertThat(lab.seen().events("R1", "neighbor down")).containsExactly("240.040 hold time expired");
        assertThat(lab.seen().routes("R1")).isEmpty();
    }

    /** RFC 4271 section 8.1.1: a speaker rests in Idle before it tries again; the other end is connected to. */
    @Test
    @Shows({"RFC4271/8.1.1-idle", "RFC4271/8.2.2-retry"})
    void aSessionThatWasLostComesBack() {
        two(as(65002).timers(10, 30), as(65001).timers(10, 30).passive());
        lab.failPath(100, "R1", "R2").restorePath(200, "R1", "R2");
        lab.runTo(500);

        // Lost at 120.040; Idle until 130.040; SYN waits 30 s; the next attempt is 120 s after the last one.
        assertThat(lab.seen().events("R1", "neighbor down")).containsExactly("120.040 hold time expired");
        assertThat(lab.seen().events("R1", "session Active")).containsExactly("160.040 nobody answered");
        assertThat(lab.seen().events("R1", "neighbor up")).containsExactly("0.040", "250.080");
        assertThat(lab.seen().routes("R1")).hasSize(1);
    }

    /** {@code clear ip bgp}: Cease with Administrative Reset (RFC 4486), and the routes go at both ends at once. */
    @Test
    @Shows("RFC4271/6.7-cease")
    void aClearedSessionIsToldAndComesBack() {
        two(as(65002), as(65001).passive());
        lab.clear(50, "R1");
        lab.runTo(50.5);

        assertThat(lab.seen().events("R1", "Notification sent")).containsExactly("50.000 administrative reset");
        assertThat(lab.seen().events("R2", "neighbor down")).containsExactly("50.010 notification received: administrative reset");
        assertThat(lab.seen().routes("R2")).isEmpty();

        lab.runTo(61);
        assertThat(lab.seen().events("R1", "neighbor up")).containsExactly("0.040", "60.040");
        assertThat(lab.seen().routes("R2")).hasSize(1);
    }

    /** The connection is known from the SYN on, before both ends know of it. */
    @Test
    void aConnectionThatIsOnlyAcceptedMayBeCleared() {
        two(as(65002), as(65001).passive());
        lab.clear(0.015, "R2");
        lab.runTo(15);

        assertThat(lab.seen().events("R1", "session Idle")).containsExactly("0.025 reset by the peer");
        assertThat(lab.seen().events("R1", "neighbor up")).containsExactly("10.065");
    }

    /** A rebooted neighbour does not know the old connection: its RST ends the session long before the hold time. */
    @Test
    void aRebootedNeighborResetsTheOldConnection() {
        two(as(65002), as(65001));
        lab.fail(50, "R2").restore(52, "R2");
        lab.runTo(100);

        assertThat(lab.seen().events("R1", "neighbor down")).hasSize(1);
        assertThat(lab.seen().events("R1", "neighbor down").getFirst()).startsWith("60.").endsWith("reset by the peer");
        lab.runTo(200);
        assertThat(lab.seen().state("R1", "10.0.0.2")).isEqualTo("Established");
        assertThat(lab.seen().routes("R1")).hasSize(1);
    }

    /** Cisco, fast external fallover: on for neighbours on a connected network in another autonomous system. */
    @Test
    void aFailedInterfaceEndsExternalSessionsAtOnce() {
        two(as(65002), as(65001));
        lab.failInterface(50, "R1", "eth0");
        lab.runTo(51);

        assertThat(lab.seen().events("R1", "neighbor down")).containsExactly("50.000 interface down");
        assertThat(lab.seen().state("R1", "10.0.0.2")).isEqualTo("Idle");
    }

    /** A router that does not run BGP, or does not know the neighbour, refuses the connection with RST. */
    @Test
    void nobodyListensWithoutConfiguration() {
        lab.router("R1").on("A", "10.0.0.1/24").bgp(65001).neighbor("10.0.0.2", as(65002)).neighbor("10.0.0.3", as(65003));
        lab.router("R2").on("A", "10.0.0.2/24");
        lab.router("R3").on("A", "10.0.0.3/24").bgp(65003);
        lab.runTo(1);

        assertThat(lab.seen().events("R1", "session Active")).containsExactly("0.020 refused by the peer", "0.020 refused by the peer");
    }

    /** An external neighbour must be on a connected network, unless it may be several hops away. */
    @Test
    void anExternalNeighborFurtherAwayNeedsMultihop() {
        lab.router("R1").on("A", "10.0.1.1/24").loopback("1.1.1.1/32").route("3.3.3.3/32", "10.0.1.2").bgp(65001)
                .neighbor("3.3.3.3", as(65003).updateSource("Loopback0"));
        lab.router("R2").on("A", "10.0.1.2/24").on("B", "10.0.2.2/24").route("1.1.1.1/32", "10.0.1.1").route("3.3.3.3/32", "10.0.2.3");
        lab.router("R3").on("B", "10.0.2.3/24").loopback("3.3.3.3/32").route("1.1.1.1/32", "10.0.2.2").bgp(65003)
                .neighbor("1.1.1.1", as(65001).updateSource("Loopback0").multihop(2).passive());
        lab.runTo(1);
        assertThat(lab.seen().rows("R1", "BGP neighbors", "state", "reason"))
                .containsExactly("Idle the neighbor is on no connected network");

        BgpLab far = new BgpLab();
        far.router("R1").on("A", "10.0.1.1/24").loopback("1.1.1.1/32").route("3.3.3.3/32", "10.0.1.2").bgp(65001)
                .neighbor("3.3.3.3", as(65003).updateSource("Loopback0").multihop(2));
        far.router("R2").on("A", "10.0.1.2/24").on("B", "10.0.2.2/24").route("1.1.1.1/32", "10.0.1.1").route("3.3.3.3/32", "10.0.2.3");
        far.router("R3").on("B", "10.0.2.3/24").loopback("3.3.3.3/32").route("1.1.1.1/32", "10.0.2.2").bgp(65003)
                .neighbor("1.1.1.1", as(65001).updateSource("Loopback0").multihop(2).passive());
        far.runTo(1);
        assertThat(far.seen().state("R1", "3.3.3.3")).isEqualTo("Established");
    }

    /** Cisco, BGP Dynamic Neighbors: who connects from the range is taken, and forgotten when the session is over. */
    @Test
    void neighborsFromARangeAreTakenAndForgotten() {
        lab.router("H").on("A", "10.0.0.1/24").bgp(65000).listen("10.0.0.0/24", as(65001, 65002).timers(10, 30));
        lab.router("S1").on("A", "10.0.0.11/24").lan("192.168.11.1/24").bgp(65001).network("192.168.11.0/24")
                .neighbor("10.0.0.1", as(65000));
        lab.router("S2").on("A", "10.0.0.12/24").lan("192.168.12.1/24").bgp(65002).network("192.168.12.0/24")
                .neighbor("10.0.0.1", as(65000));
        lab.router("S3").on("A", "10.0.0.13/24").bgp(65003).neighbor("10.0.0.1", as(65000));
        lab.fail(50, "S2");
        lab.runTo(40);

        assertThat(lab.seen().rows("H", "BGP neighbors", "address", "autonomousSystem", "state"))
                .containsExactly("10.0.0.11 65001 Established", "10.0.0.12 65002 Established");
        assertThat(lab.seen().show("H", "show ip bgp summary")).contains("*10.0.0.11      4        65001 ");
        assertThat(lab.seen().events("H", "Notification sent")).contains("0.030 peer in wrong AS");

        lab.runTo(90);
        assertThat(lab.seen().rows("H", "BGP neighbors", "address")).containsExactly("10.0.0.11");
        assertThat(lab.seen().routes("H")).containsExactly("192.168.11.0/24 20 0 10.0.0.11");
    }

    /** Cisco, BGP Dynamic Neighbors: {@code bgp listen limit} is 100 unless somebody says more. */
    @Test
    void theHundredAndFirstDynamicNeighborIsRefused() {
        lab.router("H").on("A", "10.0.0.1/16").bgp(65000).listen("10.0.0.0/16", as(65000));
        for (int index = 1; index <= 101; index++) {
            lab.router("S" + index).on("A", "10.0.1." + index + "/16").bgp(65000).neighbor("10.0.0.1", as(65000));
        }
        lab.runTo(5);
        assertThat(lab.seen().rows("H", "BGP neighbors", "state")).hasSize(100).containsOnly("Established");
        assertThat(lab.seen().events("H", "neighbor refused")).containsExactly("0.010 the limit of 100 dynamic neighbors is reached");
        assertThat(lab.seen().events("S101", "session Active")).containsExactly("0.020 refused by the peer");

        BgpLab more = new BgpLab();
        more.router("H").on("A", "10.0.0.1/24").bgp(65000).listen("10.0.0.0/24", as(65000)).listenLimit(1);
        more.router("S1").on("A", "10.0.0.11/24").bgp(65000).neighbor("10.0.0.1", as(65000));
        more.router("S2").on("A", "10.0.0.12/24").bgp(65000).neighbor("10.0.0.1", as(65000));
        more.runTo(5);
        assertThat(more.seen().rows("H", "BGP neighbors", "address")).containsExactly("10.0.0.11");
    }

    /** The place of a neighbour that is gone is free for another one. */
    @Test
    void aPlaceOfADynamicNeighborBecomesFree() {
        lab.router("H").on("A", "10.0.0.1/24").bgp(65000).listen("10.0.0.0/24", as(65000).timers(1, 3)).listenLimit(1);
        lab.router("S1").on("A", "10.0.0.11/24").bgp(65000).neighbor("10.0.0.1", as(65000));
        lab.router("S2").on("A", "10.0.0.12/24").bgp(65000).neighbor("10.0.0.1", as(65000));
        lab.fail(10, "S1");
        lab.runTo(300);

        assertThat(lab.seen().rows("H", "BGP neighbors", "address", "state")).containsExactly("10.0.0.12 Established");
    }

    /** RFC 4271 section 4.2: without a hold time nobody says KEEPALIVE, and no silence ends the session. */
    @Test
    @Shows("RFC4271/4.2-hold")
    void aHoldTimeOfZeroEndsNoSession() {
        two(as(65002).timers(0, 0), as(65001).passive());
        lab.failPath(100, "R1", "R2");
        lab.runTo(5000);

        assertThat(lab.seen().events("R1", "Keepalive sent")).as("that of the OPEN").hasSize(1);
        assertThat(lab.seen().events("R1", "neighbor down")).isEmpty();
    }

    /** RFC 2385: every segment is signed, and both ends know the password. */
    @Test
    void sessionsWithThePasswordOfBothEndsComeUp() {
        two(as(65002).password("word"), as(65001).password("word"));
        lab.runTo(200);

        assertThat(lab.seen().state("R1", "10.0.0.2")).isEqualTo("Established");
        assertThat(lab.seen().routes("R1")).hasSize(1);
        assertThat(lab.seen().events("R1", "TCP", "segment dropped")).isEmpty();
    }

    /** RFC 2385 section 2: a segment with a wrong digest is dropped without an answer. */
    @Test
    @Shows("RFC2385/2-drop")
    void sessionsWithUnequalPasswordsNeverComeUp() {
        two(as(65002).password("word"), as(65001).password("other").passive());
        lab.runTo(400);

        assertThat(lab.seen().events("R1", "neighbor up")).isEmpty();
        assertThat(lab.seen().events("R2", "TCP", "segment dropped")).startsWith("0.010 its digest is wrong: the passwords differ");
        assertThat(lab.seen().events("R1", "session Active").getFirst()).isEqualTo("30.000 nobody answered");
    }

    @Test
    @Shows("RFC2385/2-drop")
    void aSessionWhoseOtherEndHasNoPasswordNeverComesUp() {
        two(as(65002), as(65001).password("word"));
        lab.runTo(400);

        assertThat(lab.seen().events("R1", "neighbor up")).isEmpty();
        assertThat(lab.seen().events("R1", "TCP", "segment dropped"))
                .startsWith("0.010 it has a digest, and no password is configured");
        assertThat(lab.seen().events("R2", "TCP", "segment dropped")).startsWith("0.010 it has no digest");
    }

    /** RFC 2385 section 4.1: who does not know the connection cannot sign its RST, which is not believed then. */
    @Test
    @Shows("RFC2385/4.1-reset")
    void aRebootedNeighborWithAPasswordIsLostAfterTheHoldTime() {
        two(as(65002).password("word"), as(65001).password("word").passive());
        lab.fail(50, "R2").restore(52, "R2");
        lab.runTo(300);

        assertThat(lab.seen().events("R1", "TCP", "segment dropped")).isNotEmpty().allMatch(event -> event.endsWith("it has no digest"));
        assertThat(lab.seen().events("R1", "neighbor down")).singleElement().asString().doesNotContain("reset by the peer");
    }

    @Test
    void theHubOfARangeWantsThePasswordOfAll() {
        lab.router("H").on("A", "10.0.0.1/24").bgp(65000).listen("10.0.0.0/24", as(65000).password("word"));
        lab.router("S1").on("A", "10.0.0.11/24").bgp(65000).neighbor("10.0.0.1", as(65000).password("word"));
        lab.router("S2").on("A", "10.0.0.12/24").bgp(65000).neighbor("10.0.0.1", as(65000));
        lab.runTo(50);

        assertThat(lab.seen().rows("H", "BGP neighbors", "address", "state")).containsExactly("10.0.0.11 Established");
    }

    /** RFC 6793: numbers of more than two bytes are in a capability, and AS_TRANS in the field. */
    @Test
    void longAutonomousSystemsAreUnderstood() {
        lab.router("R1").on("A", "10.0.0.1/24").lan("192.168.1.1/24").bgp(4_200_000_001L).network("192.168.1.0/24")
                .neighbor("10.0.0.2", as(65002));
        lab.router("R2").on("A", "10.0.0.2/24").bgp(65002).neighbor("10.0.0.1", as(4_200_000_001L));
        lab.runTo(1);

        assertThat(lab.seen().best("R2")).containsExactly("192.168.1.0/24 via 10.0.0.1 [4200000001]");
    }

    /** bgpd of FRRouting tries again a second after a loss. */
    @Test
    void otherPlatformsHaveOtherTimes() {
        two(as(65002), as(65001).passive());
        r1.platform(new Platform(Vendor.FRR, "", Origin.NONE));
        lab.clear(50, "R1");
        lab.runTo(60);

        assertThat(lab.seen().events("R1", "neighbor up")).containsExactly("0.040", "51.040");
    }
}
