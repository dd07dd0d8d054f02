package dmvpn.app.oracle;

import dmvpn.app.oracle.OspfTopology.Draft;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.RouteSource;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** OSPF's routes are those of FRRouting (its ospfd), before and after failures. */
@Execution(ExecutionMode.CONCURRENT)
class OspfOracleTest {

    /** FRRouting 8.4 translates with its default metric, whatever that of the type 7 advertisement is (not so RFC 3101). */
    private static final long FRR_METRIC = 20;

    private final OspfTopology topology = new OspfTopology();

    private Draft router(String name, String loopback) {
        return topology.router(name, loopback);
    }

    @Test
    void aTriangleOfPointToPointLinksTakesTheCheaperWayRound() {
        router("r1", "10.255.0.1").loopback(0).pointToPoint("eth0", "ab", "10.0.1.1/30", 0, 10)
                .pointToPoint("eth1", "ac", "10.0.2.1/30", 0, 50);
        router("r2", "10.255.0.2").loopback(0).pointToPoint("eth0", "ab", "10.0.1.2/30", 0, 10)
                .pointToPoint("eth1", "bc", "10.0.3.1/30", 0, 10).hosts("eth2", "192.168.2.1/24", 0, 7);
        router("r3", "10.255.0.3").loopback(0).pointToPoint("eth0", "ac", "10.0.2.2/30", 0, 50)
                .pointToPoint("eth1", "bc", "10.0.3.2/30", 0, 10).hosts("eth2", "192.168.3.1/24", 0, 5);

        topology.agreeWithAndWithout("r1", "eth0");
    }

    @Test
    void onABroadcastNetworkTheNextHopIsTheRouterBehindIt() {
        for (int number = 1; number <= 4; number++) {
            router("r" + number, "10.255.0." + number).loopback(0)
                    .broadcast("eth0", "lan", "10.0.0." + number + "/24", number == 4 ? 0 : number, 10)
                    .hosts("eth1", "192.168." + number + ".1/24", 0, 3);
        }

        try (Lab lab = topology.start()) {
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

        topology.agreeWithAndWithout("r4", "eth1");
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

        topology.agreeWithAndWithout("r2", "eth1");
    }

    /** The hub starts last: who does not hear its first hellos would be polled two minutes later. */
    @Test
    void onANonBroadcastNetworkTheHubNamesItsNeighbors() {
        for (int number = 11; number <= 13; number++) {
            router("spoke" + number, "10.255.0." + number).loopback(0)
                    .nonBroadcast("eth0", "cloud", "10.0.0." + number + "/24", 0, 10)
                    .hosts("eth1", "192.168." + number + ".1/24", 0, 1);
        }
        router("hub", "10.255.0.1").loopback(0).nonBroadcast("eth0", "cloud", "10.0.0.1/24", 255, 10)
                .neighbor("eth0", "10.0.0.11", 0).neighbor("eth0", "10.0.0.12", 0).neighbor("eth0", "10.0.0.13", 0);

        try (Lab lab = topology.start()) {
            lab.agree();
            lab.failPort("spoke12", "eth0");
            lab.agree();
        }
    }

    @Test
    void onPointToMultipointTheHubIsTheNextHop() {
        router("hub", "10.255.0.1").loopback(0).port("eth0", "cloud", "10.0.0.1/24", OspfNetworkType.POINT_TO_MULTIPOINT, 0, 10);
        for (int number = 11; number <= 13; number++) {
            router("spoke" + number, "10.255.0." + number).loopback(0)
                    .port("eth0", "cloud", "10.0.0." + number + "/24", OspfNetworkType.POINT_TO_MULTIPOINT, 0, 10)
                    .hosts("eth1", "192.168." + number + ".1/24", 0, 1);
        }

        try (Lab lab = topology.start()) {
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

        topology.agreeWithAndWithout("r2", "eth1");
    }

    @Test
    void aRangeStandsForTheNetworksOfItsArea() {
        twoBorderRouters(OspfAreaKind.NORMAL, "192.168.16.0/20");

        topology.agreeWithAndWithout("r1", "eth1");
    }

    @Test
    void aStubAreaHasADefaultInPlaceOfExternalRoutes() {
        twoBorderRouters(OspfAreaKind.STUB);
        topology.router("r1").redistribute(RouteSource.STATIC, 50, 2, OptionalLong.empty()).router
                .route("172.16.0.0/16", null, null, 1, OptionalLong.empty());

        topology.agreeWithAndWithout("r2", "eth1");
    }

    @Test
    void aTotallyStubbyAreaHasTheDefaultAlone() {
        twoBorderRouters(OspfAreaKind.TOTALLY_STUB);

        topology.agreeWithAndWithout("r3", "eth0");
    }

    @Test
    void aNotSoStubbyAreaTellsRoutesOfItsOwnThroughItsTranslator() {
        twoBorderRouters(OspfAreaKind.NSSA);
        topology.router("r3").redistribute(RouteSource.STATIC, FRR_METRIC, 2, OptionalLong.of(9)).router
                .route("172.17.0.0/16", null, null, 1, OptionalLong.empty());
        topology.router("r1").redistribute(RouteSource.STATIC, 30, 1, OptionalLong.empty()).router
                .route("172.16.0.0/16", null, null, 1, OptionalLong.empty());

        try (Lab lab = topology.start()) {
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
        topology.router("r3").redistribute(RouteSource.STATIC, FRR_METRIC, 1, OptionalLong.empty()).router
                .route("172.17.0.0/16", null, null, 1, OptionalLong.empty());

        try (Lab lab = topology.start()) {
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

        topology.agreeWithAndWithout("r2", "eth0");
    }

    @Test
    void aDefaultRouteIsToldWhenItIsConfigured() {
        router("r1", "10.255.0.1").loopback(0).pointToPoint("eth0", "ab", "10.0.1.1/30", 0, 10).defaultRoute();
        router("r2", "10.255.0.2").loopback(0).pointToPoint("eth0", "ab", "10.0.1.2/30", 0, 10)
                .pointToPoint("eth1", "bc", "10.0.2.1/30", 0, 10);
        router("r3", "10.255.0.3").loopback(0).pointToPoint("eth0", "bc", "10.0.2.2/30", 0, 10);

        topology.agreeWithAndWithout("r2", "eth0");
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

        topology.agreeWithAndWithout("r2", "eth1");
    }
}
