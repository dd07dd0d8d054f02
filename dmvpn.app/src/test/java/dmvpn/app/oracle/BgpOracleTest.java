package dmvpn.app.oracle;

import dmvpn.app.oracle.BgpSpeaker.Peering;
import dmvpn.network.routing.RouteSource;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Routes of BGP are those of FRRouting's bgpd, before and after failures: sessions, own routes and what becomes of paths. */
@Execution(ExecutionMode.CONCURRENT)
class BgpOracleTest {

    private static final String NETWORK_1 = "192.168.1.0/24";
    private static final String NETWORK_3 = "192.168.3.0/24";

    /** Three routers in a row with hosts behind the outer ones. */
    private static Topology line() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "12", "10.0.12.1/24").port("eth1", "hosts1", "192.168.1.1/24");
        topology.router("r2").port("eth0", "12", "10.0.12.2/24").port("eth1", "23", "10.0.23.2/24");
        topology.router("r3").port("eth0", "23", "10.0.23.3/24").port("eth1", "hosts3", "192.168.3.1/24");
        return topology;
    }

    private static void agreesBeforeAndAfter(Topology topology, String router, String port) {
        try (Lab lab = Lab.start(topology)) {
            lab.agree();
            lab.failPort(router, port);
            lab.agree();
        }
    }

    @Test
    void threeAutonomousSystemsInARow() {
        Topology topology = line();
        topology.router("r1").bgp(new BgpSpeaker(65001).network(NETWORK_1).neighbor("10.0.12.2", 65002).build());
        topology.router("r2").bgp(new BgpSpeaker(65002).neighbor("10.0.12.1", 65001).neighbor("10.0.23.3", 65003).build());
        topology.router("r3").bgp(new BgpSpeaker(65003).network(NETWORK_3).neighbor("10.0.23.2", 65002).build());
        try (Lab lab = Lab.start(topology)) {
            lab.agree();
            // The neighbour keeps its wire, and its hold timer tells.
            lab.failPort("r1", "eth0");
            lab.agree();
        }
    }

    /** A mesh on one wire; the first has an outer neighbour, and says that it is the next hop. */
    @Test
    void innerMeshWithItselfAsNextHop() {
        Topology topology = new Topology();
        topology.router("out").port("eth0", "outer", "10.9.0.9/24").port("eth1", "hosts", "192.168.9.1/24")
                .bgp(new BgpSpeaker(65009).network("192.168.9.0/24").neighbor("10.9.0.1", 65000).build());
        topology.router("r1").port("eth0", "inner", "10.0.0.1/24").port("eth1", "outer", "10.9.0.1/24")
                .bgp(new BgpSpeaker(65000).neighbor("10.9.0.9", 65009).neighbor("10.0.0.2", new Peering(65000).nextHopSelf())
                        .neighbor("10.0.0.3", new Peering(65000).nextHopSelf()).build());
        topology.router("r2").port("eth0", "inner", "10.0.0.2/24").port("eth1", "hosts2", "192.168.2.1/24")
                .bgp(new BgpSpeaker(65000).network("192.168.2.0/24").neighbor("10.0.0.1", 65000).neighbor("10.0.0.3", 65000).build());
        topology.router("r3").port("eth0", "inner", "10.0.0.3/24").port("eth1", "hosts3", "192.168.3.1/24")
                .bgp(new BgpSpeaker(65000).network(NETWORK_3).neighbor("10.0.0.1", 65000).neighbor("10.0.0.2", 65000).build());
        agreesBeforeAndAfter(topology, "out", "eth0");
    }

    /** Without itself as next hop the inner neighbours do not reach what is outside (RFC 4271 section 9.1.2.1). */
    @Test
    void anUnreachableNextHopGivesNoRoute() {
        Topology topology = line();
        topology.router("r1").bgp(new BgpSpeaker(65001).network(NETWORK_1).neighbor("10.0.12.2", 65000).build());
        topology.router("r2").bgp(new BgpSpeaker(65000).neighbor("10.0.12.1", 65001).neighbor("10.0.23.3", 65000).build());
        topology.router("r3").bgp(new BgpSpeaker(65000).network(NETWORK_3).neighbor("10.0.23.2", 65000).build());
        agreesBeforeAndAfter(topology, "r3", "eth1");
    }

    @Test
    void aRouteReflectorWithTwoClients() {
        Topology topology = line();
        // Next hops stay as they are, so that the clients need routes to each other's wires.
        topology.router("r1").route("10.0.23.0/24", "10.0.12.2")
                .bgp(new BgpSpeaker(65000).network(NETWORK_1).neighbor("10.0.12.2", 65000).build());
        topology.router("r2").bgp(new BgpSpeaker(65000).neighbor("10.0.12.1", new Peering(65000).client())
                .neighbor("10.0.23.3", new Peering(65000).client()).build());
        topology.router("r3").route("10.0.12.0/24", "10.0.23.2")
                .bgp(new BgpSpeaker(65000).network(NETWORK_3).neighbor("10.0.23.2", 65000).build());
        agreesBeforeAndAfter(topology, "r3", "eth0");
    }

    /** Inner neighbours that are no clients are told nothing of each other (RFC 4271 section 9.2). */
    @Test
    void innerRoutesAreNotPassedOn() {
        Topology topology = line();
        topology.router("r1").bgp(new BgpSpeaker(65000).network(NETWORK_1).neighbor("10.0.12.2", 65000).build());
        topology.router("r2").bgp(new BgpSpeaker(65000).neighbor("10.0.12.1", 65000).neighbor("10.0.23.3", 65000).build());
        topology.router("r3").bgp(new BgpSpeaker(65000).network(NETWORK_3).neighbor("10.0.23.2", 65000).build());
        agreesBeforeAndAfter(topology, "r1", "eth0");
    }

    @Test
    void neighboursComeFromARange() {
        Topology topology = new Topology();
        topology.router("hub").port("eth0", "wire", "10.0.0.1/24").port("eth1", "hosts", "192.168.0.1/24")
                .bgp(new BgpSpeaker(65000).network("192.168.0.0/24").listen("10.0.0.0/24", new Peering(65000).client()).build());
        topology.router("s1").port("eth0", "wire", "10.0.0.11/24").port("eth1", "hosts1", "192.168.1.1/24")
                .bgp(new BgpSpeaker(65000).network(NETWORK_1).neighbor("10.0.0.1", 65000).build());
        topology.router("s2").port("eth0", "wire", "10.0.0.12/24").port("eth1", "hosts2", "192.168.2.1/24")
                .bgp(new BgpSpeaker(65000).network("192.168.2.0/24").neighbor("10.0.0.1", 65000).build());
        agreesBeforeAndAfter(topology, "s1", "eth0");
    }

    @Test
    void aSummaryTakesThePlaceOfWhatItCovers() {
        Topology topology = line();
        topology.router("r1").port("eth2", "more", "192.168.0.1/24").bgp(new BgpSpeaker(65001).network(NETWORK_1, "192.168.0.0/24")
                .aggregate("192.168.0.0/22", true).neighbor("10.0.12.2", 65002).build());
        topology.router("r2").bgp(new BgpSpeaker(65002).neighbor("10.0.12.1", 65001).neighbor("10.0.23.3", 65003).build());
        topology.router("r3").bgp(new BgpSpeaker(65003).network(NETWORK_3).neighbor("10.0.23.2", 65002).build());
        try (Lab lab = Lab.start(topology)) {
            lab.agree();
            lab.failPort("r1", "eth2");
            lab.agreeThroughFailureOf("r1", "eth1");
        }
    }

    @Test
    void aSummaryBesideWhatItCovers() {
        Topology topology = line();
        topology.router("r1").bgp(new BgpSpeaker(65001).network(NETWORK_1).neighbor("10.0.12.2", 65002).build());
        topology.router("r2").bgp(new BgpSpeaker(65002).aggregate("192.168.0.0/16", false).neighbor("10.0.12.1", 65001)
                .neighbor("10.0.23.3", 65003).build());
        topology.router("r3").bgp(new BgpSpeaker(65003).neighbor("10.0.23.2", 65002).build());
        agreesBeforeAndAfter(topology, "r1", "eth1");
    }

    @Test
    void aDefaultRouteForOneNeighbour() {
        Topology topology = line();
        topology.router("r1").bgp(new BgpSpeaker(65001).network(NETWORK_1).neighbor("10.0.12.2", 65002).build());
        topology.router("r2").bgp(new BgpSpeaker(65002).neighbor("10.0.12.1", 65001)
                .neighbor("10.0.23.3", new Peering(65003).originatesDefault()).build());
        topology.router("r3").bgp(new BgpSpeaker(65003).network(NETWORK_3).neighbor("10.0.23.2", 65002).build());
        agreesBeforeAndAfter(topology, "r1", "eth0");
    }

    /** Two sites in one autonomous system drop each other's paths, but where they allow their own number. */
    @Test
    void pathsWithTheOwnAutonomousSystem() {
        Topology topology = line();
        topology.router("r1").bgp(new BgpSpeaker(65001).network(NETWORK_1).neighbor("10.0.12.2", new Peering(65002).allowOwn()).build());
        topology.router("r2").bgp(new BgpSpeaker(65002).neighbor("10.0.12.1", 65001).neighbor("10.0.23.3", 65001).build());
        topology.router("r3").bgp(new BgpSpeaker(65001).network(NETWORK_3).neighbor("10.0.23.2", 65002).build());
        agreesBeforeAndAfter(topology, "r3", "eth1");
    }

    @Test
    void anAutonomousSystemIsOverridden() {
        Topology topology = line();
        topology.router("r1").bgp(new BgpSpeaker(65001).network(NETWORK_1).neighbor("10.0.12.2", 65002).build());
        topology.router("r2").bgp(new BgpSpeaker(65002).neighbor("10.0.12.1", new Peering(65001).override())
                .neighbor("10.0.23.3", 65001).build());
        topology.router("r3").bgp(new BgpSpeaker(65001).network(NETWORK_3).neighbor("10.0.23.2", 65002).build());
        agreesBeforeAndAfter(topology, "r3", "eth1");
    }

    @Test
    void staticAndConnectedRoutesAreRedistributed() {
        Topology topology = line();
        topology.router("r1").route("172.16.1.0/24", "192.168.1.9").route("172.16.2.0/24", null, null, 1, OptionalLong.empty())
                .bgp(new BgpSpeaker(65001).redistribute(RouteSource.STATIC, null).redistribute(RouteSource.CONNECTED, null)
                        .neighbor("10.0.12.2", 65002).build());
        topology.router("r2").bgp(new BgpSpeaker(65002).neighbor("10.0.12.1", 65001)
                .neighbor("10.0.23.3", new Peering(65002).nextHopSelf()).build());
        topology.router("r3").bgp(new BgpSpeaker(65002).redistribute(RouteSource.CONNECTED, null).neighbor("10.0.23.2", 65002).build());
        agreesBeforeAndAfter(topology, "r1", "eth1");
    }

    /** Two wires to one neighbour, of which both carry. */
    @Test
    void twoEqualPathsCarryBoth() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "first", "10.0.1.1/24").port("eth1", "second", "10.0.2.1/24")
                .bgp(new BgpSpeaker(65001).maximumPaths(2).neighbor("10.0.1.2", 65002).neighbor("10.0.2.2", 65002).build());
        topology.router("r2").port("eth0", "first", "10.0.1.2/24").port("eth1", "second", "10.0.2.2/24")
                .port("eth2", "hosts", "192.168.2.1/24")
                .bgp(new BgpSpeaker(65002).network("192.168.2.0/24").neighbor("10.0.1.1", 65001).neighbor("10.0.2.1", 65001).build());
        agreesBeforeAndAfter(topology, "r1", "eth0");
    }

    /** Sessions between loopbacks of neighbours in other autonomous systems. */
    @Test
    void sessionsBetweenLoopbacks() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "first", "10.0.1.1/24").port("eth1", "second", "10.0.2.1/24").loopback("10.255.0.1/32")
                .route("10.255.0.2/32", "10.0.1.2").route("10.255.0.2/32", "10.0.2.2", null, 200, OptionalLong.empty())
                .bgp(new BgpSpeaker(65001).neighbor("10.255.0.2", new Peering(65002).updateSource("lo").multihop(2)).build());
        topology.router("r2").port("eth0", "first", "10.0.1.2/24").port("eth1", "second", "10.0.2.2/24")
                .port("eth2", "hosts", "192.168.2.1/24").loopback("10.255.0.2/32")
                .route("10.255.0.1/32", "10.0.2.1")
                .bgp(new BgpSpeaker(65002).network("192.168.2.0/24")
                        .neighbor("10.255.0.1", new Peering(65001).updateSource("lo").multihop(2)).build());
        agreesBeforeAndAfter(topology, "r1", "eth0");
    }
}
