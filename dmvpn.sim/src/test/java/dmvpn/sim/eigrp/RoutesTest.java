package dmvpn.sim.eigrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.sim.eigrp.EigrpLab.Node;
import dmvpn.sim.eigrp.EigrpLab.Segment;
import dmvpn.sim.eigrp.message.EigrpFlags;
import dmvpn.sim.eigrp.message.EigrpOpcode;
import dmvpn.sim.eigrp.message.EigrpPacket;
import dmvpn.sim.eigrp.message.EigrpTlv;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.router.NeighborDetection;
import dmvpn.sim.routing.RouteSource;
import dmvpn.sim.routing.redistribution.RedistributionFilter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is announced, and what DUAL makes of it: RFC 7868 sections 3 and 5. */
class RoutesTest {

    private static final EigrpLab.Segment NONE = null;

    private final EigrpLab lab = new EigrpLab();
    private final Segment cloud = lab.cloud();
    private final Node hub = lab.node("H1").tunnel(cloud, "10.0.0.1/24").lan("192.168.1.1/24");
    private final Node s1 = lab.node("S1").tunnel(cloud, "10.0.0.11/24").lan("192.168.11.1/24");
    private final Node s2 = lab.node("S2").tunnel(cloud, "10.0.0.12/24").lan("192.168.12.1/24");

    private void start() {
        hub.start();
        s1.start();
        s2.start();
        lab.runTo(1);
    }

    @Test
    void theCompositeMetricIs256TimesBandwidthAndDelay() {
        start();

        // 256 * (10,000,000 / 100 + (50,000 + 10) / 10)
        assertThat(s1.route("192.168.1.0/24")).hasValueSatisfying(route -> {
            assertThat(route.metric()).isEqualTo(26_880_256L);
            assertThat(route.distance()).isEqualTo(90);
            assertThat(route.source()).isEqualTo(RouteSource.EIGRP);
            assertThat(route.nextHop()).contains(IpAddress.parse("10.0.0.1"));
        });
    }

    @Test
    void splitHorizonKeepsSpokesFromEachOthersRoutes() {
        start();

        assertThat(hub.route("192.168.12.0/24")).isPresent();
        assertThat(s1.route("192.168.12.0/24")).isEmpty();
    }

    @Test
    void withoutSplitHorizonTheHubIsTheNextHop() {
        hub.settings("Tunnel100", false, true);
        start();

        assertThat(s1.route("192.168.12.0/24"))
                .hasValueSatisfying(route -> assertThat(route.nextHop()).contains(IpAddress.parse("10.0.0.1")));
    }

    @Test
    void withoutNextHopSelfTheOtherSpokeIsTheNextHop() {
        hub.settings("Tunnel100", false, false);
        start();

        assertThat(s1.route("192.168.12.0/24"))
                .hasValueSatisfying(route -> assertThat(route.nextHop()).contains(IpAddress.parse("10.0.0.12")));
        assertThat(s1.route("192.168.1.0/24"))
                .hasValueSatisfying(route -> assertThat(route.nextHop()).contains(IpAddress.parse("10.0.0.1")));
    }

    @Test
    void aSummaryHidesItsComponentsAndLeavesADiscardRoute() {
        hub.settings("Tunnel100", false, true, EigrpLab.summary("192.168.0.0/16"));
        start();

        assertThat(s1.route("192.168.0.0/16"))
                .hasValueSatisfying(route -> assertThat(route.nextHop()).contains(IpAddress.parse("10.0.0.1")));
        assertThat(s1.route("192.168.12.0/24")).isEmpty();
        assertThat(s1.route("192.168.1.0/24")).isEmpty();
        assertThat(hub.route("192.168.0.0/16")).hasValueSatisfying(route -> {
            assertThat(route.distance()).isEqualTo(5);
            assertThat(route.interfaceName()).contains("Null0");
        });
    }

    @Test
    void aLeakedComponentIsAnnouncedBesideTheSummary() {
        hub.settings("Tunnel100", false, true, EigrpLab.summary("192.168.0.0/16", "192.168.12.0/24"));
        start();

        assertThat(s1.route("192.168.12.0/24")).isPresent();
        assertThat(s1.route("192.168.0.0/16")).isPresent();
        assertThat(s1.route("192.168.1.0/24")).isEmpty();
    }

    @Test
    void aSummaryHasTheMetricOfItsNearestComponentAndFollowsIt() {
        hub.settings("Tunnel100", true, true, EigrpLab.summary("192.168.0.0/16"));
        start();
        assertThat(s1.route("192.168.0.0/16")).hasValueSatisfying(route -> assertThat(route.metric()).isEqualTo(26_880_256L));

        hub.port("GigabitEthernet2").setUp(false);
        lab.runTo(2);
        // The nearest component is now a spoke's LAN: one more tunnel delay.
        assertThat(s1.route("192.168.0.0/16")).hasValueSatisfying(route -> assertThat(route.metric()).isEqualTo(28_160_256L));
    }

    @Test
    void aSummaryGoesWithItsLastComponent() {
        hub.settings("Tunnel100", true, true, EigrpLab.summary("192.168.0.0/16"));
        hub.start();
        s1.networks("10.0.0.0/8").start();
        lab.runTo(1);
        assertThat(s1.route("192.168.0.0/16")).isPresent();

        hub.port("GigabitEthernet2").setUp(false);
        lab.runTo(2);
        assertThat(s1.route("192.168.0.0/16")).isEmpty();
        assertThat(hub.route("192.168.0.0/16")).isEmpty();
    }

    @Test
    void aDefaultRouteCanBeASummary() {
        hub.settings("Tunnel100", true, true, EigrpLab.summary("0.0.0.0/0"));
        start();

        assertThat(s1.route("0.0.0.0/0")).isPresent();
        assertThat(s1.routes()).hasSize(1);
    }

    @Test
    void aSummaryKeepsTheNumberOfUpdatesSmall() {
        hub.settings("Tunnel100", true, true, EigrpLab.summary("192.168.0.0/16"));
        start();
        cloud.seen.clear();
        Node s3 = lab.node("S3").tunnel(cloud, "10.0.0.13/24").lan("192.168.13.1/24").start();
        lab.runTo(4.9);

        assertThat(hub.route("192.168.13.0/24")).isPresent();
        assertThat(cloud.seen).as("spokes that were there hear nothing of it").noneMatch(packet ->
                packet.source().equals(IpAddress.parse("10.0.0.1"))
                        && packet.destination().equals(IpAddress.parse("10.0.0.11"))
                        && ((EigrpPacket) packet.content()).opcode() == EigrpOpcode.UPDATE);
        assertThat(s3.route("192.168.0.0/16")).isPresent();
    }

    @Test
    void aStubAnnouncesConnectedNetworksAndNothingThatItLearned() {
        Segment behind = lab.segment();
        Node stub = lab.node("S3").tunnel(cloud, "10.0.0.13/24").lan("192.168.13.1/24")
                .link(behind, "GigabitEthernet3", "172.16.3.1/24", 10).stub(true, true);
        Node inside = lab.node("R3").link(behind, "GigabitEthernet1", "172.16.3.2/24", 10).lan("172.16.4.1/24");
        stub.start();
        inside.start();
        start();

        assertThat(stub.route("172.16.4.0/24")).isPresent();
        assertThat(hub.route("192.168.13.0/24")).isPresent();
        assertThat(hub.route("172.16.4.0/24")).isEmpty();
        assertThat(inside.route("192.168.1.0/24")).isEmpty();
    }

    @Test
    void aStubWithoutConnectedAnnouncesNothing() {
        s1.stub(false, false);
        start();

        assertThat(hub.route("192.168.11.0/24")).isEmpty();
    }

    @Test
    void stubsAreNotAskedWhenARouteIsLost() {
        hub.settings("Tunnel100", false, true);
        s1.stub(true, true);
        start();
        cloud.seen.clear();
        s2.port("GigabitEthernet2").setUp(false);
        lab.runTo(2);

        assertThat(hub.route("192.168.12.0/24")).isEmpty();
        assertThat(s1.route("192.168.12.0/24")).as("withdrawn all the same").isEmpty();
        assertThat(cloud.packets()).noneMatch(packet -> packet.opcode() == EigrpOpcode.QUERY
                && packet.routes().isEmpty());
        assertThat(cloud.seen).noneMatch(packet -> packet.destination().equals(IpAddress.parse("10.0.0.11"))
                && ((EigrpPacket) packet.content()).opcode() == EigrpOpcode.QUERY);
    }

    @Test
    void aLostRouteWithoutFeasibleSuccessorAsksTheOthersAndWaitsForTheirReplies() {
        hub.settings("Tunnel100", false, true);
        start();
        s2.port("GigabitEthernet2").setUp(false);
        lab.runTo(2);

        assertThat(hub.events()).anyMatch(event -> event.contains("route active"));
        assertThat(hub.timesOf("Query sent")).isNotEmpty();
        assertThat(hub.timesOf("Reply received")).isNotEmpty();
        assertThat(hub.route("192.168.12.0/24")).isEmpty();
        assertThat(s1.route("192.168.12.0/24")).isEmpty();
        assertThat(hub.show("show ip eigrp topology")).doesNotContain("192.168.12.0/24");
    }

    /** R1 reaches 172.16.9.0/24 by R2 (near) and R3 (far); delays decide whether R3 is feasible. */
    private final class Diamond {
        final Segment top = lab.segment();
        final Segment bottom = lab.segment();
        final Segment end2 = lab.segment();
        final Segment end3 = lab.segment();
        final Node r1 = lab.node("R1").link(top, "GigabitEthernet1", "172.16.2.1/24", 10)
                .link(bottom, "GigabitEthernet3", "172.16.3.1/24", 10);
        final Node r2 = lab.node("R2").link(top, "GigabitEthernet1", "172.16.2.2/24", 10)
                .link(end2, "GigabitEthernet4", "172.16.5.2/24", 10);
        final Node r3;
        final Node r4 = lab.node("R4").link(end2, "GigabitEthernet1", "172.16.5.4/24", 10)
                .link(end3, "GigabitEthernet3", "172.16.6.4/24", 10).lan("172.16.9.1/24");

        Diamond(int delayOfR3) {
            r3 = lab.node("R3").link(bottom, "GigabitEthernet1", "172.16.3.3/24", 10)
                    .link(end3, "GigabitEthernet4", "172.16.6.3/24", delayOfR3);
            List.of(r1, r2, r3, r4).forEach(Node::start);
            lab.runTo(2);
        }
    }

    @Test
    void equalPathsShareTheLoad() {
        Diamond diamond = new Diamond(10);

        assertThat(diamond.r1.table().equalBest(IpPrefix.parse("172.16.9.0/24"))).hasSize(2);
    }

    /** Cisco, maximum-paths: four equal ways, or as many as configured. */
    @Test
    void fourEqualPathsAreUsedUnlessMoreAreWanted() {
        Segment near = lab.segment();
        Segment far = lab.segment();
        Node four = lab.node("Four").link(near, "GigabitEthernet1", "172.16.2.1/24", 10);
        Node five = lab.node("Five").link(near, "GigabitEthernet1", "172.16.2.2/24", 10).maximumPaths(5);
        four.start();
        five.start();
        for (int number = 11; number < 16; number++) {
            lab.node("R" + number).link(near, "GigabitEthernet1", "172.16.2." + number + "/24", 10)
                    .link(far, "GigabitEthernet2", "172.16.9." + number + "/24", 10).start();
        }
        lab.runTo(5);

        assertThat(four.table().candidates(IpPrefix.parse("172.16.9.0/24"))).hasSize(4);
        assertThat(five.table().candidates(IpPrefix.parse("172.16.9.0/24"))).hasSize(5);
    }

    @Test
    void aFeasibleSuccessorTakesOverAtOnceWithoutAQuery() {
        // R3 reports more than R2 does but less than R1's own distance.
        Diamond diamond = new Diamond(15);
        assertThat(diamond.r1.route("172.16.9.0/24"))
                .hasValueSatisfying(route -> assertThat(route.nextHop()).contains(IpAddress.parse("172.16.2.2")));
        assertThat(diamond.r1.show("show ip eigrp topology")).contains("via 172.16.3.3");

        lab.runTo(10);
        diamond.r1.port("GigabitEthernet1").setUp(false);
        assertThat(diamond.r1.route("172.16.9.0/24"))
                .hasValueSatisfying(route -> assertThat(route.nextHop()).contains(IpAddress.parse("172.16.3.3")));
        assertThat(diamond.r1.events()).noneMatch(event -> event.contains("172.16.9") && event.contains("active"));
    }

    @Test
    void aPathThatIsNotFeasibleIsUsedOnlyAfterTheReplies() {
        Diamond diamond = new Diamond(5_000);
        lab.runTo(10);
        assertThat(diamond.r1.show("show ip eigrp topology")).as("R3 does not meet the feasibility condition")
                .doesNotContain("via 172.16.3.3 (1287936/");
        diamond.r1.port("GigabitEthernet1").setUp(false);
        assertThat(diamond.r1.route("172.16.9.0/24")).as("active: not usable yet").isEmpty();

        lab.runTo(11);
        assertThat(diamond.r1.timesOf("Query sent")).isNotEmpty();
        assertThat(diamond.r1.route("172.16.9.0/24"))
                .hasValueSatisfying(route -> assertThat(route.nextHop()).contains(IpAddress.parse("172.16.3.3")));
    }

    @Test
    void aQueryIsPassedOnUntilSomebodyKnows() {
        Segment first = lab.segment();
        Segment second = lab.segment();
        Segment third = lab.segment();
        Node a = lab.node("A").link(first, "GigabitEthernet1", "172.16.1.1/24", 10).lan("172.16.9.1/24");
        Node b = lab.node("B").link(first, "GigabitEthernet1", "172.16.1.2/24", 10)
                .link(second, "GigabitEthernet3", "172.16.2.2/24", 10);
        Node c = lab.node("C").link(second, "GigabitEthernet1", "172.16.2.3/24", 10)
                .link(third, "GigabitEthernet3", "172.16.3.3/24", 10);
        Node d = lab.node("D").link(third, "GigabitEthernet1", "172.16.3.4/24", 10);
        List.of(a, b, c, d).forEach(Node::start);
        lab.runTo(10);
        assertThat(d.route("172.16.9.0/24")).isPresent();

        a.port("GigabitEthernet2").setUp(false);
        lab.runTo(11);
        assertThat(d.timesOf("Query received")).isNotEmpty();
        assertThat(b.route("172.16.9.0/24")).isEmpty();
        assertThat(c.route("172.16.9.0/24")).isEmpty();
        assertThat(d.route("172.16.9.0/24")).isEmpty();
        assertThat(b.show("show ip eigrp topology")).doesNotContain("172.16.9.0/24").doesNotContain("A 172");
    }

    /** Says hello and acknowledges, but answers no query. */
    private void answerNoQueries(Node node) {
        IpAddress own = node.port("Tunnel100").address().orElseThrow().address();
        IpAddress peer = IpAddress.parse("10.0.0.1");
        node.eigrp = new EigrpProtocol(node.router, new EigrpProcess(100, Optional.empty(), List.of(), Optional.empty(),
                List.of(), Origin.NONE), EigrpFamily.IPV4, RedistributionFilter.ALL, new EigrpProcesses(), NeighborDetection.NONE);
        Consumer<EigrpPacket> send = packet -> node.port("Tunnel100")
                .send(IpPacket.originated(own, peer, IpPacket.EIGRP, packet), peer);
        node.router.ip().register(IpPacket.EIGRP, (ingress, packet) -> {
            EigrpPacket received = (EigrpPacket) packet.content();
            if (received.flags().initialize()) {
                send.accept(EigrpPacket.reliable(EigrpOpcode.UPDATE, EigrpFlags.INIT, 1, 0, 100, List.of()));
            }
            if (received.sequence() != 0) {
                send.accept(EigrpPacket.acknowledgement(100, received.sequence()));
            }
        });
        lab.clock.after(0, new EventHandler() {
            @Override
            public void handle(int kind, Object payload) {
                send.accept(EigrpPacket.hello(100, List.of(EigrpTlv.Parameters.standard(15))));
                lab.clock.after(5_000_000_000L, this, 0, null);
            }
        }, 0, null);
    }

    @Test
    void aNeighborThatDoesNotReplyWithin3MinutesIsLost() {
        answerNoQueries(s1);
        hub.start();
        s2.start();
        lab.runTo(1);
        s2.port("GigabitEthernet2").setUp(false);
        lab.runTo(100);
        assertThat(hub.show("show ip eigrp topology")).contains("A 192.168.12.0/24");
        lab.runTo(182);

        assertThat(hub.events()).contains("181.010 neighbor down [stuck in active]");
        assertThat(hub.show("show ip eigrp topology")).doesNotContain("192.168.12.0/24");
    }

    @Test
    void theRoutesOfALostNeighborGo() {
        start();
        s1.powerOff();
        lab.runTo(20);

        assertThat(hub.route("192.168.11.0/24")).isEmpty();
        assertThat(hub.route("192.168.12.0/24")).isPresent();
    }

    @Test
    void changesOfOneInstantTravelInOneUpdate() {
        Node many = lab.node("S3").tunnel(cloud, "10.0.0.13/24").lan("192.168.13.1/24")
                .link(NONE, "GigabitEthernet3", "192.168.31.1/24", 10)
                .link(NONE, "GigabitEthernet4", "192.168.32.1/24", 10).start();
        start();
        cloud.seen.clear();
        lab.runTo(6);
        many.port("GigabitEthernet3").setUp(false);
        many.port("GigabitEthernet4").setUp(false);
        lab.runTo(7);

        assertThat(many.timesOf("Update sent").size() + many.timesOf("Query sent").size())
                .as("one packet to the hub for both networks").isEqualTo(1);
        assertThat(hub.route("192.168.31.0/24")).isEmpty();
        assertThat(hub.route("192.168.32.0/24")).isEmpty();
    }

    @Test
    void aLongTableIsSplitIntoPacketsThatFitTheInterface() {
        for (int number = 0; number < 120; number++) {
            s1.link(NONE, "Loopback" + number, "172.20." + number + ".1/24", 10);
        }
        start();

        assertThat(hub.route("172.20.119.0/24")).isPresent();
        assertThat(cloud.seen).allSatisfy(packet -> assertThat(packet.lengthBytes()).isLessThanOrEqualTo(1500));
    }

    @Test
    void theTopologyLooksAsOnARouter() {
        hub.settings("Tunnel100", true, true, EigrpLab.summary("192.168.0.0/16"));
        hub.start();
        s1.start();
        lab.runTo(1);

        assertThat(hub.show("show ip eigrp topology")).isEqualTo("""
                EIGRP-IPv4 Topology Table for AS(100)/ID(192.168.1.1)
                Codes: P - Passive, A - Active, U - Update, Q - Query, R - Reply,
                       r - reply Status, s - sia Status

                P 10.0.0.0/24, 1 successors, FD is 26880000
                        via Connected, Tunnel100
                P 192.168.0.0/16, 1 successors, FD is 2816
                        via Summary (2816/0), Null0
                P 192.168.1.0/24, 1 successors, FD is 2816
                        via Connected, GigabitEthernet2
                P 192.168.11.0/24, 1 successors, FD is 26880256
                        via 10.0.0.11 (26880256/2816), Tunnel100
                """);
    }
}
