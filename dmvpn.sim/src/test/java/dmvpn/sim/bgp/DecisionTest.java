package dmvpn.sim.bgp;

import static dmvpn.sim.bgp.BgpLab.as;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.routing.RouteSource;
import dmvpn.sim.fidelity.Shows;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Which of several paths is the best (Cisco, BGP Best Path Selection Algorithm), by what routers announce. {@link BestPathTest}
 * has each step.
 */
class DecisionTest {

    private static final String PREFIX = "172.16.0.0/16";

    private final BgpLab lab = new BgpLab();
    private final BgpLab.Node r = lab.router("R").on("A", "10.0.1.1/24").on("B", "10.0.2.1/24").bgp(65000);
    private final BgpLab.Node one = lab.router("N1").on("A", "10.0.1.2/24").loopback("172.16.0.1/16").bgp(65001).network(PREFIX);
    private final BgpLab.Node other = lab.router("N2").on("B", "10.0.2.2/24").loopback("172.16.0.2/16").bgp(65002).network(PREFIX);

    /** N1 and N2 announce the same prefix; what decides is what the loser has. */
    private void assertWins(String winner, String loser, String why) {
        lab.runTo(60);

        assertThat(lab.seen().paths("R", PREFIX)).hasSize(2).anySatisfy(path -> {
            assertThat(path).containsEntry("nextHop", winner).containsEntry("state", "best").containsEntry("whyNotBest", "");
        }).anySatisfy(path -> {
            assertThat(path).containsEntry("nextHop", loser).containsEntry("state", "valid").containsEntry("whyNotBest", why);
        });
        assertThat(lab.seen().routes("R")).singleElement().asString().endsWith(winner);
    }

    private void peer(Peering toOne, Peering toOther) {
        r.neighbor("10.0.1.2", toOne).neighbor("10.0.2.2", toOther);
        one.neighbor("10.0.1.1", as(65000));
        other.neighbor("10.0.2.1", as(65000));
    }

    @Test
    void theHigherLocalPreferenceWins() {
        r.policy("PREFER", new PolicyAction.SetLocalPreference(200, Origin.NONE));
        peer(as(65001), as(65002).in("PREFER"));

        assertWins("10.0.2.2", "10.0.1.2", "lower local preference");
    }

    @Test
    void theShorterPathWins() {
        one.policy("LONGER", new PolicyAction.Prepend(65001, 2, Origin.NONE));
        r.neighbor("10.0.1.2", as(65001)).neighbor("10.0.2.2", as(65002));
        one.neighbor("10.0.1.1", as(65000).out("LONGER"));
        other.neighbor("10.0.2.1", as(65000));

        assertWins("10.0.2.2", "10.0.1.2", "longer AS path");
        assertThat(lab.seen().paths("R", PREFIX)).anySatisfy(path -> assertThat(path).containsEntry("asPath", "65001 65001 65001"));
    }

    /** What is redistributed is incomplete, what a network statement names is IGP. */
    @Test
    void theLowerOriginWins() {
        lab.router("N3").on("A", "10.0.1.3/24").loopback("172.16.0.3/16").bgp(65003)
                .redistribute(RouteSource.CONNECTED, Optional.empty()).neighbor("10.0.1.1", as(65000));
        r.neighbor("10.0.1.3", as(65003)).neighbor("10.0.2.2", as(65002));
        other.neighbor("10.0.2.1", as(65000));

        assertWins("10.0.2.2", "10.0.1.3", "higher origin");
    }

    @Test
    void theLowerMetricOfOneNeighboringSystemWins() {
        BgpLab.Node third = lab.router("N3").on("A", "10.0.1.3/24").loopback("172.16.0.3/16").bgp(65002).network(PREFIX)
                .policy("FAR", new PolicyAction.SetMetric(50, Origin.NONE));
        third.neighbor("10.0.1.1", as(65000).out("FAR"));
        r.neighbor("10.0.1.3", as(65002)).neighbor("10.0.2.2", as(65002));
        other.neighbor("10.0.2.1", as(65000));

        assertWins("10.0.2.2", "10.0.1.3", "higher MED");
    }

    /** RFC 4271 section 9.1.2.2: metrics of different systems say nothing about each other. */
    @Test
    void metricsOfDifferentSystemsAreNotCompared() {
        one.policy("FAR", new PolicyAction.SetMetric(50, Origin.NONE));
        r.neighbor("10.0.1.2", as(65001)).neighbor("10.0.2.2", as(65002));
        one.neighbor("10.0.1.1", as(65000).out("FAR"));
        other.neighbor("10.0.2.1", as(65000));

        // Both came at the same instant: the identifier decides, 172.16.0.1 before 172.16.0.2.
        assertWins("10.0.1.2", "10.0.2.2", "higher router ID");
    }

    @Test
    void anExternalPathWinsOverAnInternalOne() {
        lab.router("N3").on("A", "10.0.1.3/24").on("C", "10.0.3.1/24").bgp(65000)
                .neighbor("10.0.1.1", as(65000).nextHopSelf(dmvpn.network.routing.NextHopSelf.ON)).neighbor("10.0.3.2", as(65009));
        lab.router("N4").on("C", "10.0.3.2/24").loopback("172.16.0.3/16").bgp(65009).network(PREFIX).neighbor("10.0.3.1", as(65000));
        r.neighbor("10.0.1.3", as(65000)).neighbor("10.0.2.2", as(65002));
        other.neighbor("10.0.2.1", as(65000));

        assertWins("10.0.2.2", "10.0.1.3", "internal, and the best is external");
    }

    @Test
    void theOldestExternalPathStays() {
        peer(as(65001), as(65002));
        lab.failInterface(20, "N1", "Loopback0").restoreInterface(21, "N1", "Loopback0");

        assertWins("10.0.2.2", "10.0.1.2", "younger external path");
    }

    @Test
    void theLowerRouterIdWinsInside() {
        lab.router("N3").on("A", "10.0.1.3/24").loopback("172.16.0.9/16").bgp(65000).network(PREFIX).neighbor("10.0.1.1", as(65000));
        lab.router("N4").on("B", "10.0.2.4/24").loopback("172.16.0.8/16").bgp(65000).network(PREFIX).neighbor("10.0.2.1", as(65000));
        r.neighbor("10.0.1.3", as(65000)).neighbor("10.0.2.4", as(65000));

        assertWins("10.0.2.4", "10.0.1.3", "higher router ID");
    }

    /** RFC 4271 section 9.1.2: a path whose next hop no route leads to is not used. */
    @Test
    @Shows("RFC4271/9.1.2-unreachable")
    void aPathWithoutReachableNextHopIsNotUsed() {
        lab.router("N3").on("A", "10.0.1.3/24").on("C", "10.0.3.1/24").bgp(65000)
                .neighbor("10.0.1.1", as(65000)).neighbor("10.0.3.2", as(65009));
        lab.router("N4").on("C", "10.0.3.2/24").loopback("172.16.0.3/16").bgp(65009).network(PREFIX).neighbor("10.0.3.1", as(65000));
        r.neighbor("10.0.1.3", as(65000));
        lab.runTo(60);

        assertThat(lab.seen().paths("R", PREFIX)).singleElement().satisfies(path ->
                assertThat(path).containsEntry("state", "inaccessible").containsEntry("nextHop", "10.0.3.2"));
        assertThat(lab.seen().routes("R")).isEmpty();
    }

    /** Cisco, next-hop address tracking: paths follow the route to their next hop after five seconds. */
    @Test
    void aPathFollowsTheRouteToItsNextHop() {
        lab.router("N3").on("A", "10.0.1.3/24").on("C", "10.0.3.1/24").bgp(65000)
                .neighbor("10.0.1.1", as(65000)).neighbor("10.0.3.2", as(65009));
        lab.router("N4").on("C", "10.0.3.2/24").loopback("172.16.0.3/16").bgp(65009).network(PREFIX).neighbor("10.0.3.1", as(65000));
        lab.router("R").neighbor("10.0.1.3", as(65000)).route("10.0.3.0/24", "10.0.2.2").route("10.0.3.0/24", "10.0.1.3");
        lab.failInterface(20, "R", "eth1").failInterface(30, "R", "eth0");
        lab.runTo(10);
        assertThat(lab.seen().routes("R")).containsExactly("172.16.0.0/16 200 0 10.0.3.2");

        lab.runTo(29);
        assertThat(lab.seen().routes("R")).containsExactly("172.16.0.0/16 200 0 10.0.3.2");
        lab.runTo(34.9);
        assertThat(lab.seen().routes("R")).hasSize(1);
        lab.runTo(35.1);
        assertThat(lab.seen().routes("R")).isEmpty();
        assertThat(lab.seen().events("R", "next hop unreachable")).containsExactly("35.000");
    }

    /** Cisco, {@code maximum-paths ibgp}. */
    @Test
    void equalInternalPathsMayShareTheLoad() {
        lab.router("N3").on("A", "10.0.1.3/24").loopback("172.16.0.9/16").bgp(65000).network(PREFIX).neighbor("10.0.1.1", as(65000));
        lab.router("N4").on("B", "10.0.2.4/24").loopback("172.16.0.8/16").bgp(65000).network(PREFIX).neighbor("10.0.2.1", as(65000));
        r.neighbor("10.0.1.3", as(65000)).neighbor("10.0.2.4", as(65000)).maximumPaths(2);
        lab.runTo(10);

        assertThat(lab.seen().paths("R", PREFIX)).extracting(path -> path.get("state")).containsExactlyInAnyOrder("best", "multipath");
        assertThat(lab.seen().show("R", "show ip route")).contains("[200/0] via 10.0.2.4").contains("[200/0] via 10.0.1.3");
    }

    /** An own route stays in front of what neighbours announce: its weight is 32768. */
    @Test
    void anOwnRouteWins() {
        r.loopback("172.16.0.7/16").network(PREFIX).neighbor("10.0.1.2", as(65001));
        one.neighbor("10.0.1.1", as(65000));
        lab.runTo(10);

        assertThat(lab.seen().paths("R", PREFIX)).anySatisfy(path -> assertThat(path).containsEntry("whyNotBest", "lower weight"));
        assertThat(lab.seen().routes("R")).isEmpty();
    }

    /** An aggregate stands behind what {@code redistribute} brings, though its origin is better. */
    @Test
    void anOwnAggregateStandsBehindOtherOwnRoutes() {
        r.route(PREFIX, "10.0.2.2").loopback("172.16.1.1/24").network("172.16.1.0/24")
                .redistribute(RouteSource.STATIC, Optional.empty()).aggregate(PREFIX, false);
        lab.runTo(10);

        assertThat(lab.seen().paths("R", PREFIX)).hasSize(2).anySatisfy(path -> assertThat(path)
                .containsEntry("origin", "incomplete").containsEntry("state", "best")).anySatisfy(path -> assertThat(path)
                .containsEntry("origin", "IGP").containsEntry("whyNotBest", "an own aggregate"));
    }

    /** A better distance of another protocol keeps the route out of the routing table: {@code r>}. */
    @Test
    void aRouteOfABetterDistanceIsARibFailure() {
        r.route(PREFIX, "10.0.2.2").neighbor("10.0.1.2", as(65001));
        one.neighbor("10.0.1.1", as(65000));
        lab.runTo(10);

        assertThat(lab.seen().show("R", "show ip bgp")).contains("\n r>   172.16.0.0       10.0.1.2                 0             0 65001 i\n");
        assertThat(lab.seen().routes("R")).isEmpty();
    }

    @Test
    void distancesMayBeConfigured() {
        r.distance(120, 30).neighbor("10.0.1.2", as(65001));
        one.neighbor("10.0.1.1", as(65000));
        lab.runTo(10);

        assertThat(lab.seen().routes("R")).containsExactly("172.16.0.0/16 30 0 10.0.1.2");
    }
}
