package dmvpn.sim.bfd;

import static dmvpn.sim.bfd.BfdLab.every;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.sim.bfd.BfdLab.Listener;
import dmvpn.sim.bfd.message.BfdFlags;
import dmvpn.sim.bfd.message.BfdIntervals;
import dmvpn.sim.bfd.message.BfdPacket;
import dmvpn.sim.bfd.message.BfdState;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UdpDatagram;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The life of a session: RFC 5880 sections 6.2 to 6.8, RFC 5881. */
class BfdSessionTest {

    private final BfdLab lab = new BfdLab(every(300, 3), every(300, 3));

    private void bothWatch() {
        lab.a.watch();
        lab.runTo(0.1);
        lab.b.watch();
        lab.runTo(10);
    }

    /** RFC 5880 section 6.2: Down, Init, Up, each state told at once. */
    @Test
    @Shows({"RFC5880/6.2-state-machine", "RFC5880/6.8.7-change"})
    void aSessionComesUpInThreeSteps() {
        bothWatch();

        assertThat(lab.a.states()).containsExactly("0.110 session init", "0.130 session up");
        assertThat(lab.b.states()).containsExactly("0.120 session up");
        assertThat(lab.b.sent()).startsWith("0.100 Down 1000 ms", "0.120 Up 300 ms P");
    }

    /** RFC 5880 sections 6.8.3 and 6.5: once a second until it is Up, then the agreed interval, which the other end confirms. */
    @Test
    @Shows({"RFC5880/6.8.3-slow", "RFC5880/6.5-poll", "RFC5880/6.8.7-jitter"})
    void itBeginsSlowlyAndPollsWhenItBecomesFaster() {
        lab.a.watch();
        lab.runTo(2.5);
        lab.b.watch();
        lab.runTo(4);

        assertThat(lab.a.sent()).startsWith("0.000 Down 1000 ms", "1.000 Down 1000 ms", "2.000 Down 1000 ms", "2.510 Init 1000 ms",
                "2.530 Up 300 ms P", "2.530 Up 300 ms F", "2.830 Up 300 ms", "3.130 Up 300 ms");
        assertThat(lab.b.sent()).startsWith("2.500 Down 1000 ms", "2.520 Up 300 ms P", "2.540 Up 300 ms F", "2.820 Up 300 ms");
    }

    /** RFC 5880 section 6.8.2: a router sends no faster than the other can receive, and each direction may have its own. */
    @Test
    @Shows({"RFC5880/6.8.2-interval", "RFC5880/6.8.4-detection"})
    void theSlowerEndDecides() {
        BfdLab unequal = new BfdLab(every(300, 3), every(1000, 5));
        unequal.a.watch();
        unequal.b.watch();
        unequal.runTo(10);

        assertThat(unequal.a.session()).containsExactly("Up", "No Diagnostic", "1000 ms", "5000 ms");
        assertThat(unequal.b.session()).containsExactly("Up", "No Diagnostic", "1000 ms", "3000 ms");
    }

    /** RFC 5880 section 6.8.4: the other end's multiplier times the interval, from the last packet that arrived. */
    @Test
    @Shows("RFC5880/6.8.4-expiry")
    void silenceOfTheDetectionTimeTakesTheSessionDown() {
        bothWatch();
        lab.a.loses = packet -> true;
        lab.b.loses = packet -> true;
        lab.runTo(12);

        // The last packet of B left at 9.720.
        assertThat(lab.a.client.told).containsExactly("10.630 10.0.0.2 nothing was heard for the detection time");
        assertThat(lab.a.session()).containsExactly("Down", "Control Detection Time Expired", "1000 ms", "900 ms");
    }

    @Test
    void lessSilenceThanThatIsNoFailure() {
        bothWatch();
        lab.b.loses = packet -> true;
        lab.runTo(10.6);
        lab.b.loses = packet -> false;
        lab.runTo(20);

        assertThat(lab.a.client.told).isEmpty();
    }

    /** RFC 5880 section 6.8.6: who hears nothing says so, and the other end believes it. */
    @Test
    @Shows("RFC5880/6.8.6-signaled")
    void aPathThatIsBrokenOneWayTakesBothEndsDown() {
        bothWatch();
        lab.b.loses = packet -> true;
        lab.runTo(12);

        assertThat(lab.a.client.told).containsExactly("10.630 10.0.0.2 nothing was heard for the detection time");
        assertThat(lab.b.client.told).containsExactly("10.640 10.0.0.1 the neighbor says that it is down");
        assertThat(lab.b.states()).endsWith("10.640 session down", "11.640 session init");
        assertThat(lab.b.session()).contains("Neighbor Signaled Session Down");
    }

    @Test
    void aSessionComesUpAgainWithoutNews() {
        bothWatch();
        lab.b.loses = packet -> true;
        lab.runTo(20);
        lab.b.loses = packet -> false;
        lab.runTo(30);

        assertThat(lab.a.session()).startsWith("Up");
        assertThat(lab.a.client.told).hasSize(1);
    }

    /** RFC 5880 section 6.8.16, RFC 5882 section 3.2: a session that is switched off is no failure. */
    @Test
    @Shows({"RFC5880/6.8.16-administrative", "RFC5882/3.2-administrative"})
    void aSessionThatNobodyWantsAnyMoreIsNoFailureForTheOtherEnd() {
        bothWatch();
        lab.a.forget();
        lab.runTo(11);

        assertThat(lab.b.client.told).isEmpty();
        assertThat(lab.b.states()).last().isEqualTo("10.010 session down");
        assertThat(lab.b.session()).startsWith("Down", "Neighbor Signaled Session Down");
        assertThat(lab.a.session()).startsWith("AdminDown", "Administratively Down");

        lab.runTo(20);
        assertThat(lab.a.session()).as("told for a detection time").isEmpty();
        assertThat(lab.a.sent()).endsWith("10.000 AdminDown 1000 ms", "11.000 AdminDown 1000 ms", "12.000 AdminDown 1000 ms");
    }

    @Test
    void aSessionThatIsWantedAgainComesUpAgain() {
        bothWatch();
        lab.a.forget();
        lab.runTo(11);
        lab.a.watch();
        lab.runTo(30);

        assertThat(lab.a.session()).startsWith("Up");
        assertThat(lab.b.session()).startsWith("Up");
    }

    /** RFC 5882 section 2: one session for all protocols. */
    @Test
    @Shows("RFC5882/2-shared")
    void protocolsShareASessionAndAllAreTold() {
        Listener second = lab.new Listener("BGP");
        lab.a.bfd.watch(lab.a.neighbor(), second);
        bothWatch();
        assertThat(lab.a.bfd.showCommands().getLast().text().get()).contains("Registered protocols: BGP OSPF\n");

        lab.a.forget();
        lab.runTo(11);
        assertThat(lab.a.session()).startsWith("Up");

        lab.a.watch();
        lab.b.loses = packet -> true;
        lab.runTo(20);
        assertThat(second.told).hasSize(1);
        assertThat(lab.a.client.told).hasSize(1);
    }

    /** RFC 5881 section 5: a TTL of 255 shows that no router forwarded the packet. */
    @Test
    @Shows({"RFC5881/5-ttl", "RFC5881/4-ports"})
    void packetsHaveTheirPortsAndTheLargestTtl() {
        bothWatch();
        IpPacket packet = lab.a.port.sent().getFirst().packet();
        UdpDatagram datagram = (UdpDatagram) packet.content();

        assertThat(packet.timeToLive()).isEqualTo(255);
        assertThat(datagram.destinationPort()).isEqualTo(3784);
        assertThat(datagram.sourcePort()).isBetween(49_152, 65_535);
    }

    @Test
    @Shows("RFC5881/5-ttl")
    void aPacketThatARouterForwardedIsIgnored() {
        bothWatch();
        lab.a.hear(254, packet(4097, BfdState.DOWN));
        lab.runTo(10.1);

        assertThat(lab.a.client.told).isEmpty();
        assertThat(lab.a.reasons("packet ignored")).containsExactly("its TTL is not 255, so that it is not of a neighbor");
    }

    /** RFC 5880 section 6.8.6: a packet finds its session by the receiver's discriminator, a first one by its sender. */
    @Test
    @Shows("RFC5880/6.8.6-session")
    void aPacketOfAnotherSessionIsIgnored() {
        bothWatch();
        lab.a.hear(255, packet(4711, BfdState.DOWN));
        lab.a.hear(255, packet(0, BfdState.UP));

        assertThat(lab.a.client.told).isEmpty();
        assertThat(lab.a.reasons("packet ignored")).containsExactly("it is of a session that is over",
                "it names no session, although its sender knows one");
    }

    /** RFC 5881 section 4.1: a first packet finds its session by both addresses. */
    @Test
    void aPacketToAnotherAddressOfTheInterfaceIsIgnored() {
        bothWatch();
        lab.a.hearAt("10.0.0.7", 255, packet(0, BfdState.DOWN));

        assertThat(lab.a.client.told).isEmpty();
        assertThat(lab.a.reasons("packet ignored")).containsExactly("it is for another address of the interface");
    }

    /** RFC 5880 section 6.8.1: the other end's discriminator is zero again after a detection time without a packet, whatever the state. */
    @Test
    void theDiscriminatorOfASilentNeighborIsForgottenInStateDownToo() {
        bothWatch();
        lab.b.forget();
        lab.runTo(10.5);
        assertThat(lab.a.bfd.showCommands().getFirst().text().get()).contains(" 4097/4097 ");

        lab.runTo(60);
        assertThat(lab.a.bfd.showCommands().getFirst().text().get()).contains(" 4097/0 ");
        assertThat(lab.a.session()).startsWith("Down", "Neighbor Signaled Session Down");
        assertThat(((BfdPacket) ((UdpDatagram) lab.a.port.sent().getLast().packet().content()).content()).yourDiscriminator()).isZero();
        assertThat(lab.a.states()).last().asString().endsWith("session down");
        assertThat(lab.a.client.told).isEmpty();
    }

    /** RFC 5880 section 6.8.1: a router that begins anew names no session, and takes the old one down. */
    @Test
    void aNeighborThatBeginsAnewIsAFailure() {
        bothWatch();
        lab.a.hear(255, packet(0, BfdState.DOWN));

        assertThat(lab.a.client.told).containsExactly("10.000 10.0.0.2 the neighbor says that it is down");
    }

    /** RFC 5880 section 6.8.7: who can receive nothing gets nothing. */
    @Test
    @Shows("RFC5880/6.8.7-none")
    void nothingIsSentToWhoCanReceiveNothing() {
        lab.a.watch();
        lab.a.hear(255, new BfdPacket(0, BfdState.DOWN, BfdFlags.NONE, 3, 77, 0, new BfdIntervals(1_000_000, 0, 0)));
        lab.runTo(0.9);

        assertThat(lab.a.sent()).containsExactly("0.000 Down 1000 ms", "0.000 Init 1000 ms");
    }

    /** One side alone: no session, and nobody is lost (Cisco, "BFD Support on DMVPN", restrictions). */
    @Test
    void oneEndAloneHasASessionThatStaysDown() {
        lab.a.watch();
        lab.runTo(60);

        assertThat(lab.a.session()).startsWith("Down");
        assertThat(lab.a.client.told).isEmpty();
        assertThat(lab.b.reasons("packet ignored")).containsExactly("no protocol asks for a session with its sender");
    }

    @Test
    void anInterfaceThatIsDownSendsNothing() {
        bothWatch();
        int before = lab.a.sent().size();
        lab.a.port.setUp(false);
        lab.runTo(10.8);

        assertThat(lab.a.sent()).hasSize(before);
        assertThat(lab.b.client.told).hasSize(1);
    }

    /** IOS: {@code bfd interval} on the interface is what makes sessions possible. */
    @Test
    @Shows("BFD/1-off")
    void withoutAnIntervalIosHasNoSession() {
        BfdLab.End end = unconfigured(Platform.DEFAULT);
        end.watch();

        assertThat(end.session()).isEmpty();
        assertThat(end.reasons("no session")).containsExactly("the interface has no interval of BFD");
    }

    /** FRRouting bfdd: 300 ms and 3 without a profile. */
    @Test
    @Shows("BFD/1-on")
    void withoutAnIntervalFrroutingHasItsDefault() {
        BfdLab.End end = unconfigured(new Platform(Vendor.FRR, "10.5", Origin.NONE));
        end.watch();

        assertThat(end.bfd.showCommands().getLast().text().get()).contains("MinTxInt: 300000, MinRxInt: 300000, Multiplier: 3\n");
    }

    private BfdLab.End unconfigured(Platform platform) {
        BfdLab.End end = lab.new End("10.0.0.3", Optional.empty(), platform);
        end.connect(lab.b);
        return end;
    }

    @Test
    void theTableHasTheLayoutOfIos() {
        bothWatch();

        assertThat(lab.a.bfd.showCommands().getFirst().text().get()).isEqualTo("""
                IPv4 Sessions
                NeighAddr                              LD/RD         RH/RS     State     Int
                10.0.0.2                              4097/4097     Up        Up        et0
                """);
        assertThat(lab.a.bfd.showCommands().getLast().text().get()).contains("""
                Session state is UP and not using echo function.
                Session Host: Software
                OurAddr: 10.0.0.1
                Local Diag: 0, Demand mode: 0, Poll bit: 0
                MinTxInt: 300000, MinRxInt: 300000, Multiplier: 3
                Received MinRxInt: 300000, Received Multiplier: 3
                Holddown (hits): 900(0), Hello (hits): 300(36)
                Rx Count: 35, last: 270 ms ago
                Tx Count: 36
                Registered protocols: OSPF
                Uptime: 00:00:09
                Last packet: Version: 1                 - Diagnostic: 0
                             State bit: Up              - Demand bit: 0
                             Poll bit: 0                - Final bit: 0
                             C bit: 0
                             Multiplier: 3              - Length: 24
                             My Discr.: 4097            - Your Discr.: 4097
                             Min tx interval: 300000    - Min rx interval: 300000
                             Min Echo interval: 0
                """);
    }

    private static BfdPacket packet(long yourDiscriminator, BfdState state) {
        return new BfdPacket(0, state, BfdFlags.NONE, 3, 4097, yourDiscriminator, new BfdIntervals(1_000_000, 300_000, 0));
    }
}
