package dmvpn.sim.eigrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.eigrp.EigrpLab.Node;
import dmvpn.sim.eigrp.EigrpLab.Segment;
import dmvpn.sim.eigrp.message.EigrpOpcode;
import dmvpn.sim.eigrp.message.EigrpPacket;
import dmvpn.sim.eigrp.message.EigrpTlv;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.testing.RecordedTrace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finding, keeping and losing neighbours: RFC 7868 sections 5.2 and 5.3. */
class NeighborsTest {

    private static final String OUT_OF_TURN = "multicast reaches another neighbor now";

    private final EigrpLab lab = new EigrpLab();
    private final Segment cloud = lab.cloud();
    private final Node hub = lab.node("H1").tunnel(cloud, "10.0.0.1/24").lan("192.168.1.1/24");
    private final Node spoke = lab.node("S1").tunnel(cloud, "10.0.0.11/24").lan("192.168.11.1/24");

    @Test
    void aNeighborIsUpWhenBothAcknowledgedTheFirstUpdate() {
        hub.start();
        spoke.start();
        lab.runTo(1);

        assertThat(spoke.timesOf("neighbor discovered")).containsExactly(0.01);
        assertThat(spoke.timesOf("neighbor up")).containsExactly(0.03);
        assertThat(hub.timesOf("neighbor up")).containsExactly(0.03);
    }

    @Test
    void aHelloToANewMulticastTargetStartsTheAdjacencyAtOnce() {
        // In a cloud the first periodic hellos reach nobody: NHRP has mapped nobody yet.
        cloud.loses = packet -> lab.clock.nowNanos() < 1_000_000_000L;
        hub.start();
        spoke.start();
        lab.runTo(1.01);
        hub.port("Tunnel100").announce();
        lab.runTo(1.02);
        spoke.port("Tunnel100").announce();
        lab.runTo(2);

        assertThat(hub.timesOf("Hello sent", OUT_OF_TURN)).containsExactly(1.01);
        assertThat(spoke.timesOf("neighbor discovered")).containsExactly(1.02);
        assertThat(hub.timesOf("neighbor discovered")).containsExactly(1.03);
        assertThat(spoke.timesOf("neighbor up")).containsExactly(1.04);
    }

    @Test
    void targetsAddedAtOneInstantHearOneHello() {
        hub.start();
        lab.runTo(1);
        hub.port("Tunnel100").announce();
        hub.port("Tunnel100").announce();
        hub.port("Tunnel100").announce();
        lab.runTo(1.001);

        assertThat(hub.timesOf("Hello sent", OUT_OF_TURN)).containsExactly(1.0);
    }

    @Test
    void targetsThatFollowSoonAfterAHelloShareTheNext() {
        hub.start();
        for (int millis = 1000; millis < 1100; millis += 10) {
            lab.runTo(millis / 1000.0);
            hub.port("Tunnel100").announce();
        }
        lab.runTo(2);

        assertThat(hub.timesOf("Hello sent", OUT_OF_TURN)).containsExactly(1.0, 1.1);
    }

    @Test
    void periodicHellosKeepThePhaseOfTheInterfacesStart() {
        hub.start();
        lab.runTo(3);
        hub.port("Tunnel100").announce();
        lab.runTo(4.9);
        int before = cloud.seen.size();
        lab.runTo(5);

        assertThat(cloud.seen).hasSize(before + 1);
    }

    @Test
    void everyPeriodicHelloIsInTheTraceOfSenderAndReceiver() {
        hub.start();
        spoke.start();
        lab.runTo(21);

        assertThat(hub.timesOf("Hello sent", "hello interval")).filteredOn(time -> time < 20).containsExactly(
                5.0, 5.0, 10.0, 10.0, 15.0, 15.0); // the tunnel and the local network
        assertThat(spoke.timesOf("Hello received", "the holding time starts anew"))
                .containsSubsequence(5.01, 10.01, 15.01, 20.01);
        assertThat(hub.router.trace().events(EigrpTraceEvent.HelloSent.class)).filteredOn(
                        hello -> hello.interfaceName().equals("Tunnel100")).last()
                .satisfies(hello -> assertThat(RecordedTrace.fields(hello)).containsExactly(
                        "interface=Tunnel100", "destination=224.0.0.10", "holdTime=15000000000ns"));
        assertThat(spoke.router.trace().events(EigrpTraceEvent.HelloReceived.class)).last()
                .satisfies(hello -> assertThat(RecordedTrace.fields(hello)).containsExactly(
                        "neighbor=10.0.0.1", "interface=Tunnel100", "holdTime=15000000000ns"));
    }

    @Test
    void everyAcknowledgementIsInTheTraceWithWhatItAcknowledges() {
        hub.start();
        spoke.start();
        lab.runTo(1);

        List<EigrpPacket> acknowledgements = cloud.packets().stream().filter(EigrpPacket::isAcknowledgement).toList();
        assertThat(acknowledgements).isNotEmpty();
        assertThat(hub.timesOf("Ack sent", "acknowledges the update").size()
                + spoke.timesOf("Ack sent", "acknowledges the update").size()).isEqualTo(acknowledgements.size());
        // Each way takes 10 ms: hello, first update, its acknowledgement.
        assertThat(spoke.timesOf("Ack sent", "acknowledges the update")).first().isEqualTo(0.02);
        assertThat(hub.timesOf("Ack received", "acknowledges the update")).first().isEqualTo(0.03);
        EigrpTraceEvent.PacketEvent update = hub.router.trace().events(EigrpTraceEvent.PacketEvent.class).get(0);
        assertThat(spoke.router.trace().events(EigrpTraceEvent.Acknowledgement.class)).first()
                .satisfies(ack -> assertThat(RecordedTrace.fields(ack)).containsExactly("neighbor=10.0.0.1",
                        "interface=Tunnel100", "acknowledgement=" + update.packet().sequence()));
    }

    @Test
    void anAcknowledgementThatNothingWaitsForIsInTheTraceToo() {
        hub.start();
        deliver(hub, "10.0.0.11", EigrpPacket.acknowledgement(100, 77));

        assertThat(hub.events()).contains("0.000 Ack received [nothing waits for it]");
    }

    @Test
    void anUpdateIsInTheTraceBeforeItsAcknowledgement() {
        hub.start();
        spoke.start();
        lab.runTo(1);

        assertThat(spoke.router.trace().messages()).containsSubsequence("Update (init) received", "Ack sent",
                "Update (end of table) received", "Ack sent");
    }

    @Test
    void onlyHellosAndAcknowledgementsThatChangeNothingThemselvesAreKeepAlives() {
        hub.start();
        spoke.start();
        hub.port("Tunnel100").announce();
        lab.runTo(4);
        cloud.loses = packet -> packet.source().equals(IpAddress.parse("10.0.0.11"));
        lab.runTo(30);

        assertThat(hub.router.trace().entries()).filteredOn(entry -> entry.event().isKeepAlive())
                .extracting(entry -> entry.event().message()).containsOnly("Hello sent", "Hello received", "Ack sent",
                        "Ack received");
        assertThat(hub.router.trace().entries()).filteredOn(entry -> !entry.event().isKeepAlive())
                .extracting(entry -> entry.event().message() + ": " + entry.event().reason())
                .contains("Hello sent: " + OUT_OF_TURN, "neighbor discovered: first hello",
                        "neighbor down: holding time expired", "Hello sent: Peer Termination: the adjacency was reset")
                .doesNotContain("Hello sent: hello interval");
    }

    @Test
    void theHoldTimeRunsFromTheArrivalOfTheLastHello() {
        hub.start();
        spoke.start();
        lab.runTo(299);
        hub.powerOff();
        lab.runTo(320);

        assertThat(spoke.timesOf("neighbor down")).containsExactly(310.01);
        assertThat(spoke.events()).contains("310.010 neighbor down [holding time expired]");
    }

    @Test
    void aHelloThatArrivesAtTheEndOfTheHoldTimeStillCounts() {
        hub.start();
        spoke.start();
        lab.runTo(1);
        // Two hellos are lost: the next one arrives exactly 15 s after the last.
        cloud.loses = packet -> lab.clock.nowNanos() < 14_000_000_000L;
        lab.runTo(16);

        assertThat(spoke.timesOf("neighbor down")).isEmpty();
    }

    @Test
    void aPacketIsRepeated16TimesThenTheNeighborIsGivenUp() {
        hub.start();
        spoke.start();
        cloud.loses = packet -> !packet.destination().isMulticast();
        lab.runTo(100);

        assertThat(hub.timesOf("Update (init) repeated")).hasSizeGreaterThanOrEqualTo(16);
        assertThat(hub.events()).contains("85.010 neighbor down [retry limit exceeded]");
    }

    /** Observed on IOL with a hub that does not copy multicast: the spoke gets its unicast updates, and never lists it. */
    @Test
    void oneWayMulticastEndsInTheRetryLimitAboutEach80Seconds() {
        cloud.hears = (sender, receiver) -> sender == spoke.port("Tunnel100");
        hub.start();
        spoke.start();
        lab.runTo(200);

        assertThat(hub.timesOf("neighbor down")).hasSize(2);
        assertThat(hub.timesOf("neighbor up")).isEmpty();
        assertThat(spoke.timesOf("neighbor discovered")).isEmpty();
    }

    @Test
    void aGoodbyeTakesTheNeighborDownAtOnce() {
        hub.start();
        spoke.start();
        lab.runTo(10);
        hello(hub, new EigrpTlv.Parameters(255, 255, 255, 255, 255, 0, 15));

        assertThat(hub.events()).contains("10.000 neighbor down [the neighbor took leave]");
    }

    @Test
    void differentWeightsPreventTheAdjacency() {
        hub.start();
        hello(hub, new EigrpTlv.Parameters(1, 1, 1, 0, 0, 0, 15));

        assertThat(hub.events()).contains("0.000 neighbor refused [K values differ]");
        assertThat(hub.timesOf("neighbor discovered")).isEmpty();
    }

    @Test
    void aSenderOfAnotherSubnetIsRefused() {
        hub.start();
        deliver(hub, "172.16.0.1", EigrpPacket.hello(100, List.of(EigrpTlv.Parameters.standard(15))));

        assertThat(hub.events()).contains("0.000 neighbor refused [not on a common subnet]");
    }

    @Test
    void anotherAutonomousSystemIsNotHeard() {
        hub.start();
        spoke.autonomousSystem(200).start();
        lab.runTo(20);

        assertThat(hub.timesOf("neighbor discovered")).isEmpty();
    }

    @Test
    void aPassiveInterfaceSendsNoHelloAndIsAnnounced() {
        hub.start();
        spoke.passive("GigabitEthernet2").start();
        lab.runTo(1);

        assertThat(hub.route("192.168.11.0/24")).isPresent();
        assertThat(spoke.port("GigabitEthernet2").sent()).isEmpty();
    }

    @Test
    void anInterfaceThatGoesDownLosesItsNeighbors() {
        hub.start();
        spoke.start();
        lab.runTo(10);
        spoke.port("Tunnel100").setUp(false);

        assertThat(spoke.events()).contains("10.000 neighbor down [interface down]");
        assertThat(spoke.routes()).isEmpty();
    }

    /** RFC 7868 section 6.5, Peer Termination: "neighbor down: Peer Termination received" on IOS. */
    @Test
    void aNeighborThatIsStillHeardIsToldThatItsAdjacencyIsGone() {
        hub.start();
        spoke.start();
        lab.runTo(4);
        cloud.loses = packet -> packet.source().equals(IpAddress.parse("10.0.0.11"));
        lab.runTo(30);

        assertThat(hub.events()).anyMatch(event -> event.endsWith("neighbor down [holding time expired]"));
        assertThat(spoke.events()).anyMatch(event -> event.endsWith("neighbor down [Peer Termination received]"));
    }

    @Test
    void aRestartedNeighborIsTakenDownAndComesUpAnew() {
        hub.start();
        spoke.start();
        lab.runTo(11);
        spoke.eigrp.stop();
        spoke.start();
        lab.runTo(30);

        assertThat(hub.events()).anyMatch(event -> event.endsWith("neighbor down [the neighbor restarted]"));
        assertThat(hub.timesOf("neighbor up")).hasSize(2);
        assertThat(hub.route("192.168.11.0/24")).isPresent();
    }

    @Test
    void aRepeatedUpdateIsAcknowledgedButNotHeardTwice() {
        hub.start();
        spoke.start();
        cloud.loses = packet -> packet.content() instanceof EigrpPacket eigrp && eigrp.isAcknowledgement()
                && lab.clock.nowNanos() < 1_000_000_000L && lab.clock.nowNanos() > 35_000_000L;
        lab.runTo(10);

        List<EigrpPacket> updates = cloud.packets().stream()
                .filter(packet -> packet.opcode() == EigrpOpcode.UPDATE && packet.flags().endOfTable()).toList();
        assertThat(updates).hasSizeGreaterThan(2);
        assertThat(hub.timesOf("Update (end of table) received")).hasSize(1);
    }

    @Test
    void showNeighborsLooksAsOnARouter() {
        hub.start();
        spoke.start();
        lab.runTo(62);

        assertThat(hub.show("show ip eigrp neighbors")).isEqualTo("""
                EIGRP-IPv4 Neighbors for AS(100)
                H   Address                 Interface              Hold Uptime   SRTT   RTO  Q  Seq
                                                                   (sec)         (ms)       Cnt Num
                0   10.0.0.11               Tu100                    14 00:01:01   20   200  0    2
                """);
    }

    @Test
    void stoppingLeavesNoTimer() {
        hub.start();
        spoke.start();
        lab.runTo(7);
        hub.eigrp.stop();
        spoke.eigrp.stop();
        lab.runTo(7.1);

        assertThat(lab.clock.pendingCount()).isZero();
    }

    private static void hello(Node receiver, EigrpTlv.Parameters parameters) {
        deliver(receiver, "10.0.0.11", EigrpPacket.hello(100, List.of(parameters)));
    }

    private static void deliver(Node receiver, String source, EigrpPacket packet) {
        receiver.router.ip().deliver(receiver.port("Tunnel100"),
                IpPacket.originated(IpAddress.parse(source), EigrpFamily.IPV4.allRouters(), IpPacket.EIGRP, packet));
    }
}
