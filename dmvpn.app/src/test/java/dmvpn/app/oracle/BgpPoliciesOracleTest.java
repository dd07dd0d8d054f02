package dmvpn.app.oracle;

import dmvpn.app.oracle.BgpSpeaker.Peering;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.PolicyStatement;
import dmvpn.network.policy.PrefixMatch;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.RouteSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What policies make of BGP's routes is what FRRouting's route maps make of them, before and after failures. */
@Execution(ExecutionMode.CONCURRENT)
class BgpPoliciesOracleTest {

    private static final String NETWORK_4 = "192.168.4.0/24";

    private static RoutePolicy policy(String name, PolicyStatement... statements) {
        return new RoutePolicy(name, List.of(statements), Origin.NONE);
    }

    private static RoutePolicy policy(String name, PolicyAction action) {
        return policy(name, PolicyStatement.permitAll(List.of(action), Origin.NONE));
    }

    private static PolicyStatement prefixes(boolean permit, String prefix, int longest) {
        return new PolicyStatement(permit,
                List.of(new PrefixMatch(IpPrefix.parse(prefix), OptionalInt.empty(), OptionalInt.of(longest), Origin.NONE)),
                OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Origin.NONE);
    }

    private static PolicyStatement matching(boolean permit, String community, String asPath, PolicyAction... actions) {
        return new PolicyStatement(permit, List.of(), OptionalLong.empty(), Optional.ofNullable(community),
                Optional.ofNullable(asPath), Optional.empty(), List.of(actions), Origin.NONE);
    }

    private static PolicyStatement rest() {
        return PolicyStatement.permitAll(List.of(), Origin.NONE);
    }

    /** Two wires between neighbours; the second announces a network over both. */
    private static Topology twoWires() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "first", "10.0.1.1/24").port("eth1", "second", "10.0.2.1/24");
        topology.router("r2").port("eth0", "first", "10.0.1.2/24").port("eth1", "second", "10.0.2.2/24")
                .port("eth2", "hosts", "192.168.4.1/24");
        return topology;
    }

    private static BgpSpeaker announcing() {
        return new BgpSpeaker(65002).network(NETWORK_4);
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
    void theHigherLocalPreferenceWins() {
        Topology topology = twoWires();
        topology.router("r1").policy(policy("PREFERRED", new PolicyAction.SetLocalPreference(200, Origin.NONE)))
                .bgp(new BgpSpeaker(65001).neighbor("10.0.1.2", 65002).neighbor("10.0.2.2", new Peering(65002).in("PREFERRED")).build());
        topology.router("r2").bgp(announcing().neighbor("10.0.1.1", 65001).neighbor("10.0.2.1", 65001).build());
        agreesBeforeAndAfter(topology, "r1", "eth1");
    }

    @Test
    void theLowerMetricOfOneNeighbourWins() {
        Topology topology = twoWires();
        topology.router("r1").bgp(new BgpSpeaker(65001).neighbor("10.0.1.2", 65002).neighbor("10.0.2.2", 65002).build());
        topology.router("r2").policy(policy("FAR", new PolicyAction.SetMetric(50, Origin.NONE)))
                .policy(policy("NEAR", new PolicyAction.SetMetric(10, Origin.NONE)))
                .bgp(announcing().neighbor("10.0.1.1", new Peering(65001).out("FAR"))
                        .neighbor("10.0.2.1", new Peering(65001).out("NEAR")).build());
        agreesBeforeAndAfter(topology, "r2", "eth1");
    }

    @Test
    void theShorterPathWins() {
        Topology topology = twoWires();
        topology.router("r1").bgp(new BgpSpeaker(65001).neighbor("10.0.1.2", 65002).neighbor("10.0.2.2", 65002).build());
        topology.router("r2").policy(policy("LONGER", new PolicyAction.Prepend(65002, 2, Origin.NONE)))
                .bgp(announcing().neighbor("10.0.1.1", new Peering(65001).out("LONGER")).neighbor("10.0.2.1", 65001).build());
        agreesBeforeAndAfter(topology, "r1", "eth1");
    }

    @Test
    void prefixesAreFilteredOnTheirWayInAndOut() {
        Topology topology = twoWires();
        // Without a preference the older of two paths wins, which is by chance the one or the other.
        topology.router("r1").policy(policy("IN", prefixes(false, "172.16.1.0/24", 32),
                        PolicyStatement.permitAll(List.of(new PolicyAction.SetLocalPreference(150, Origin.NONE)), Origin.NONE)))
                .bgp(new BgpSpeaker(65001).neighbor("10.0.1.2", new Peering(65002).in("IN")).neighbor("10.0.2.2", 65002).build());
        topology.router("r2").route("172.16.1.0/24", null, null, 1, OptionalLong.empty())
                .route("172.16.2.0/24", null, null, 1, OptionalLong.empty()).policy(policy("OUT", prefixes(true, "172.16.0.0/16", 24)))
                .bgp(announcing().network("172.16.1.0/24", "172.16.2.0/24").neighbor("10.0.1.1", 65001)
                        .neighbor("10.0.2.1", new Peering(65001).out("OUT")).build());
        agreesBeforeAndAfter(topology, "r1", "eth0");
    }

    @Test
    void communitiesDecideFurtherOn() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "12", "10.0.12.1/24").port("eth1", "hosts", "192.168.4.1/24")
                .port("eth2", "hosts5", "192.168.5.1/24")
                .policy(policy("COLOUR", new PolicyStatement(true,
                        List.of(new PrefixMatch(IpPrefix.parse(NETWORK_4), OptionalInt.empty(), OptionalInt.empty(), Origin.NONE)),
                        OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                        List.of(new PolicyAction.SetCommunity("65001:7", Origin.NONE)), Origin.NONE), rest()))
                .bgp(new BgpSpeaker(65001).network(NETWORK_4, "192.168.5.0/24")
                        .neighbor("10.0.12.2", new Peering(65002).out("COLOUR").sendCommunity()).build());
        topology.router("r2").port("eth0", "12", "10.0.12.2/24").port("eth1", "23", "10.0.23.2/24")
                .policy(policy("SEEN", matching(true, "65001:7", null, new PolicyAction.SetMetric(77, Origin.NONE))))
                .bgp(new BgpSpeaker(65002).neighbor("10.0.12.1", 65001).neighbor("10.0.23.3", new Peering(65003).out("SEEN")).build());
        topology.router("r3").port("eth0", "23", "10.0.23.3/24").bgp(new BgpSpeaker(65003).neighbor("10.0.23.2", 65002).build());
        agreesBeforeAndAfter(topology, "r1", "eth1");
    }

    @Test
    void noExportStaysInTheAutonomousSystem() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "12", "10.0.12.1/24").port("eth1", "hosts", "192.168.4.1/24")
                .policy(policy("STAY", new PolicyAction.SetCommunity("no-export", Origin.NONE)))
                .bgp(new BgpSpeaker(65001).network(NETWORK_4).neighbor("10.0.12.2", new Peering(65002).out("STAY").sendCommunity()).build());
        topology.router("r2").port("eth0", "12", "10.0.12.2/24").port("eth1", "23", "10.0.23.2/24")
                .bgp(new BgpSpeaker(65002).neighbor("10.0.12.1", 65001).neighbor("10.0.23.3", 65003).build());
        topology.router("r3").port("eth0", "23", "10.0.23.3/24").bgp(new BgpSpeaker(65003).neighbor("10.0.23.2", 65002).build());
        agreesBeforeAndAfter(topology, "r1", "eth0");
    }

    @Test
    void pathsAreMatchedByTheirAutonomousSystems() {
        Topology topology = twoWires();
        topology.router("r1").policy(policy("DIRECT", matching(false, null, "_65002_65002_"), rest()))
                .bgp(new BgpSpeaker(65001).neighbor("10.0.1.2", new Peering(65002).in("DIRECT")).neighbor("10.0.2.2", 65002).build());
        topology.router("r2").policy(policy("TWICE", new PolicyAction.Prepend(65002, 1, Origin.NONE)))
                .bgp(announcing().neighbor("10.0.1.1", new Peering(65001).out("TWICE"))
                        .neighbor("10.0.2.1", new Peering(65001).out("TWICE")).build());
        agreesBeforeAndAfter(topology, "r1", "eth1");
    }

    @Test
    void redistributionIsFiltered() {
        Topology topology = twoWires();
        topology.router("r1").bgp(new BgpSpeaker(65001).neighbor("10.0.1.2", 65002).build());
        topology.router("r2").route("172.16.1.0/24", "192.168.4.9").route("172.17.1.0/24", "192.168.4.9")
                .policy(policy("SOME", prefixes(true, "172.16.0.0/16", 24)
                        .with(new PolicyAction.SetMetric(33, Origin.NONE))))
                .bgp(new BgpSpeaker(65002).redistribute(RouteSource.STATIC, "SOME").neighbor("10.0.1.1", 65001).build());
        agreesBeforeAndAfter(topology, "r2", "eth2");
    }

    @Test
    void tagsOfStaticRoutesAreMatched() {
        Topology topology = twoWires();
        topology.router("r1").bgp(new BgpSpeaker(65001).neighbor("10.0.1.2", 65002).build());
        topology.router("r2").route("172.16.1.0/24", "192.168.4.9", null, 1, OptionalLong.of(7))
                .route("172.16.2.0/24", "192.168.4.9", null, 1, OptionalLong.of(8)).route("172.16.3.0/24", "192.168.4.9")
                .policy(policy("TAGGED", new PolicyStatement(true, List.of(), OptionalLong.of(7), Optional.empty(), Optional.empty(),
                        Optional.empty(), List.of(new PolicyAction.SetMetric(5, Origin.NONE)), Origin.NONE)))
                .bgp(new BgpSpeaker(65002).redistribute(RouteSource.STATIC, "TAGGED").neighbor("10.0.1.1", 65001).build());
        agreesBeforeAndAfter(topology, "r2", "eth2");
    }
}
