package dmvpn.app.oracle;

import dmvpn.app.oracle.OspfTopology.Draft;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.RouteSource;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Routes of OSPF version 3 are those of FRRouting (its ospf6d), before and after failures, link-local next hops included. */
@Execution(ExecutionMode.CONCURRENT)
class Ospfv3OracleTest {

    private final OspfTopology topology = new OspfTopology();

    private Draft router(int number) {
        return topology.router("r" + number, "2001:db8:ff::" + number);
    }

    @Test
    void aTriangleOfPointToPointLinksTakesTheCheaperWayRound() {
        router(1).loopback(0).pointToPoint("eth0", "ab", "2001:db8:1::1/64", 0, 10)
                .pointToPoint("eth1", "ac", "2001:db8:2::1/64", 0, 50);
        router(2).loopback(0).pointToPoint("eth0", "ab", "2001:db8:1::2/64", 0, 10)
                .pointToPoint("eth1", "bc", "2001:db8:3::1/64", 0, 10).hosts("eth2", "2001:db8:a2::1/64", 0, 7);
        router(3).loopback(0).pointToPoint("eth0", "ac", "2001:db8:2::2/64", 0, 50)
                .pointToPoint("eth1", "bc", "2001:db8:3::2/64", 0, 10).hosts("eth2", "2001:db8:a3::1/64", 0, 5);

        topology.agreeWithAndWithout("r1", "eth0");
    }

    @Test
    void onABroadcastNetworkTheNextHopIsTheRouterBehindIt() {
        for (int number = 1; number <= 4; number++) {
            router(number).loopback(0).broadcast("eth0", "lan", "2001:db8::" + number + "/64", number == 4 ? 0 : number, 10)
                    .hosts("eth1", "2001:db8:a" + number + "::1/64", 0, 3);
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
    void equalWaysAreUsedTogether() {
        router(1).loopback(0).pointToPoint("eth0", "ab", "2001:db8:1::1/64", 0, 10)
                .pointToPoint("eth1", "ac", "2001:db8:2::1/64", 0, 10);
        router(2).loopback(0).pointToPoint("eth0", "ab", "2001:db8:1::2/64", 0, 10)
                .pointToPoint("eth1", "bd", "2001:db8:3::1/64", 0, 10);
        router(3).loopback(0).pointToPoint("eth0", "ac", "2001:db8:2::2/64", 0, 10)
                .pointToPoint("eth1", "cd", "2001:db8:4::1/64", 0, 10);
        router(4).loopback(0).pointToPoint("eth0", "bd", "2001:db8:3::2/64", 0, 10)
                .pointToPoint("eth1", "cd", "2001:db8:4::2/64", 0, 10).hosts("eth2", "2001:db8:a4::1/64", 0, 1);

        topology.agreeWithAndWithout("r2", "eth1");
    }

    /**
     * Area 0 is r1, r2 and r4 in a triangle, area 1 r2 and r3 with r5 beside them. One border router: those of FRRouting 8.4 look at
     * what is told in all areas, not in the backbone alone as RFC 2328 section 16.2 demands, and so hear their own routes from
     * each other.
     */
    private void twoAreas(OspfAreaKind kind, String... ranges) {
        router(1).loopback(0).pointToPoint("eth0", "ab", "2001:db8:1::1/64", 0, 10)
                .pointToPoint("eth1", "ad", "2001:db8:4::1/64", 0, 25).hosts("eth2", "2001:db8:a1::1/64", 0, 1);
        router(2).loopback(0).pointToPoint("eth0", "ab", "2001:db8:1::2/64", 0, 10)
                .pointToPoint("eth1", "bd", "2001:db8:5::1/64", 0, 25).pointToPoint("eth2", "bc", "2001:db8:11::1/64", 1, 10)
                .pointToPoint("eth3", "be", "2001:db8:12::1/64", 1, 22).area(1, kind, ranges);
        router(3).loopback(1).pointToPoint("eth0", "bc", "2001:db8:11::2/64", 1, 10)
                .pointToPoint("eth1", "ce", "2001:db8:13::1/64", 1, 22).hosts("eth2", "2001:db8:a3:1::1/64", 1, 3)
                .hosts("eth3", "2001:db8:a3:2::1/64", 1, 3).area(1, kind);
        router(4).loopback(0).pointToPoint("eth0", "ad", "2001:db8:4::2/64", 0, 25)
                .pointToPoint("eth1", "bd", "2001:db8:5::2/64", 0, 25);
        router(5).loopback(1).pointToPoint("eth0", "be", "2001:db8:12::2/64", 1, 22)
                .pointToPoint("eth1", "ce", "2001:db8:13::2/64", 1, 22).area(1, kind);
    }

    @Test
    void networksOfOtherAreasComeThroughTheBorderRouter() {
        twoAreas(OspfAreaKind.NORMAL);

        topology.agreeWithAndWithout("r2", "eth0");
    }

    @Test
    void aRangeStandsForTheNetworksOfItsArea() {
        twoAreas(OspfAreaKind.NORMAL, "2001:db8:a3::/48");

        topology.agreeWithAndWithout("r2", "eth2");
    }

    @Test
    void aStubAreaHasADefaultInPlaceOfExternalRoutes() {
        twoAreas(OspfAreaKind.STUB);
        topology.router("r1").redistribute(RouteSource.STATIC, 50, 2, OptionalLong.empty()).router
                .route("2001:db8:e::/48", null, null, 1, OptionalLong.empty());

        topology.agreeWithAndWithout("r2", "eth2");
    }

    @Test
    void aTotallyStubbyAreaHasTheDefaultAlone() {
        twoAreas(OspfAreaKind.TOTALLY_STUB);

        topology.agreeWithAndWithout("r2", "eth2");
    }

    @Test
    void externalRoutesAreComparedByTypeThenMetricThenWay() {
        router(1).loopback(0).pointToPoint("eth0", "ab", "2001:db8:1::1/64", 0, 10)
                .pointToPoint("eth1", "ac", "2001:db8:2::1/64", 0, 20);
        Draft second = router(2).loopback(0).pointToPoint("eth0", "ab", "2001:db8:1::2/64", 0, 10)
                .redistribute(RouteSource.STATIC, 20, 2, OptionalLong.of(777));
        Draft third = router(3).loopback(0).pointToPoint("eth0", "ac", "2001:db8:2::2/64", 0, 20)
                .redistribute(RouteSource.STATIC, 20, 2, OptionalLong.empty())
                .redistribute(RouteSource.CONNECTED, 5, 1, OptionalLong.empty());
        second.router.route("2001:db8:e::/48", null, null, 1, OptionalLong.empty());
        third.router.route("2001:db8:e::/48", null, null, 1, OptionalLong.empty())
                .route("2001:db8:e1::/48", null, null, 1, OptionalLong.empty()).port("eth1", "unnamed", "2001:db8:e2::1/64");

        topology.agreeWithAndWithout("r2", "eth0");
    }

    @Test
    void aDefaultRouteIsToldWhenItIsConfigured() {
        router(1).loopback(0).pointToPoint("eth0", "ab", "2001:db8:1::1/64", 0, 10).defaultRoute();
        router(2).loopback(0).pointToPoint("eth0", "ab", "2001:db8:1::2/64", 0, 10)
                .pointToPoint("eth1", "bc", "2001:db8:2::1/64", 0, 10);
        router(3).loopback(0).pointToPoint("eth0", "bc", "2001:db8:2::2/64", 0, 10);

        topology.agreeWithAndWithout("r2", "eth0");
    }
}
