package dmvpn.app.oracle;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.DefaultOrigination;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.SeedMetric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** OSPF's routes are those of FRRouting (its ospfd), before and after failures. */
@Execution(ExecutionMode.CONCURRENT)
class OspfOracleTest {

    /** FRRouting 8.4 translates with its default metric, whatever that of the type 7 advertisement is (not so RFC 3101). */
    private static final long FRR_METRIC = 20;

    private final Topology topology = new Topology();
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    /** A router with OSPF that is being described: short timers, so that FRRouting is done soon. */
    private final class Draft {
        private final TopologyRouter router;
        private final List<OspfInterface> interfaces = new ArrayList<>();
        private final List<OspfArea> areas = new ArrayList<>();
        private final List<Redistribution> redistributions = new ArrayList<>();
        private Optional<DefaultOrigination> defaultOrigination = Optional.empty();

        Draft(String name, String loopback) {
            router = topology.router(name);
            router.loopback(loopback + "/32");
        }

        Draft loopback(long area) {
            return ospf(TopologyRouter.LOOPBACK, area, OspfNetworkType.BROADCAST, 1, OptionalInt.empty(), false);
        }

        Draft port(String port, String wire, String address, OspfNetworkType type, long area, int cost) {
            router.port(port, wire, address);
            return ospf(port, area, type, 1, OptionalInt.of(cost), false);
        }

        Draft pointToPoint(String port, String wire, String address, long area, int cost) {
            return port(port, wire, address, OspfNetworkType.POINT_TO_POINT, area, cost);
        }

        Draft broadcast(String port, String wire, String address, int priority, int cost) {
            router.port(port, wire, address);
            return ospf(port, 0, OspfNetworkType.BROADCAST, priority, OptionalInt.of(cost), false);
        }

        /** A network with hosts alone. */
        Draft hosts(String port, String address, long area, int cost) {
            router.port(port, port + "-hosts-" + address, address);
            return ospf(port, area, OspfNetworkType.BROADCAST, 1, OptionalInt.of(cost), true);
        }

        private Draft ospf(String port, long area, OspfNetworkType type, int priority, OptionalInt cost, boolean passive) {
            interfaces.add(new OspfInterface(port, area, type, priority, cost, Duration.ofSeconds(1), Duration.ofSeconds(4),
                    passive, false, false, Origin.NONE));
            return this;
        }

        Draft area(long number, OspfAreaKind kind, String... ranges) {
            areas.add(new OspfArea(number, kind, Stream.of(ranges).map(IpPrefix::parse).toList(), Origin.NONE));
            return this;
        }

        Draft redistribute(RouteSource source, long metric, int type, OptionalLong tag) {
            redistributions.add(new Redistribution(source, OptionalLong.empty(),
                    Optional.of(new SeedMetric.Simple(metric, Origin.NONE)), OptionalInt.of(type), tag, Optional.empty(), Origin.NONE));
            return this;
        }

        Draft defaultRoute() {
            defaultOrigination = Optional.of(new DefaultOrigination(Origin.NONE));
            return this;
        }

        void done() {
            router.ospf(new OspfProcess(1, Optional.empty(), areas, interfaces, defaultOrigination, new ProcessOptions(
                    redistributions, List.of(), Optional.empty(), Optional.empty(), OptionalInt.empty(), Origin.NONE), Origin.NONE));
        }
    }

    private Draft router(String name, String loopback) {
        Draft draft = new Draft(name, loopback);
        drafts.put(name, draft);
        return draft;
    }

    private Lab start() {
        drafts.values().forEach(Draft::done);
        return Lab.start(topology);
    }

    private void agreeWithAndWithout(String router, String port) {
        try (Lab lab = start()) {
            lab.agree();
            lab.failPort(router, port);
            lab.agree();
            lab.restorePort(router, port);
            lab.agree();
        }
    }

    @Test
    void aTriangleOfPointToPointLinksTakesTheCheaperWayRound() {
        router("r1", "10.255.0.1").loopback(0).pointToPoint("eth0", "ab", "10.0.1.1/30", 0, 10)
                .pointToPoint("eth1", "ac", "10.0.2.1/30", 0, 50);
        router("r2", "10.255.0.2").loopback(0).pointToPoint("eth0", "ab", "10.0.1.2/30", 0, 10)
                .pointToPoint("eth1", "bc", "10.0.3.1/30", 0, 10).hosts("eth2", "192.168.2.1/24", 0, 7);
        router("r3", "10.255.0.3").loopback(0).pointToPoint("eth0", "ac", "10.0.2.2/30", 0, 50)
                .pointToPoint("eth1", "bc", "10.0.3.2/30", 0, 10).hosts("eth2", "192.168.3.1/24", 0, 5);

        agreeWithAndWithout("r1", "eth0");
    }

    @Test
    void onABroadcastNetworkTheNextHopIsTheRouterBehindIt() {
        for (int number = 1; number <= 4; number++) {
            router("r" + number, "10.255.0." + number).loopback(0)
                    .broadcast("eth0", "lan", "10.0.0." + number + "/24", number == 4 ? 0 : number, 10)
                    .hosts("eth1", "192.168." + number + ".1/24", 0, 3);
        }

        try (Lab lab = start()) {
            lab.agree();
            lab.failRouter("r3");
            lab.agree();
            lab.restoreRouter("r3");
            lab.agree();
        }
    }

    @Test
    void costsThatDifferByDirectionLeadDifferentWays() {
        router("r1", "10.255.0.1").loopback(0).pointToPoint("eth0", "ab", "10.0.1.1/30", 0, 1)
                .pointToPoint("eth1", "ac", "10.0.2.1/30", 0, 100);
        router("r2", "10.255.0.2").loopback(0).pointToPoint("eth0", "ab", "10.0.1.2/30", 0, 100)
                .pointToPoint("eth1", "bd", "10.0.3.1/30", 0, 1);
        router("r3", "10.255.0.3").loopback(0).pointToPoint("eth0", "ac", "10.0.2.2/30", 0, 1)
                .pointToPoint("eth1", "cd", "10.0.4.1/30", 0, 100);
        router("r4", "10.255.0.4").loopback(0).pointToPoint("eth0", "bd", "10.0.3.2/30", 0, 100)
                .pointToPoint("eth1", "cd", "10.0.4.2/30", 0, 1);

        agreeWithAndWithout("r4", "eth1");
    }

    @Test
    void equalWaysAreUsedTogether() {
        router("r1", "10.255.0.1").loopback(0).pointToPoint("eth0", "ab", "10.0.1.1/30", 0, 10)
                .pointToPoint("eth1", "ac", "10.0.2.1/30", 0, 10);
        router("r2", "10.255.0.2").loopback(0).pointToPoint("eth0", "ab", "10.0.1.2/30", 0, 10)
                .pointToPoint("eth1", "bd", "10.0.3.1/30", 0, 10);
        router("r3", "10.255.0.3").loopback(0).pointToPoint("eth0", "ac", "10.0.2.2/30", 0, 10)
                .pointToPoint("eth1", "cd", "10.0.4.1/30", 0, 10);
        router("r4", "10.255.0.4").loopback(0).pointToPoint("eth0", "bd", "10.0.3.2/30", 0, 10)
                .pointToPoint("eth1", "cd", "10.0.4.2/30", 0, 10).hosts("eth2", "192.168.4.1/24", 0, 1);

        agreeWithAndWithout("r2", "eth1");
    }

    @Test
    void onPointToMultipointTheHubIsTheNextHop() {
        router("hub", "10.255.0.1").loopback(0).port("eth0", "cloud", "10.0.0.1/24", OspfNetworkType.POINT_TO_MULTIPOINT, 0, 10);
        for (int number = 11; number <= 13; number++) {
            router("spoke" + number, "10.255.0." + number).loopback(0)
                    .port("eth0", "cloud", "10.0.0." + number + "/24", OspfNetworkType.POINT_TO_MULTIPOINT, 0, 10)
                    .hosts("eth1", "192.168." + number + ".1/24", 0, 1);
        }

        try (Lab lab = start()) {
            // FRRouting's zebra takes no route to a host whose next hop is that host, and has one to the own address.
            lab.ignore(prefix -> prefix.startsWith("10.0.0.") && prefix.endsWith("/32"));
            lab.agree();
            lab.failPort("spoke12", "eth0");
            lab.agree();
        }
    }

    /** r1 - area 0 - r2 - area 1 - r3, and a second border router r4 with a longer way. */
    private void twoBorderRouters(OspfAreaKind kind, String... ranges) {
        router("r1", "10.255.0.1").loopback(0).pointToPoint("eth0", "ab", "10.0.1.1/30", 0, 10)
                .pointToPoint("eth1", "ad", "10.0.4.1/30", 0, 20).hosts("eth2", "192.168.1.1/24", 0, 1);
        router("r2", "10.255.0.2").loopback(0).pointToPoint("eth0", "ab", "10.0.1.2/30", 0, 10)
                .pointToPoint("eth1", "bc", "10.1.1.1/30", 1, 10).area(1, kind, ranges);
        router("r3", "10.255.0.3").loopback(1).pointToPoint("eth0", "bc", "10.1.1.2/30", 1, 10)
                .pointToPoint("eth1", "cd", "10.1.2.1/30", 1, 20).hosts("eth2", "192.168.16.1/24", 1, 3)
                .hosts("eth3", "192.168.17.1/24", 1, 3).area(1, kind);
        router("r4", "10.255.0.4").loopback(0).pointToPoint("eth0", "cd", "10.1.2.2/30", 1, 20)
                .pointToPoint("eth1", "ad", "10.0.4.2/30", 0, 20).area(1, kind, ranges);
    }

    @Test
    void networksOfOtherAreasComeThroughTheNearestBorderRouter() {
        twoBorderRouters(OspfAreaKind.NORMAL);

        agreeWithAndWithout("r2", "eth1");
    }

    @Test
    void aRangeStandsForTheNetworksOfItsArea() {
        twoBorderRouters(OspfAreaKind.NORMAL, "192.168.16.0/20");

        agreeWithAndWithout("r1", "eth1");
    }

    @Test
    void aStubAreaHasADefaultInPlaceOfExternalRoutes() {
        twoBorderRouters(OspfAreaKind.STUB);
        drafts.get("r1").redistribute(RouteSource.STATIC, 50, 2, OptionalLong.empty()).router
                .route("172.16.0.0/16", null, null, 1, OptionalLong.empty());

        agreeWithAndWithout("r2", "eth1");
    }

    @Test
    void aTotallyStubbyAreaHasTheDefaultAlone() {
        twoBorderRouters(OspfAreaKind.TOTALLY_STUB);

        agreeWithAndWithout("r3", "eth0");
    }

    @Test
    void aNotSoStubbyAreaTellsRoutesOfItsOwnThroughItsTranslator() {
        twoBorderRouters(OspfAreaKind.NSSA);
        drafts.get("r3").redistribute(RouteSource.STATIC, FRR_METRIC, 2, OptionalLong.of(9)).router
                .route("172.17.0.0/16", null, null, 1, OptionalLong.empty());
        drafts.get("r1").redistribute(RouteSource.STATIC, 30, 1, OptionalLong.empty()).router
                .route("172.16.0.0/16", null, null, 1, OptionalLong.empty());

        try (Lab lab = start()) {
            lab.agree();
            // FRRouting keeps a forwarding address whose interface is down, so a router fails and not a port.
            lab.failRouter("r2");
            lab.agree();
            lab.restoreRouter("r2");
            lab.agree();
        }
    }

    @Test
    void aTotallyNotSoStubbyAreaHasADefaultOfItsBorderRouters() {
        twoBorderRouters(OspfAreaKind.TOTALLY_NSSA);
        drafts.get("r3").redistribute(RouteSource.STATIC, FRR_METRIC, 1, OptionalLong.empty()).router
                .route("172.17.0.0/16", null, null, 1, OptionalLong.empty());

        try (Lab lab = start()) {
            lab.agree();
            // FRRouting keeps a forwarding address whose interface is down, so a router fails and not a port.
            lab.failRouter("r2");
            lab.agree();
            lab.restoreRouter("r2");
            lab.agree();
        }
    }

    /** Two routers tell the same destination: of type 1 the sum counts, of type 2 the metric, then the way. */
    @Test
    void externalRoutesAreComparedByTypeThenMetricThenWay() {
        router("r1", "10.255.0.1").loopback(0).pointToPoint("eth0", "ab", "10.0.1.1/30", 0, 10)
                .pointToPoint("eth1", "ac", "10.0.2.1/30", 0, 20);
        Draft second = router("r2", "10.255.0.2").loopback(0).pointToPoint("eth0", "ab", "10.0.1.2/30", 0, 10)
                .redistribute(RouteSource.STATIC, 20, 2, OptionalLong.of(777));
        Draft third = router("r3", "10.255.0.3").loopback(0).pointToPoint("eth0", "ac", "10.0.2.2/30", 0, 20)
                .redistribute(RouteSource.STATIC, 20, 2, OptionalLong.empty())
                .redistribute(RouteSource.CONNECTED, 5, 1, OptionalLong.empty());
        second.router.route("172.16.0.0/16", null, null, 1, OptionalLong.empty());
        third.router.route("172.16.0.0/16", null, null, 1, OptionalLong.empty())
                .route("172.18.0.0/16", null, null, 1, OptionalLong.empty()).port("eth1", "unnamed", "172.19.1.1/24");

        agreeWithAndWithout("r2", "eth0");
    }

    @Test
    void aDefaultRouteIsToldWhenItIsConfigured() {
        router("r1", "10.255.0.1").loopback(0).pointToPoint("eth0", "ab", "10.0.1.1/30", 0, 10).defaultRoute();
        router("r2", "10.255.0.2").loopback(0).pointToPoint("eth0", "ab", "10.0.1.2/30", 0, 10)
                .pointToPoint("eth1", "bc", "10.0.2.1/30", 0, 10);
        router("r3", "10.255.0.3").loopback(0).pointToPoint("eth0", "bc", "10.0.2.2/30", 0, 10);

        agreeWithAndWithout("r2", "eth0");
    }

    /** A destination outside whose next hop is on a network with other OSPF routers: they go there directly. */
    @Test
    void theForwardingAddressSavesAHop() {
        router("r1", "10.255.0.1").loopback(0).broadcast("eth0", "lan", "10.0.0.1/24", 3, 10)
                .redistribute(RouteSource.STATIC, 20, 2, OptionalLong.empty()).router
                .route("172.16.0.0/16", "10.0.0.9");
        router("r2", "10.255.0.2").loopback(0).broadcast("eth0", "lan", "10.0.0.2/24", 2, 10)
                .pointToPoint("eth1", "bc", "10.0.2.1/30", 0, 10);
        router("r3", "10.255.0.3").loopback(0).pointToPoint("eth0", "bc", "10.0.2.2/30", 0, 10);

        agreeWithAndWithout("r2", "eth1");
    }
}
