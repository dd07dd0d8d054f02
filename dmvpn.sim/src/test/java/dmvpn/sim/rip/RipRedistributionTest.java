package dmvpn.sim.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.PolicyStatement;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RipProcess;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.SeedMetric;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.rip.message.RipCommand;
import dmvpn.sim.rip.message.RipEntry;
import dmvpn.sim.rip.message.RipPacket;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RoutingTable;
import dmvpn.sim.routing.redistribution.PolicyFilter;
import dmvpn.sim.testing.FakeInterface;
import dmvpn.sim.testing.FakeRouter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Routes of other owners that RIP announces: Cisco, Redistributing Routing Protocols; RFC 2453 sections 4.2 and 4.4. */
class RipRedistributionTest {

    private static final Platform FRR = new Platform(Vendor.FRR, "8.4", Origin.NONE);
    private static final OptionalLong NO_TAG = OptionalLong.empty();

    private final FakeInterface port = new FakeInterface("Tunnel100", "10.0.0.1/24");
    private FakeRouter router = router(Platform.DEFAULT);
    private final RoutePolicy policy = new RoutePolicy("SOME", List.of(
            statement(false, OptionalLong.of(777)),
            statement(true, OptionalLong.of(7), new PolicyAction.SetMetric(9, Origin.NONE), new PolicyAction.SetTag(70, Origin.NONE)),
            statement(true, NO_TAG)), Origin.NONE);

    private FakeRouter router(Platform platform) {
        return new FakeRouter(new Device("H", "H", DeviceRole.ROUTER, platform, List.of(), List.of(), List.of(),
                CryptoConfiguration.NONE, RoutingConfiguration.NONE, List.of(), Origin.NONE)).with(port);
    }

    private static PolicyStatement statement(boolean permit, OptionalLong tag, PolicyAction... actions) {
        return new PolicyStatement(permit, List.of(), tag, Optional.empty(), Optional.empty(), Optional.empty(), List.of(actions),
                Origin.NONE);
    }

    private static Redistribution of(RouteSource source, Long metric, String policy) {
        return new Redistribution(source, OptionalLong.empty(),
                Optional.ofNullable(metric).map(value -> new SeedMetric.Simple(value, Origin.NONE)), OptionalInt.empty(),
                OptionalLong.empty(), Optional.ofNullable(policy), Origin.NONE);
    }

    private void start(Long defaultMetric, Redistribution... redistributions) {
        new RipProtocol(router, new RipProcess(Optional.empty(), List.of(IpPrefix.parse("10.0.0.0/8")), List.of(), Optional.empty(),
                Optional.empty(), new ProcessOptions(List.of(redistributions), List.of(),
                        Optional.ofNullable(defaultMetric).map(value -> new SeedMetric.Simple(value, Origin.NONE)),
                        Optional.empty(), OptionalInt.empty(), Origin.NONE), Origin.NONE), new PolicyFilter(List.of(policy))).start();
    }

    private RoutingTable table() {
        return router.routes(Optional.empty());
    }

    private void install(dmvpn.sim.routing.RouteSource source, String prefix, String nextHop, OptionalLong tag) {
        table().install(new Route(IpPrefix.parse(prefix), source, source.distance(), 0,
                Optional.ofNullable(nextHop).map(IpAddress::parse), Optional.of(nextHop == null ? "Ethernet9" : "Tunnel100"), tag, 0,
                Origin.NONE));
    }

    private void hear(RipEntry.Route entry) {
        router.ip().deliver(port, new IpPacket(IpAddress.parse("10.0.0.2"), RipPacket.ALL_ROUTERS, IpPacket.UDP, 1, 0, false, 0,
                new UdpDatagram(520, 520, new RipPacket(RipCommand.RESPONSE, List.of(entry)))));
    }

    /** What was told until then, such as {@code 172.16.1.0/24 1 tag 7}; own networks are left out. */
    private List<String> toldUntil(long millis) {
        port.sent().clear();
        router.scheduler().runUntilMillis(millis);
        return port.sent().stream().map(sent -> (RipPacket) ((UdpDatagram) sent.packet().content()).content())
                .flatMap(packet -> packet.routes().stream())
                .map(route -> route.destination() + " " + route.metric() + (route.tag() == 0 ? "" : " tag " + route.tag())
                        + (route.nextHop().isUnspecified() ? "" : " via " + route.nextHop())).toList();
    }

    @Test
    void connectedAndStaticRoutesNeedNoMetric() {
        install(dmvpn.sim.routing.RouteSource.CONNECTED, "172.16.1.0/24", null, NO_TAG);
        install(dmvpn.sim.routing.RouteSource.STATIC, "172.16.2.0/24", "10.9.9.9", NO_TAG);
        start(null, of(RouteSource.CONNECTED, null, null), of(RouteSource.STATIC, null, null));

        assertThat(toldUntil(0)).containsExactly("172.16.1.0/24 1", "172.16.2.0/24 1");
    }

    @Test
    void routesOfProtocolsWithoutAMetricAreInfinite() {
        install(dmvpn.sim.routing.RouteSource.BGP, "172.16.1.0/24", "10.9.9.9", NO_TAG);
        start(null, of(RouteSource.BGP, null, null));

        assertThat(toldUntil(0)).isEmpty();
    }

    /** FRRouting, RIP, default-metric: 1. */
    @Test
    void frrGivesEverythingAMetricOfOne() {
        router = router(FRR);
        install(dmvpn.sim.routing.RouteSource.BGP, "172.16.1.0/24", "10.9.9.9", NO_TAG);
        start(null, of(RouteSource.BGP, null, null));

        assertThat(toldUntil(0)).containsExactly("172.16.1.0/24 1");
    }

    @Test
    void theDefaultMetricIsForAllButConnectedNetworksAndTheRedistributionsOwnComesFirst() {
        install(dmvpn.sim.routing.RouteSource.CONNECTED, "172.16.1.0/24", null, NO_TAG);
        install(dmvpn.sim.routing.RouteSource.STATIC, "172.16.2.0/24", "10.9.9.9", NO_TAG);
        install(dmvpn.sim.routing.RouteSource.BGP, "172.16.3.0/24", "10.9.9.9", NO_TAG);
        start(5L, of(RouteSource.CONNECTED, null, null), of(RouteSource.STATIC, null, null), of(RouteSource.BGP, 3L, null));

        assertThat(toldUntil(0)).containsExactly("172.16.1.0/24 1", "172.16.2.0/24 5", "172.16.3.0/24 3");
    }

    @Test
    @Shows("RFC2453/4.2-tag")
    void aPolicyDecidesWhatIsToldAndHow() {
        install(dmvpn.sim.routing.RouteSource.STATIC, "172.16.1.0/24", "10.9.9.9", OptionalLong.of(7));
        install(dmvpn.sim.routing.RouteSource.STATIC, "172.16.2.0/24", "10.9.9.9", OptionalLong.of(777));
        install(dmvpn.sim.routing.RouteSource.STATIC, "172.16.3.0/24", "10.9.9.9", OptionalLong.of(8));
        start(null, of(RouteSource.STATIC, 4L, "SOME"));

        assertThat(toldUntil(0)).containsExactly("172.16.1.0/24 9 tag 70", "172.16.3.0/24 4 tag 8");
    }

    /** RFC 2453 section 4: the route tag has 16 bits. */
    @Test
    void aTagThatIsTooLongIsLeftOut() {
        install(dmvpn.sim.routing.RouteSource.STATIC, "172.16.1.0/24", "10.9.9.9", OptionalLong.of(65_535));
        install(dmvpn.sim.routing.RouteSource.STATIC, "172.16.2.0/24", "10.9.9.9", OptionalLong.of(65_536));
        start(null, of(RouteSource.STATIC, null, null));

        assertThat(toldUntil(0)).containsExactly("172.16.1.0/24 1 tag 65535", "172.16.2.0/24 1");
    }

    @Test
    void aRouteThatComesIsToldAndOneThatGoesIsUnreachable() {
        start(null, of(RouteSource.STATIC, null, null));
        assertThat(toldUntil(1_000)).isEmpty();
        install(dmvpn.sim.routing.RouteSource.STATIC, "172.16.1.0/24", "10.9.9.9", NO_TAG);
        assertThat(toldUntil(3_000)).containsExactly("172.16.1.0/24 1");
        install(dmvpn.sim.routing.RouteSource.STATIC, "172.16.1.0/24", "10.9.9.9", OptionalLong.of(3));
        assertThat(toldUntil(5_000)).containsExactly("172.16.1.0/24 1 tag 3");
        table().withdraw(IpPrefix.parse("172.16.1.0/24"), dmvpn.sim.routing.RouteSource.STATIC);
        assertThat(toldUntil(7_000)).containsExactly("172.16.1.0/24 16 tag 3");
    }

    /** RFC 2453 section 4.4. */
    @Test
    @Shows("RFC2453/4.4-next-hop")
    void aNextHopOnTheNetworkOfTheInterfaceIsTold() {
        install(dmvpn.sim.routing.RouteSource.STATIC, "172.16.1.0/24", "10.0.0.9", NO_TAG);
        start(null, of(RouteSource.STATIC, null, null));

        assertThat(toldUntil(0)).containsExactly("172.16.1.0/24 1 via 10.0.0.9");
    }

    @Test
    void aDefaultRouteIsRedistributedToo() {
        install(dmvpn.sim.routing.RouteSource.STATIC, "0.0.0.0/0", "10.9.9.9", NO_TAG);
        start(null, of(RouteSource.STATIC, null, null));

        assertThat(toldUntil(0)).containsExactly("0.0.0.0/0 1");
    }

    @Test
    @Shows("RFC2453/4.2-tag")
    void whatNeighborsSayComesBeforeRoutesOfAWorseDistanceAndAfterOthers() {
        install(dmvpn.sim.routing.RouteSource.STATIC, "172.16.1.0/24", "10.9.9.9", NO_TAG);
        // An internal route of BGP.
        table().install(new Route(IpPrefix.parse("172.16.3.0/24"), dmvpn.sim.routing.RouteSource.BGP, 200, 0,
                Optional.of(IpAddress.parse("10.9.9.9")), Optional.empty(), 0, Origin.NONE));
        start(null, of(RouteSource.STATIC, 2L, null), of(RouteSource.BGP, 2L, null));
        assertThat(toldUntil(1_000)).containsExactly("172.16.1.0/24 2", "172.16.3.0/24 2");
        hear(new RipEntry.Route(IpPrefix.parse("172.16.1.0/24"), 0, dmvpn.network.address.Ipv4Address.ANY, 1));
        hear(new RipEntry.Route(IpPrefix.parse("172.16.3.0/24"), 5, dmvpn.network.address.Ipv4Address.ANY, 1));

        assertThat(table().best(IpPrefix.parse("172.16.1.0/24"))).hasValueSatisfying(
                route -> assertThat(route.source()).isEqualTo(dmvpn.sim.routing.RouteSource.STATIC));
        assertThat(table().best(IpPrefix.parse("172.16.3.0/24"))).hasValueSatisfying(route -> {
            assertThat(route.source()).isEqualTo(dmvpn.sim.routing.RouteSource.RIP);
            assertThat(route.tag()).hasValue(5);
        });
    }
}
