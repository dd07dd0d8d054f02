package dmvpn.sim.ospf;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.routing.OspfAreaKind;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ospf.OspfLab.Node;
import dmvpn.sim.ospf.OspfLab.Segment;
import dmvpn.sim.ospf.message.OspfBody;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the first hello to the full adjacency, and why there is none (RFC 2328 section 10). */
class AdjacencyTest {

    private final OspfLab lab = new OspfLab();
    private final Segment segment = lab.segment();

    private Node router(String id, String address, Port port) {
        return lab.node(id).loopback(id).link(segment, "Link", address, port);
    }

    private List<String> refusals(Node node) {
        return node.events("neighbor refused").stream().map(event -> event.substring(event.indexOf(' ') + 1)).toList();
    }

    @Test
    @Shows({"RFC2328/10.1-states", "RFC2328/10.8-master"})
    void anAdjacencyGoesThroughItsStatesAndTheHigherRouterIdLeads() {
        Node first = router("1.1.1.1", "10.0.0.1/24", Port.pointToPoint()).start();
        Node second = router("2.2.2.2", "10.0.0.2/24", Port.pointToPoint()).start();
        lab.runTo(11);

        assertThat(first.events()).filteredOn(event -> event.contains(" neighbor ")).extracting(event -> event.substring(event.indexOf(' ') + 1))
                .containsExactly("neighbor INIT [hello received]", "neighbor EXSTART [each knows the other]",
                        "neighbor EXCHANGE [the neighbor leads the exchange]", "neighbor LOADING [the exchange is done]",
                        "neighbor FULL [all that was missing is there]");
        assertThat(second.events("neighbor EXCHANGE")).containsExactly("10.030 this router leads the exchange");
        assertThat(second.neighbors()).containsExactly("10.0.0.1 full -");
        assertThat(first.database()).isEqualTo(second.database()).containsExactly("0 1 1.1.1.1 1.1.1.1", "0 1 2.2.2.2 2.2.2.2");
    }

    @Test
    @Shows("RFC2328/10.5-intervals")
    void differentHelloIntervalsAreNoNeighbors() {
        Node first = router("1.1.1.1", "10.0.0.1/24", Port.pointToPoint()).start();
        Node second = router("2.2.2.2", "10.0.0.2/24", Port.pointToPoint().withTimers(30, 120)).start();
        lab.runTo(100);

        assertThat(refusals(first)).containsExactly("hello interval mismatch");
        assertThat(refusals(second)).containsExactly("hello interval mismatch");
        assertThat(first.neighbors()).isEmpty();
    }

    @Test
    @Shows("RFC2328/10.5-intervals")
    void differentDeadIntervalsAreNoNeighbors() {
        Node first = router("1.1.1.1", "10.0.0.1/24", Port.pointToPoint()).start();
        router("2.2.2.2", "10.0.0.2/24", Port.pointToPoint().withTimers(10, 30)).start();
        lab.runTo(100);

        assertThat(refusals(first)).containsExactly("dead interval mismatch");
    }

    @Test
    @Shows("RFC2328/10.5-mask")
    void differentMasksAreNoNeighborsButOnPointToPointNetworks() {
        Node broadcast = router("1.1.1.1", "10.0.0.1/24", Port.broadcast()).start();
        router("2.2.2.2", "10.0.0.2/25", Port.broadcast()).start();
        OspfLab other = new OspfLab();
        Segment link = other.segment();
        Node pointToPoint = other.node("a").link(link, "Link", "10.0.0.1/32", Port.pointToPoint()).start();
        other.node("b").link(link, "Link", "10.0.0.2/24", Port.pointToPoint()).start();
        lab.runTo(60);
        other.runTo(60);

        assertThat(refusals(broadcast)).containsExactly("mask mismatch");
        assertThat(pointToPoint.neighbors()).containsExactly("10.0.0.2 full -");
    }

    @Test
    @Shows("RFC2328/8.2-area")
    void differentAreasAreNoNeighbors() {
        Node first = router("1.1.1.1", "10.0.0.1/24", Port.pointToPoint()).start();
        router("2.2.2.2", "10.0.0.2/24", Port.pointToPoint().in(1)).start();
        lab.runTo(30);

        assertThat(refusals(first)).containsExactly("area mismatch");
    }

    @Test
    @Shows({"RFC2328/10.5-options", "RFC3101/2.4-n-bit"})
    void anAreaMustBeOfOneKindOnBothSides() {
        Node first = router("1.1.1.1", "10.0.0.1/24", Port.pointToPoint().in(1)).area(1, OspfAreaKind.STUB).start();
        router("2.2.2.2", "10.0.0.2/24", Port.pointToPoint().in(1)).area(1, OspfAreaKind.NSSA).start();
        lab.runTo(30);

        assertThat(refusals(first)).containsExactly("kind of area mismatch");
    }

    @Test
    void twoRoutersWithOneIdAreNoNeighbors() {
        Node first = router("1.1.1.1", "10.0.0.1/24", Port.pointToPoint()).start();
        router("1.1.1.1", "10.0.0.2/24", Port.pointToPoint()).start();
        lab.runTo(30);

        assertThat(refusals(first)).containsExactly("it has the router ID of this router");
    }

    /** The larger side is not heard; it repeats its description until it gives up (Cisco, OSPF Neighbors Stuck in ExStart). */
    @Test
    @Shows("RFC2328/10.6-mtu")
    void differentMtusKeepNeighborsInExStart() {
        Node small = router("1.1.1.1", "10.0.0.1/24", Port.pointToPoint()).mtu(1400).start();
        Node large = router("2.2.2.2", "10.0.0.2/24", Port.pointToPoint()).mtu(1436).start();
        lab.runTo(60);

        assertThat(refusals(small)).containsExactly("the neighbor's interface has a larger MTU");
        assertThat(small.neighbors()).containsExactly("10.0.0.2 exstart -");
        assertThat(large.neighbors()).containsExactly("10.0.0.1 exstart -");

        lab.runTo(140);

        assertThat(large.events("neighbor DOWN")).containsExactly("135.010 too many retransmissions");
    }

    @Test
    @Shows("RFC2328/10.3-inactivity")
    void aSilentNeighborIsLostAfterTheDeadInterval() {
        Node first = router("1.1.1.1", "10.0.0.1/24", Port.pointToPoint()).lan("192.168.1.1/24").start();
        Node second = router("2.2.2.2", "10.0.0.2/24", Port.pointToPoint()).lan("192.168.2.1/24").start();
        lab.runTo(34);
        second.powerOff();
        lab.runTo(80);

        assertThat(first.events("neighbor DOWN")).as("40 s after its hello of 30 s").containsExactly("70.010 dead timer expired");
        assertThat(first.routes()).as("5 s later, for the calculation").isEmpty();
    }

    @Test
    @Shows("RFC2328/10.2-oneway")
    void aNeighborThatForgotThisRouterBeginsAnew() {
        Node first = router("1.1.1.1", "10.0.0.1/24", Port.pointToPoint()).start();
        Node second = router("2.2.2.2", "10.0.0.2/24", Port.pointToPoint()).start();
        lab.runTo(34);
        second.powerOff();
        second.restart();
        lab.runTo(36);

        assertThat(first.events("neighbor INIT")).containsExactly("0.010 hello received",
                "34.010 the neighbor does not know this router any more");
        lab.runTo(60);
        assertThat(first.neighbors()).containsExactly("10.0.0.2 full -");
    }

    @Test
    @Shows("RFC2328/10.8-retransmit")
    void aLostDescriptionIsRepeatedAfterFiveSeconds() {
        Node first = router("1.1.1.1", "10.0.0.1/24", Port.pointToPoint()).start();
        Node second = router("2.2.2.2", "10.0.0.2/24", Port.pointToPoint()).start();
        segment.loses = packet -> lab.clock.nowNanos() < 14_000_000_000L
                && OspfLab.body(packet) instanceof OspfBody.DatabaseDescription;
        lab.runTo(16);

        assertThat(second.timesOf("Database Description repeated")).containsExactly(15.010);
        assertThat(second.neighbors()).containsExactly("10.0.0.1 full -");
    }

    /** {@code clear ip ospf process} (Cisco IOS command reference). */
    @Test
    void aClearedNeighborComesBackWithTheNextHello() {
        Node first = router("1.1.1.1", "10.0.0.1/24", Port.pointToPoint()).start();
        router("2.2.2.2", "10.0.0.2/24", Port.pointToPoint()).start();
        lab.runTo(15);
        first.ospf.clear(address -> true);

        assertThat(first.neighbors()).isEmpty();
        lab.runTo(31);
        assertThat(first.neighbors()).containsExactly("10.0.0.2 full -");
    }

    @Test
    @Shows({"RFC2328/9-passive", "RFC2328/9.2-loopback"})
    void aPassiveInterfaceIsToldAndSaysNothing() {
        Node first = router("1.1.1.1", "10.0.0.1/24", Port.broadcast().asPassive()).start();
        router("2.2.2.2", "10.0.0.2/24", Port.broadcast()).start();
        lab.runTo(60);

        assertThat(first.neighbors()).isEmpty();
        assertThat(segment.bodies(OspfBody.Hello.class)).hasSize(7);
        assertThat(first.rows("OSPF interfaces", 0, 3)).containsExactly("Loopback0 loopback", "Link designated");
    }

    /** What happens to a hub whose tunnel is left at IOS's default type: the last spoke that spoke is its neighbour. */
    @Test
    void aPointToPointNetworkHasOneNeighborAtATime() {
        Segment cloud = lab.cloud();
        Node hub = lab.node("H").tunnel(cloud, "10.0.0.1/24", Port.pointToPoint()).start();
        lab.node("S1").tunnel(cloud, "10.0.0.11/24", Port.pointToPoint()).start();
        lab.runTo(3);
        lab.node("S2").tunnel(cloud, "10.0.0.12/24", Port.pointToPoint()).start();
        lab.runTo(60);

        assertThat(hub.events("neighbor DOWN")).hasSizeGreaterThan(5)
                .allMatch(event -> event.contains("another router speaks on the point-to-point network"));
        assertThat(hub.neighbors()).hasSize(1);
    }
}
