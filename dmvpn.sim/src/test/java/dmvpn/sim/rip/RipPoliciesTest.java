package dmvpn.sim.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.PolicyStatement;
import dmvpn.network.policy.PrefixMatch;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.PolicyDirection;
import dmvpn.network.routing.PolicyUse;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.RipInterface;
import dmvpn.network.routing.RipProcess;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.WiredNetwork;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Policies on RIP's neighbours: {@code distribute-list prefix} of IOS and FRRouting, {@code route-map} of FRRouting. */
class RipPoliciesTest {

    private static final Platform FRR = new Platform(Vendor.FRR, "8.5", Origin.NONE);

    private final WiredNetwork network = new WiredNetwork();

    private static PolicyStatement statement(boolean permit, String prefix, PolicyAction... actions) {
        return new PolicyStatement(permit, List.of(new PrefixMatch(IpPrefix.parse(prefix), OptionalInt.empty(), OptionalInt.of(32),
                Origin.NONE)), OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(actions), Origin.NONE);
    }

    private static RoutePolicy policy(PolicyStatement... statements) {
        return new RoutePolicy("P", List.of(statements), Origin.NONE);
    }

    private static RipProcess rip(PolicyDirection direction, RipInterface... interfaces) {
        List<PolicyUse> uses = direction == null ? List.of() : List.of(new PolicyUse("P", direction, Origin.NONE));
        return new RipProcess(Optional.empty(), List.of(IpPrefix.parse("10.0.0.0/8")), List.of(interfaces), Optional.empty(),
                Optional.empty(), new ProcessOptions(List.of(), uses, Optional.empty(), Optional.empty(), OptionalInt.empty(), Origin.NONE),
                Origin.NONE);
    }

    /** A, B and C in a row; C has two loopbacks. */
    private void row(RipProcess ofB, Platform platform, RoutePolicy policy) {
        network.router("A").port("Ethernet0", "ab", "10.0.12.1/24").rip(rip(null));
        network.router("B").platform(platform).port("Ethernet0", "ab", "10.0.12.2/24").port("Ethernet1", "bc", "10.0.23.2/24")
                .policies(policy).rip(ofB);
        network.router("C").port("Ethernet0", "bc", "10.0.23.3/24").loopback("10.255.0.3/32").loopback("Loopback1", "10.254.0.3/32")
                .rip(rip(null));
    }

    private static List<String> routes(FinishedRun run, String router) {
        return run.simulation().routerNamed(router).orElseThrow().stateTable("Routes").orElseThrow().rows().stream()
                .filter(row -> row.get(2).equals("RIP")).map(row -> row.get(0) + " " + row.get(4)).toList();
    }

    @Test
    void whatIsDeniedInwardIsNotLearned() {
        row(rip(PolicyDirection.IN), Platform.DEFAULT, policy(statement(false, "10.254.0.0/16"), statement(true, "10.0.0.0/8")));
        FinishedRun run = network.run(5);

        assertThat(routes(run, "B")).containsExactly("10.255.0.3/32 1");
        assertThat(routes(run, "A")).containsExactly("10.0.23.0/24 1", "10.255.0.3/32 2");
        assertThat(run.times("B", "RIP", "route denied", "prefix", "10.254.0.3/32")).isNotEmpty();
    }

    @Test
    void whatIsDeniedOutwardIsNotTold() {
        row(rip(PolicyDirection.OUT), Platform.DEFAULT, policy(statement(false, "10.254.0.0/16"), statement(true, "10.0.0.0/8")));
        FinishedRun run = network.run(5);

        assertThat(routes(run, "B")).containsExactly("10.254.0.3/32 1", "10.255.0.3/32 1");
        assertThat(routes(run, "A")).containsExactly("10.0.23.0/24 1", "10.255.0.3/32 2");
    }

    @Test
    void aSummaryIsFilteredLikeARoute() {
        row(rip(PolicyDirection.OUT, new RipInterface("Ethernet0", true, false, List.of(IpPrefix.parse("10.254.0.0/16")), Origin.NONE)),
                Platform.DEFAULT, policy(statement(false, "10.254.0.0/16"), statement(true, "10.0.0.0/8")));

        assertThat(routes(network.run(5), "A")).containsExactly("10.0.23.0/24 1", "10.255.0.3/32 2");
    }

    /** FRRouting's route map sees and sets what is on the wire; the hop is counted afterwards. */
    @Test
    void aRouteMapOfFrrSetsTheMetric() {
        RoutePolicy sets = policy(statement(true, "10.254.0.0/16", new PolicyAction.SetMetric(7, Origin.NONE)), statement(true, "10.0.0.0/8"));
        row(rip(PolicyDirection.IN), FRR, sets);
        FinishedRun run = network.run(5);

        assertThat(routes(run, "B")).containsExactly("10.254.0.3/32 8", "10.255.0.3/32 2");
        assertThat(routes(run, "A")).containsExactly("10.0.23.0/24 1", "10.254.0.3/32 8", "10.255.0.3/32 2");
    }

    /** Cisco IOS IP Routing: RIP Command Reference, distribute-list: access lists and prefix lists, no route maps. */
    @Test
    void iosHasNoRouteMapsOnNeighbors() {
        row(rip(PolicyDirection.IN), Platform.DEFAULT, policy(statement(false, "10.254.0.0/16"),
                statement(true, "10.0.0.0/8", new PolicyAction.SetTag(7, Origin.NONE))));
        FinishedRun run = network.run(5);

        assertThat(routes(run, "B")).containsExactly("10.254.0.3/32 1", "10.255.0.3/32 1");
        assertThat(run.times("B", "RIP", "not supported")).containsExactly("0.000");
    }
}
