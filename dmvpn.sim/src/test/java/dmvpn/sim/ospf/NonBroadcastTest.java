package dmvpn.sim.ospf;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.routing.OspfNetworkType;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ospf.OspfLab.Node;
import dmvpn.sim.ospf.OspfLab.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Networks whose neighbours are configured (RFC 2328 sections 9.5.1 and 10.3). A cloud hears no multicast here at all. */
class NonBroadcastTest {

    private static final Port NEVER_DESIGNATED = Port.of(OspfNetworkType.NON_BROADCAST).withPriority(0);

    private final OspfLab lab = new OspfLab();
    private final Segment cloud = lab.segment();
    private Node hub;
    private Node first;
    private Node second;

    private static Port claiming(int priority) {
        return Port.of(OspfNetworkType.NON_BROADCAST).withPriority(priority);
    }

    private void hubAndSpokes() {
        cloud.hears = (sender, receiver) -> false;
        hub = lab.node("H").tunnel(cloud, "10.0.0.1/24", claiming(255)).neighbor("10.0.0.11", 0).neighbor("10.0.0.12", 0)
                .lan("192.168.1.1/24").start();
        first = lab.node("S1").tunnel(cloud, "10.0.0.11/24", NEVER_DESIGNATED).lan("192.168.11.1/24").start();
        second = lab.node("S2").tunnel(cloud, "10.0.0.12/24", NEVER_DESIGNATED).lan("192.168.12.1/24").start();
    }

    /** Nobody else may be designated, so the hub waits for the dead interval, and then calls all. */
    @Test
    @Shows("RFC2328/9.5-nbma")
    void theHubCallsItsNeighborsOnceItIsDesignated() {
        hubAndSpokes();
        lab.runTo(119);
        assertThat(cloud.seen).isEmpty();
        lab.runTo(160);

        assertThat(hub.neighbors()).containsExactly("10.0.0.11 full DROTHER", "10.0.0.12 full DROTHER");
        assertThat(first.routes()).containsExactly("O 192.168.1.0/24 [110/1001] via 10.0.0.1",
                "O 192.168.12.0/24 [110/1001] via 10.0.0.12");
        assertThat(cloud.seen).noneMatch(packet -> packet.destination().isMulticast());
        assertThat(first.events("without effect")).isEmpty();
    }

    /** Who is never designated answers who might be, and greets the designated router by itself. */
    @Test
    @Shows("RFC2328/9.5-nbma")
    void aSpokeAnswersAndThenGreetsTheDesignatedRouter() {
        hubAndSpokes();
        lab.runTo(240);

        assertThat(first.events("Hello sent")).startsWith("120.010 answers the hello").contains("150.000 hello interval")
                .filteredOn(event -> event.endsWith("answers the hello")).hasSize(1);
    }

    /** A configured neighbour is attempted for the dead interval, and from then on polled. */
    @Test
    @Shows("RFC2328/9.5-nbma")
    void aSilentNeighborIsAttemptedThenPolled() {
        cloud.hears = (sender, receiver) -> false;
        hub = lab.node("H").tunnel(cloud, "10.0.0.1/24", claiming(255)).neighbor("10.0.0.2", 254).start();
        assertThat(hub.neighbors()).containsExactly("10.0.0.2 attempt DROTHER");
        assertThat(hub.show("show ip ospf neighbor")).contains("0.0.0.0         254   ATTEMPT/DROTHER 00:02:00    10.0.0.2");
        lab.runTo(500);

        assertThat(hub.neighbors()).isEmpty();
        assertThat(hub.events("Hello sent")).containsExactly("0.000 OSPF starts on the interface", "30.000 hello interval",
                "60.000 hello interval", "90.000 hello interval", "120.000 this router is designated now", "240.000 poll interval",
                "360.000 poll interval", "480.000 poll interval");
    }

    @Test
    void twoHubsFindEachOtherAndElect() {
        cloud.hears = (sender, receiver) -> false;
        hub = lab.node("H1").tunnel(cloud, "10.0.0.1/24", claiming(255)).neighbor("10.0.0.2", 254).neighbor("10.0.0.11", 0)
                .lan("192.168.1.1/24").start();
        Node backup = lab.node("H2").tunnel(cloud, "10.0.0.2/24", claiming(254)).neighbor("10.0.0.1", 255).neighbor("10.0.0.11", 0)
                .start();
        first = lab.node("S1").tunnel(cloud, "10.0.0.11/24", NEVER_DESIGNATED).lan("192.168.11.1/24").start();
        lab.runTo(200);

        assertThat(first.neighbors()).containsExactlyInAnyOrder("10.0.0.1 full DR", "10.0.0.2 full BDR");
        hub.powerOff();
        lab.runTo(400);
        assertThat(first.neighbors()).containsExactly("10.0.0.2 full DR");
        hub.restart();
        lab.runTo(700);
        assertThat(first.neighbors()).containsExactlyInAnyOrder("10.0.0.1 full BDR", "10.0.0.2 full DR");
        assertThat(backup.routes()).isEqualTo(List.of("O 192.168.1.0/24 [110/1001] via 10.0.0.1",
                "O 192.168.11.0/24 [110/1001] via 10.0.0.11"));
    }
}
