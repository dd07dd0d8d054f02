package dmvpn.sim.eigrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.PolicyStatement;
import dmvpn.network.policy.PrefixMatch;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.PolicyDirection;
import dmvpn.network.routing.PolicyUse;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.sim.eigrp.EigrpLab.Node;
import dmvpn.sim.eigrp.EigrpLab.Segment;
import dmvpn.sim.fidelity.Shows;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Policies on EIGRP's neighbours: Cisco, EIGRP Support for Route Map Filtering. */
class PoliciesTest {

    private final EigrpLab lab = new EigrpLab();
    private final Segment first = lab.segment();
    private final Segment second = lab.segment();

    private static PolicyStatement statement(boolean permit, String prefix, OptionalLong tag, PolicyAction... actions) {
        return new PolicyStatement(permit, prefix == null ? List.of()
                : List.of(new PrefixMatch(IpPrefix.parse(prefix), OptionalInt.empty(), OptionalInt.of(32), Origin.NONE)), tag,
                Optional.empty(), Optional.empty(), Optional.empty(), List.of(actions), Origin.NONE);
    }

    private static ProcessOptions uses(PolicyDirection direction) {
        return new ProcessOptions(List.of(), List.of(new PolicyUse("P", direction, Origin.NONE)), Optional.empty(), Optional.empty(),
                OptionalInt.empty(), Origin.NONE);
    }

    /** A, B and C in a row; C has two networks. B has the policy. */
    private List<Node> row(PolicyDirection direction, PolicyStatement... statements) {
        Node a = lab.node("A").link(first, "GigabitEthernet1", "10.0.12.1/24", 10);
        Node b = lab.node("B", new RoutePolicy("P", List.of(statements), Origin.NONE)).options(uses(direction))
                .link(first, "GigabitEthernet1", "10.0.12.2/24", 10).link(second, "GigabitEthernet2", "10.0.23.2/24", 10);
        Node c = lab.node("C").link(second, "GigabitEthernet1", "10.0.23.3/24", 10).link(null, "GigabitEthernet8", "172.16.8.1/24", 10)
                .link(null, "GigabitEthernet9", "172.17.9.1/24", 10);
        List<Node> nodes = List.of(a, b, c);
        nodes.forEach(Node::start);
        lab.runTo(2);
        return nodes;
    }

    @Test
    void whatIsDeniedInwardIsNoWay() {
        List<Node> nodes = row(PolicyDirection.IN, statement(false, "172.17.0.0/16", OptionalLong.empty()),
                statement(true, null, OptionalLong.empty()));

        assertThat(nodes.get(1).route("172.16.8.0/24")).isPresent();
        assertThat(nodes.get(1).route("172.17.9.0/24")).isEmpty();
        assertThat(nodes.get(1).timesOf("route denied", "denied by P 10")).isNotEmpty();
        assertThat(nodes.get(0).route("172.17.9.0/24")).isEmpty();
    }

    @Test
    void whatIsDeniedOutwardIsUsedAndNotTold() {
        List<Node> nodes = row(PolicyDirection.OUT, statement(false, "172.17.0.0/16", OptionalLong.empty()),
                statement(true, null, OptionalLong.empty()));

        assertThat(nodes.get(1).route("172.17.9.0/24")).isPresent();
        assertThat(nodes.get(0).route("172.16.8.0/24")).isPresent();
        assertThat(nodes.get(0).route("172.17.9.0/24")).isEmpty();
    }

    /** RFC 7868 section 6.8.2: the internal tag of a route from inside goes on untouched and can be matched. */
    @Test
    @Shows("RFC7868/6.8-internal")
    void aRouteFromInsideGetsATagOfOneByte() {
        List<Node> nodes = row(PolicyDirection.OUT,
                statement(true, "172.16.0.0/16", OptionalLong.empty(), new PolicyAction.SetTag(200, Origin.NONE)),
                statement(true, "172.17.0.0/16", OptionalLong.empty(), new PolicyAction.SetTag(300, Origin.NONE)),
                statement(true, null, OptionalLong.empty()));

        assertThat(nodes.get(0).route("172.16.8.0/24")).hasValueSatisfying(route -> assertThat(route.tag()).hasValue(200));
        assertThat(nodes.get(0).route("172.17.9.0/24")).hasValueSatisfying(route -> assertThat(route.tag()).isEmpty());
    }

    /** A query about what is denied is answered, and nothing stays active. */
    @Test
    void aDeniedRouteThatIsLostLeavesNothingBehind() {
        List<Node> nodes = row(PolicyDirection.OUT, statement(false, "172.17.0.0/16", OptionalLong.empty()),
                statement(true, null, OptionalLong.empty()));
        nodes.get(2).port("GigabitEthernet9").setUp(false);
        lab.runTo(4);

        assertThat(nodes.get(1).route("172.17.9.0/24")).isEmpty();
        nodes.forEach(node -> assertThat(node.show("show ip eigrp topology")).doesNotContain("172.17.9").doesNotContain("A 1"));
    }

    /** RFC 7868 section 5.6.1: routers of other K values do not become neighbours. */
    @Test
    @Shows("RFC7868/5.3-weights")
    void otherWeightsRefuseTheNeighbor() {
        Node a = lab.node("A").link(first, "GigabitEthernet1", "10.0.12.1/24", 10).weights(1, 1, 1, 0, 0).start();
        Node b = lab.node("B").link(first, "GigabitEthernet1", "10.0.12.2/24", 10).lan("172.16.8.1/24").start();
        lab.runTo(20);

        assertThat(a.timesOf("neighbor refused", "K values differ")).isNotEmpty();
        assertThat(b.timesOf("neighbor refused", "K values differ")).isNotEmpty();
        assertThat(a.timesOf("neighbor up")).isEmpty();
        assertThat(a.route("172.16.8.0/24")).isEmpty();
    }

    /** RFC 7868 section 5.6.1.1: {@code (K1 * BW + K2 * BW / (256 - load) + K3 * delay) * K5 / (reliability + K4)}. */
    @Test
    @Shows("RFC7868/5.6.1-formula")
    void theWeightsMakeTheMetric() {
        Node a = lab.node("A").link(first, "GigabitEthernet1", "10.0.12.1/24", 10).weights(2, 1, 3, 5, 100).start();
        lab.node("B").link(first, "GigabitEthernet1", "10.0.12.2/24", 10).lan("172.16.8.1/24").weights(2, 1, 3, 5, 100).start();
        lab.runTo(2);

        long bandwidth = 256 * 10;
        long delay = 256 * 2;
        assertThat(a.route("172.16.8.0/24")).hasValueSatisfying(route ->
                assertThat(route.metric()).isEqualTo((2 * bandwidth + bandwidth / 255 + 3 * delay) * 100 / 260));
    }
}
