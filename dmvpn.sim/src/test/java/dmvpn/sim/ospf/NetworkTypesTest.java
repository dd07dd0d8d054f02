package dmvpn.sim.ospf;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.routing.OspfNetworkType;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ospf.OspfLab.Node;
import dmvpn.sim.ospf.OspfLab.Segment;
import dmvpn.sim.ospf.message.OspfBody;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What each network type makes of a cloud with a hub and two spokes (RFC 2328 sections 9, 12.4.1 and 16.1.1; ipSpace.net,
 * Configuring OSPF in a Phase 2 DMVPN Network).
 */
class NetworkTypesTest {

    private final OspfLab lab = new OspfLab();
    private final Segment cloud = lab.cloud();
    private Node hub;
    private Node first;
    private Node second;

    private void start(Port ofHub, Port ofSpokes) {
        hub = lab.node("H").tunnel(cloud, "10.0.0.1/24", ofHub).lan("192.168.1.1/24").start();
        first = lab.node("S1").tunnel(cloud, "10.0.0.11/24", ofSpokes).lan("192.168.11.1/24").start();
        second = lab.node("S2").tunnel(cloud, "10.0.0.12/24", ofSpokes).lan("192.168.12.1/24").start();
    }

    /** Phases 1 and 3: the hub is the next hop, and tunnel addresses are told as hosts. */
    @Test
    @Shows({"RFC2328/12.4.1.4-host", "RFC2328/16.1.1-multipoint", "RFC2328/13.3-multipoint"})
    void onPointToMultipointTheHubIsTheNextHop() {
        start(Port.multipoint(), Port.multipoint());
        lab.runTo(60);

        assertThat(first.routes()).containsExactly(
                "O 10.0.0.1/32 [110/1000] via 10.0.0.1", "O 10.0.0.12/32 [110/2000] via 10.0.0.1",
                "O 192.168.1.0/24 [110/1001] via 10.0.0.1", "O 192.168.12.0/24 [110/2001] via 10.0.0.1");
        assertThat(hub.neighbors()).containsExactly("10.0.0.11 full -", "10.0.0.12 full -");
        assertThat(cloud.seen).filteredOn(packet -> OspfLab.body(packet) instanceof OspfBody.LinkStateUpdate)
                .noneMatch(packet -> packet.destination().isMulticast());
    }

    /** Phase 2: the next hop is the router that has the network, although the hub told of it. */
    @Test
    @Shows({"RFC2328/12.4.1.2-transit", "RFC2328/12.4.2-network", "RFC2328/16.1.1-network"})
    void onBroadcastTheNextHopIsWhoHasTheNetwork() {
        start(Port.broadcast().withPriority(255), Port.broadcast().withPriority(0));
        lab.runTo(60);

        assertThat(first.routes()).containsExactly(
                "O 192.168.1.0/24 [110/1001] via 10.0.0.1", "O 192.168.12.0/24 [110/1001] via 10.0.0.12");
        assertThat(hub.neighbors()).containsExactly("10.0.0.11 full DROTHER", "10.0.0.12 full DROTHER");
        assertThat(first.neighbors()).containsExactly("10.0.0.1 full DR");
        assertThat(first.database()).contains("0 2 10.0.0.1 192.168.1.1");
    }

    /** The designated router is known after the wait time, which is the dead interval (RFC 2328 section 9.4). */
    @Test
    @Shows("RFC2328/9.2-wait")
    void onBroadcastAdjacenciesWaitForTheDesignatedRouter() {
        start(Port.broadcast().withPriority(255), Port.broadcast().withPriority(0));
        lab.runTo(60);

        assertThat(hub.events("interface DESIGNATED")).contains("40.000 nobody was designated while it listened");
        assertThat(first.timesOf("neighbor FULL")).containsExactly(40.070);
        assertThat(first.timesOf("routes calculated")).contains(45.000);
    }

    /** A spoke that wins the election hears the hub alone: the other spoke's networks are missing. */
    @Test
    void aSpokeThatIsDesignatedPartsTheCloud() {
        start(Port.broadcast(), Port.broadcast().withPriority(10));
        lab.runTo(120);

        assertThat(first.rows("OSPF interfaces", 0, 3)).contains("Tunnel100 designated");
        assertThat(second.rows("OSPF interfaces", 0, 3)).contains("Tunnel100 designated");
        assertThat(first.routes()).doesNotContain("O 192.168.12.0/24 [110/1001] via 10.0.0.12");
    }

    /** Between a hub that is multipoint and spokes that are not, if only the timers agree. */
    @Test
    void pointToPointSpokesWorkWithAMultipointHubWhenTimersAgree() {
        start(Port.multipoint().withTimers(10, 40), Port.pointToPoint());
        lab.runTo(60);

        assertThat(first.routes()).contains("O 192.168.12.0/24 [110/2001] via 10.0.0.1", "O 10.0.0.1/32 [110/1000] via 10.0.0.1");
        assertThat(hub.routes()).contains("O 192.168.12.0/24 [110/1001] via 10.0.0.12");
    }

    /** Types that tell links of different kinds: the adjacency is full, and no path leads over it. */
    @Test
    @Shows("RFC2328/16.1-back")
    void broadcastAndPointToPointBecomeNeighborsWithoutRoutes() {
        start(Port.broadcast().withPriority(255), Port.pointToPoint());
        lab.runTo(120);

        assertThat(first.neighbors()).containsExactly("10.0.0.1 full -");
        assertThat(first.routes()).isEmpty();
    }

    /** Without configured neighbours nobody speaks first. */
    @Test
    void onNonBroadcastNobodySpeaksUnasked() {
        start(Port.of(OspfNetworkType.NON_BROADCAST),
                Port.of(OspfNetworkType.NON_BROADCAST));
        lab.runTo(60);

        assertThat(cloud.seen).isEmpty();
        assertThat(first.events("without effect"))
                .containsExactly("0.000 no neighbors are configured on the non-broadcast network");
    }

    @Test
    void hellosAreSentInTurnOfTheTypesDefaults() {
        start(Port.multipoint(), Port.multipoint());
        lab.runTo(60);

        assertThat(first.timesOf("Hello sent")).containsExactly(0.0, 30.0, 60.0);
        assertThat(cloud.bodies(OspfBody.Hello.class)).allMatch(hello -> hello.deadIntervalSeconds() == 120);
    }

    /** A new multicast target hears a hello at once; a thousand of them within a tenth of a second share the next. */
    @Test
    void aNewMulticastTargetHearsAHelloAtOnce() {
        start(Port.multipoint(), Port.multipoint());
        lab.runTo(3);
        for (int count = 0; count < 5; count++) {
            hub.port("Tunnel100").announce();
        }
        lab.runTo(3.05);
        hub.port("Tunnel100").announce();
        lab.runTo(4);

        assertThat(hub.timesOf("Hello sent")).containsExactly(0.0, 3.0, 3.1);
    }

    /** Reference bandwidth 100 Mbit/s (Cisco IOS, auto-cost reference-bandwidth). */
    @Test
    void theCostFollowsFromTheBandwidthUnlessItIsConfigured() {
        Node node = lab.node("A").link(lab.segment(), "Slow", "10.1.0.1/24", Port.pointToPoint())
                .link(lab.segment(), "Fixed", "10.2.0.1/24", Port.pointToPoint().withCost(77))
                .tunnel(lab.segment(), "10.3.0.1/24", Port.pointToPoint()).start();

        assertThat(node.rows("OSPF interfaces", 0, 4)).containsExactly("Slow 1", "Fixed 77", "Tunnel100 1000");
        node.port("Tunnel100").bandwidthKbps = 20_000;
        node.port("Tunnel100").tellChanged();
        assertThat(node.rows("OSPF interfaces", 0, 4)).contains("Tunnel100 5");
    }

    @Test
    void theHubOfADatabaseFilterTellsNothing() {
        start(Port.multipoint().withFilter(), Port.multipoint());
        lab.runTo(60);

        assertThat(first.neighbors()).containsExactly("10.0.0.1 full -");
        assertThat(first.routes()).isEmpty();
        assertThat(hub.routes()).contains("O 192.168.11.0/24 [110/1001] via 10.0.0.11");
    }

    /** With priority 0 at the spokes there is nobody to take over; a second hub does (RFC 2328 section 9.4). */
    @Test
    @Shows("RFC2328/9.4-backup")
    void theBackupTakesOverAndTheReturningHubDoesNotPreempt() {
        Segment all = lab.segment();
        Node one = lab.node("H1").tunnel(all, "10.0.0.1/24", Port.broadcast().withPriority(255)).start();
        Node two = lab.node("H2").tunnel(all, "10.0.0.2/24", Port.broadcast().withPriority(254)).start();
        Node spoke = lab.node("S").tunnel(all, "10.0.0.11/24", Port.broadcast().withPriority(0)).start();
        lab.runTo(60);
        assertThat(spoke.neighbors()).containsExactly("10.0.0.1 full DR", "10.0.0.2 full BDR");

        one.powerOff();
        lab.runTo(120);
        assertThat(spoke.neighbors()).containsExactly("10.0.0.2 full DR");
        assertThat(two.events("interface DESIGNATED")).hasSize(1);

        one.restart();
        lab.runTo(200);
        assertThat(List.copyOf(spoke.neighbors())).containsExactly("10.0.0.2 full DR", "10.0.0.1 full BDR");
    }
}
