package dmvpn.app.oracle;

import dmvpn.app.oracle.BgpSpeaker.Peering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Routes of IPv6 that BGP carries (RFC 4760, RFC 2545) are those of FRRouting's bgpd, before and after failures. */
@Execution(ExecutionMode.CONCURRENT)
class BgpIpv6OracleTest {

    /** A speaker without IPv4 addresses, which has to be told its identifier. */
    private static BgpSpeaker speaker(long autonomousSystem, String routerId) {
        return new BgpSpeaker(autonomousSystem).routerId(routerId);
    }

    /** Three routers in a row with hosts behind the outer ones. */
    private static Topology line() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "12", "2001:db8:12::1/64").port("eth1", "hosts1", "2001:db8:1::1/64");
        topology.router("r2").port("eth0", "12", "2001:db8:12::2/64").port("eth1", "23", "2001:db8:23::2/64");
        topology.router("r3").port("eth0", "23", "2001:db8:23::3/64").port("eth1", "hosts3", "2001:db8:3::3/64");
        return topology;
    }

    private static void agreesBeforeAndAfter(Topology topology, String router, String port) {
        try (Lab lab = Lab.start(topology)) {
            lab.agree();
            lab.failPort(router, port);
            lab.agree();
            lab.restorePort(router, port);
            lab.agree();
        }
    }

    @Test
    void threeAutonomousSystemsInARow() {
        Topology topology = line();
        topology.router("r1").bgp(speaker(65001, "1.1.1.1").network("2001:db8:1::/64").neighbor("2001:db8:12::2", 65002).build());
        topology.router("r2").bgp(speaker(65002, "2.2.2.2").neighbor("2001:db8:12::1", 65001).neighbor("2001:db8:23::3", 65003).build());
        topology.router("r3").bgp(speaker(65003, "3.3.3.3").network("2001:db8:3::/64").neighbor("2001:db8:23::2", 65002).build());
        agreesBeforeAndAfter(topology, "r1", "eth0");
    }

    @Test
    void aRouteReflectorWithTwoClients() {
        Topology topology = line();
        topology.router("r1").route("2001:db8:23::/64", "2001:db8:12::2")
                .bgp(speaker(65000, "1.1.1.1").network("2001:db8:1::/64").neighbor("2001:db8:12::2", 65000).build());
        topology.router("r2").bgp(speaker(65000, "2.2.2.2").neighbor("2001:db8:12::1", new Peering(65000).client())
                .neighbor("2001:db8:23::3", new Peering(65000).client()).build());
        topology.router("r3").route("2001:db8:12::/64", "2001:db8:23::2")
                .bgp(speaker(65000, "3.3.3.3").network("2001:db8:3::/64").neighbor("2001:db8:23::2", 65000).build());
        agreesBeforeAndAfter(topology, "r3", "eth1");
    }

    /** A hub and its spokes on one wire: next hops on the wire stay as they are (RFC 4271 section 5.1.3). */
    @Test
    void spokesComeFromARangeAndSeeEachOther() {
        Topology topology = new Topology();
        topology.router("hub").port("eth0", "wire", "2001:db8::1/64").port("eth1", "hosts", "2001:db8:a::1/64")
                .bgp(speaker(65000, "9.9.9.9").network("2001:db8:a::/64").listen("2001:db8::/64", new Peering(65000).client()).build());
        topology.router("s1").port("eth0", "wire", "2001:db8::11/64").port("eth1", "hosts1", "2001:db8:b::1/64")
                .bgp(speaker(65000, "1.1.1.1").network("2001:db8:b::/64").neighbor("2001:db8::1", 65000).build());
        topology.router("s2").port("eth0", "wire", "2001:db8::12/64").port("eth1", "hosts2", "2001:db8:c::1/64")
                .bgp(speaker(65000, "2.2.2.2").network("2001:db8:c::/64").neighbor("2001:db8::1", 65000).build());
        agreesBeforeAndAfter(topology, "s1", "eth0");
    }

    @Test
    void aSummaryTakesThePlaceOfWhatItCovers() {
        Topology topology = line();
        topology.router("r1").bgp(speaker(65001, "1.1.1.1").network("2001:db8:1::/64").aggregate("2001:db8::/47", true)
                .neighbor("2001:db8:12::2", 65002).build());
        topology.router("r2").bgp(speaker(65002, "2.2.2.2").neighbor("2001:db8:12::1", 65001)
                .neighbor("2001:db8:23::3", new Peering(65003).originatesDefault()).build());
        topology.router("r3").bgp(speaker(65003, "3.3.3.3").network("2001:db8:3::/64").neighbor("2001:db8:23::2", 65002).build());
        agreesBeforeAndAfter(topology, "r1", "eth1");
    }

    /** RFC 2385: FRRouting lets the system sign; a passive end waits. */
    @Test
    void aSessionMayHaveAPasswordAndAPassiveEnd() {
        Topology topology = line();
        topology.router("r1").bgp(speaker(65001, "1.1.1.1").network("2001:db8:1::/64")
                .neighbor("2001:db8:12::2", new Peering(65002).password("word")).build());
        topology.router("r2").bgp(speaker(65002, "2.2.2.2").neighbor("2001:db8:12::1", new Peering(65001).password("word").passive())
                .neighbor("2001:db8:23::3", new Peering(65003).password("one")).build());
        topology.router("r3").bgp(speaker(65003, "3.3.3.3").network("2001:db8:3::/64")
                .neighbor("2001:db8:23::2", new Peering(65002).password("other")).build());
        try (Lab lab = Lab.start(topology)) {
            lab.agree();
        }
    }
}
