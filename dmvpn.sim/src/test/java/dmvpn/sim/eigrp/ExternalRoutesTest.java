package dmvpn.sim.eigrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.PolicyStatement;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.network.routing.PolicyUse;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.SeedMetric;
import dmvpn.sim.eigrp.EigrpLab.Node;
import dmvpn.sim.eigrp.EigrpLab.Segment;
import dmvpn.sim.eigrp.message.EigrpTlv;
import dmvpn.sim.eigrp.message.ExteriorSection;
import dmvpn.sim.eigrp.message.ExternalProtocol;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Routes from outside the autonomous system: RFC 7868 section 6.8.3; Cisco, Redistributing Routing Protocols. */
class ExternalRoutesTest {

    private static final OptionalLong NO_TAG = OptionalLong.empty();
    private static final SeedMetric SEED = new SeedMetric.Eigrp(100_000, 100, 255, 1, 1400, Origin.NONE);
    private static final String LAN = "172.16.5.0/24";

    private final EigrpLab lab = new EigrpLab();
    private final Segment wire = lab.segment();
    private final Node inside = lab.node("A").link(wire, "GigabitEthernet1", "10.0.0.1/24", 10);

    private static Redistribution of(dmvpn.network.routing.RouteSource source, SeedMetric metric, String policy) {
        return new Redistribution(source, source.isNumbered() ? OptionalLong.of(7) : OptionalLong.empty(), Optional.ofNullable(metric),
                OptionalInt.empty(), OptionalLong.empty(), Optional.ofNullable(policy), Origin.NONE);
    }

    private static ProcessOptions options(SeedMetric defaultMetric, AdministrativeDistance distance, Redistribution... redistributions) {
        return new ProcessOptions(List.of(redistributions), List.<PolicyUse>of(), Optional.ofNullable(defaultMetric),
                Optional.ofNullable(distance), OptionalInt.empty(), Origin.NONE);
    }

    private Node border(Redistribution... redistributions) {
        return border(options(null, null, redistributions));
    }

    private Node border(ProcessOptions options) {
        RoutePolicy policy = new RoutePolicy("SOME", List.of(
                new PolicyStatement(false, List.of(), OptionalLong.of(777), Optional.empty(), Optional.empty(), Optional.empty(),
                        List.of(), Origin.NONE),
                PolicyStatement.permitAll(List.of(new PolicyAction.SetTag(888, Origin.NONE)), Origin.NONE)), Origin.NONE);
        return lab.node("B", policy).link(wire, "GigabitEthernet1", "10.0.0.2/24", 10).lan("192.168.2.1/24").networks("10.0.0.0/8")
                .options(options);
    }

    private void run(Node border) {
        inside.start();
        border.start();
        lab.runTo(lab.clock.nowNanos() / 1_000_000_000 + 1);
    }

    /** Cisco, Redistributing Routing Protocols: a static route starts with the metric of its interface, as it is now. */
    @Test
    void theSeedMetricFollowsTheInterface() {
        Node border = border(of(dmvpn.network.routing.RouteSource.STATIC, null, null))
                .has(RouteSource.STATIC, LAN, "10.0.0.9", "GigabitEthernet1", 0, NO_TAG);
        run(border);
        long before = inside.route(LAN).orElseThrow().metric();
        border.port("GigabitEthernet1").setBandwidth(1000);
        lab.runTo(3);

        assertThat(before).isLessThan(256L * 10_000);
        assertThat(inside.route(LAN).orElseThrow().metric()).isGreaterThan(256L * 10_000);
    }

    private EigrpTlv.Route told(String prefix) {
        return wire.packets().stream().flatMap(packet -> packet.routes().stream())
                .filter(route -> route.destination().equals(IpPrefix.parse(prefix))).reduce((first, second) -> second).orElseThrow();
    }

    @Test
    @Shows("RFC7868/6.8-external")
    void aRouteOfAnotherProtocolIsExternalWithWhereItComesFrom() {
        run(border(of(dmvpn.network.routing.RouteSource.BGP, SEED, null)).has(RouteSource.BGP, LAN, "192.168.2.9", null, 20, OptionalLong.of(65_001)));

        assertThat(told(LAN).exterior()).contains(new ExteriorSection(Ipv4Address.parse("192.168.2.1"), 7, 65_001, 20,
                ExternalProtocol.BGP.number()));
        assertThat(inside.route(LAN)).hasValueSatisfying(route -> {
            assertThat(route.source()).isEqualTo(RouteSource.EIGRP_EXTERNAL);
            assertThat(route.distance()).isEqualTo(170);
            // 256 * (10,000,000 / 100,000 + 100 + 10 / 10)
            assertThat(route.metric()).isEqualTo(256L * (100 + 101));
            assertThat(route.tag()).hasValue(65_001);
        });
    }

    @Test
    void withoutAMetricRoutesOfOtherProtocolsAreNotAnnounced() {
        run(border(of(dmvpn.network.routing.RouteSource.BGP, null, null)).has(RouteSource.BGP, LAN, "192.168.2.9", null, 20, NO_TAG));

        assertThat(inside.route(LAN)).isEmpty();
    }

    @Test
    void theDefaultMetricIsTakenWhereTheRedistributionHasNone() {
        run(border(options(SEED, null, of(dmvpn.network.routing.RouteSource.BGP, null, null)))
                .has(RouteSource.BGP, LAN, "192.168.2.9", null, 20, NO_TAG));

        assertThat(inside.route(LAN)).hasValueSatisfying(route -> assertThat(route.metric()).isEqualTo(256L * (100 + 101)));
    }

    @Test
    void connectedAndStaticRoutesHaveTheMetricOfTheirInterface() {
        run(border(of(dmvpn.network.routing.RouteSource.CONNECTED, null, null), of(dmvpn.network.routing.RouteSource.STATIC, null, null))
                .has(RouteSource.CONNECTED, "192.168.2.0/24", null, "GigabitEthernet2", 0, NO_TAG)
                .has(RouteSource.STATIC, LAN, "192.168.2.9", null, 0, OptionalLong.of(12))
                .has(RouteSource.STATIC, "172.16.6.0/24", null, Route.NULL_INTERFACE, 0, NO_TAG));

        // 256 * (10,000,000 / 1,000,000 + (10 + 10) / 10)
        assertThat(inside.route("192.168.2.0/24")).hasValueSatisfying(route -> assertThat(route.metric()).isEqualTo(256L * 12));
        assertThat(inside.route(LAN)).hasValueSatisfying(route -> {
            assertThat(route.metric()).isEqualTo(256L * 12);
            assertThat(route.tag()).hasValue(12);
        });
        assertThat(inside.route("172.16.6.0/24")).isPresent();
        assertThat(inside.show("show ip eigrp topology")).contains("P 172.16.5.0/24, 1 successors, FD is 3072, tag is 12\n");
    }

    @Test
    void aPolicyDecidesWhatIsAnnouncedAndSetsTheTag() {
        run(border(of(dmvpn.network.routing.RouteSource.STATIC, null, "SOME"))
                .has(RouteSource.STATIC, LAN, "192.168.2.9", "GigabitEthernet2", 0, OptionalLong.of(777))
                .has(RouteSource.STATIC, "172.16.6.0/24", "192.168.2.9", "GigabitEthernet2", 0, NO_TAG));

        assertThat(inside.route(LAN)).isEmpty();
        assertThat(inside.route("172.16.6.0/24")).hasValueSatisfying(route -> assertThat(route.tag()).hasValue(888));
    }

    @Test
    void whatComesLaterIsToldAndWhatGoesIsWithdrawn() {
        Node border = border(of(dmvpn.network.routing.RouteSource.STATIC, null, null));
        run(border);
        assertThat(inside.route(LAN)).isEmpty();
        border.has(RouteSource.STATIC, LAN, "192.168.2.9", "GigabitEthernet2", 0, NO_TAG);
        lab.runTo(3);
        assertThat(inside.route(LAN)).isPresent();
        border.table().withdraw(IpPrefix.parse(LAN), RouteSource.STATIC);
        lab.runTo(5);
        assertThat(inside.route(LAN)).isEmpty();
        assertThat(told(LAN).metric().isUnreachable()).isTrue();
        assertThat(border.show("show ip eigrp topology")).doesNotContain("172.16.5.0");
    }

    @Test
    void aDefaultRouteIsRedistributedToo() {
        run(border(of(dmvpn.network.routing.RouteSource.STATIC, null, null))
                .has(RouteSource.STATIC, "0.0.0.0/0", "192.168.2.9", "GigabitEthernet2", 0, NO_TAG));

        assertThat(inside.route("0.0.0.0/0")).isPresent();
    }

    @Test
    void aRouteFromInsideIsUsedBeforeOneFromOutsideWhateverTheMetrics() {
        Node third = lab.node("C").link(wire, "GigabitEthernet1", "10.0.0.3/24", 10).link(null, "GigabitEthernet5", "172.16.5.1/24", 90_000);
        third.start();
        run(border(of(dmvpn.network.routing.RouteSource.STATIC, null, null))
                .has(RouteSource.STATIC, LAN, "192.168.2.9", "GigabitEthernet2", 0, NO_TAG));
        assertThat(inside.route(LAN)).hasValueSatisfying(route -> {
            assertThat(route.source()).isEqualTo(RouteSource.EIGRP);
            assertThat(route.metric()).isEqualTo(256L * (10 + 9001));
        });

        third.port("GigabitEthernet5").setUp(false);
        lab.runTo(4);
        assertThat(inside.route(LAN)).hasValueSatisfying(route -> {
            assertThat(route.source()).isEqualTo(RouteSource.EIGRP_EXTERNAL);
            assertThat(route.metric()).isEqualTo(256L * 12);
        });
        assertThat(inside.table().candidates(IpPrefix.parse(LAN))).hasSize(1);
    }

    /** Cisco IOS command reference, distance eigrp. */
    @Test
    void theProcessSaysItsDistances() {
        inside.options(options(null, new AdministrativeDistance(95, OptionalInt.of(180), Origin.NONE)));
        run(border(of(dmvpn.network.routing.RouteSource.STATIC, null, null)).networks("10.0.0.0/8", "192.168.2.0/24")
                .has(RouteSource.STATIC, LAN, "192.168.2.9", "GigabitEthernet2", 0, NO_TAG));

        assertThat(inside.route("192.168.2.0/24")).hasValueSatisfying(route -> assertThat(route.distance()).isEqualTo(95));
        assertThat(inside.route(LAN)).hasValueSatisfying(route -> assertThat(route.distance()).isEqualTo(180));
    }

    /** Cisco IOS command reference, eigrp stub: connected covers what is redistributed of them, and nothing else goes out. */
    @Test
    void aStubAnnouncesConnectedNetworksAloneOfWhatItRedistributes() {
        run(border(of(dmvpn.network.routing.RouteSource.CONNECTED, null, null), of(dmvpn.network.routing.RouteSource.STATIC, null, null))
                .stub(true, true).has(RouteSource.CONNECTED, "192.168.2.0/24", null, "GigabitEthernet2", 0, NO_TAG)
                .has(RouteSource.STATIC, LAN, "192.168.2.9", null, 0, NO_TAG));

        assertThat(inside.route("192.168.2.0/24")).isPresent();
        assertThat(inside.route(LAN)).isEmpty();
    }

    /** What a router brought in itself and hears from a neighbour that does not split horizons is no way there. */
    @Test
    void anOwnExternalRouteToldBackIsNotBelieved() {
        inside.settings("GigabitEthernet1", false, true);
        Node border = border(of(dmvpn.network.routing.RouteSource.STATIC, null, null))
                .has(RouteSource.STATIC, LAN, "192.168.2.9", "GigabitEthernet2", 0, NO_TAG);
        run(border);
        assertThat(border.show("show ip eigrp topology")).contains("""
                P 172.16.5.0/24, 1 successors, FD is 2816
                        via Rstatic (2816/0)
                """);
        border.table().withdraw(IpPrefix.parse(LAN), RouteSource.STATIC);
        lab.runTo(5);
        assertThat(border.route(LAN)).isEmpty();
        assertThat(inside.route(LAN)).isEmpty();
    }
}
