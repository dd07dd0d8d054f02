package dmvpn.sim.bgp;

import static dmvpn.sim.bgp.BgpLab.as;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.routing.RouteSource;
import dmvpn.sim.fidelity.Shows;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is announced to whom, with which next hop and path: RFC 4271 sections 5 and 9, RFC 4456. */
class AnnouncementTest {

    private final BgpLab lab = new BgpLab();

    /** A hub and two spokes on one network, as on a tunnel. */
    private void cloud(long hub, long first, long second, Peering toFirst, Peering toSecond,
            Peering fromFirst, Peering fromSecond) {
        lab.router("H").on("A", "10.0.0.1/24").lan("192.168.1.1/24").bgp(hub).network("192.168.1.0/24")
                .neighbor("10.0.0.11", toFirst.passive()).neighbor("10.0.0.12", toSecond.passive());
        lab.router("S1").on("A", "10.0.0.11/24").lan("192.168.11.1/24").bgp(first).network("192.168.11.0/24")
                .neighbor("10.0.0.1", fromFirst);
        lab.router("S2").on("A", "10.0.0.12/24").lan("192.168.12.1/24").bgp(second).network("192.168.12.0/24")
                .neighbor("10.0.0.1", fromSecond);
    }

    /** RFC 4271 section 5.1.3: the next hop stays when it is on the network that both are on. */
    @Test
    @Shows("RFC4271/5.1.3-third")
    void anExternalNextHopOnTheSharedNetworkStays() {
        cloud(65000, 65001, 65002, as(65001), as(65002), as(65000), as(65000));
        lab.runTo(40);

        assertThat(lab.seen().best("S1")).containsExactly("192.168.1.0/24 via 10.0.0.1 [65000]", "192.168.11.0/24 via 0.0.0.0 []",
                "192.168.12.0/24 via 10.0.0.12 [65000 65002]");
    }

    @Test
    void withNextHopSelfTheHubIsTheNextHop() {
        cloud(65000, 65001, 65002, as(65001).nextHopSelf(NextHopSelf.ON), as(65002).nextHopSelf(NextHopSelf.ON), as(65000), as(65000));
        lab.runTo(40);

        assertThat(lab.seen().best("S1")).contains("192.168.12.0/24 via 10.0.0.1 [65000 65002]");
    }

    /** RFC 4271 section 9.1.2: a path with the own autonomous system in it is a loop. */
    @Test
    @Shows("RFC4271/9.1.2-loop")
    void spokesOfOneAutonomousSystemDoNotTakeEachOthersRoutes() {
        cloud(65000, 65001, 65001, as(65001), as(65001), as(65000), as(65000));
        lab.runTo(40);

        assertThat(lab.seen().best("S1")).containsExactly("192.168.1.0/24 via 10.0.0.1 [65000]", "192.168.11.0/24 via 0.0.0.0 []");
        assertThat(lab.seen().events("S1", "route denied")).anyMatch(text -> text.endsWith("the AS path contains the own autonomous system"));
    }

    @Test
    void withAllowAsInTheyDo() {
        cloud(65000, 65001, 65001, as(65001), as(65001), as(65000).allowOwn(), as(65000).allowOwn());
        lab.runTo(40);

        assertThat(lab.seen().best("S1")).contains("192.168.12.0/24 via 10.0.0.12 [65000 65001]");
    }

    @Test
    void withAsOverrideTheHubsNumberTakesThePlaceOfTheirs() {
        cloud(65000, 65001, 65001, as(65001).override(), as(65001).override(), as(65000), as(65000));
        lab.runTo(40);

        assertThat(lab.seen().best("S1")).contains("192.168.12.0/24 via 10.0.0.12 [65000 65000]");
    }

    @Test
    void withRemovePrivateAsTheNumberOfTheSpokeIsLeftOut() {
        cloud(65000, 65001, 65001, as(65001).removePrivate(), as(65001).removePrivate(), as(65000), as(65000));
        lab.runTo(40);

        assertThat(lab.seen().best("S1")).contains("192.168.12.0/24 via 10.0.0.12 [65000]");
    }

    /** RFC 4271 section 9.2: routes from inside are not passed on inside. */
    @Test
    @Shows("RFC4271/9.2-inside")
    void withoutReflectionRoutesStopAtTheHub() {
        cloud(65000, 65000, 65000, as(65000), as(65000), as(65000), as(65000));
        lab.runTo(1);

        assertThat(lab.seen().best("S1")).containsExactly("192.168.1.0/24 via 10.0.0.1 []", "192.168.11.0/24 via 0.0.0.0 []");
    }

    /** RFC 4456 sections 8 and 10: originator, cluster, and the next hop as it is. */
    @Test
    @Shows({"RFC4271/5.1.3-inside", "RFC4456/6-reflect", "RFC4456/8-originator", "RFC4456/10-next-hop"})
    void aReflectorKeepsNextHopsAndSaysWhereRoutesAreFrom() {
        cloud(65000, 65000, 65000, as(65000).client(), as(65000).client(), as(65000), as(65000));
        lab.runTo(1);

        assertThat(lab.seen().paths("S1", "192.168.12.0/24")).singleElement().satisfies(path -> assertThat(path)
                .containsEntry("nextHop", "10.0.0.12").containsEntry("neighbor", "10.0.0.1")
                .containsEntry("originator", "192.168.12.1").containsEntry("clusters", "192.168.1.1"));
        assertThat(lab.seen().paths("S1", "192.168.1.0/24")).as("the hub's own route is not reflected").singleElement()
                .satisfies(path -> assertThat(path).containsEntry("originator", "").containsEntry("clusters", ""));
        assertThat(lab.seen().routes("S1")).contains("192.168.12.0/24 200 0 10.0.0.12");
    }

    /** Plain next-hop-self does not touch reflected routes (Cisco; ipSpace.net, Changes in IBGP Next Hop Processing). */
    @Test
    void nextHopSelfIsNotForReflectedRoutes() {
        cloud(65000, 65000, 65000, as(65000).client().nextHopSelf(NextHopSelf.ON), as(65000).client().nextHopSelf(NextHopSelf.ON),
                as(65000), as(65000));
        lab.runTo(1);

        assertThat(lab.seen().best("S1")).contains("192.168.12.0/24 via 10.0.0.12 []");
    }

    @Test
    void nextHopSelfAllIs() {
        cloud(65000, 65000, 65000, as(65000).client().nextHopSelf(NextHopSelf.ALL), as(65000).client().nextHopSelf(NextHopSelf.ALL),
                as(65000), as(65000));
        lab.runTo(1);

        assertThat(lab.seen().best("S1")).contains("192.168.12.0/24 via 10.0.0.1 []");
    }

    /** RFC 4271 section 9.2.1.1: 30 s between two announcements outside on IOS; withdrawals do not wait. */
    @Test
    @Shows("RFC4271/9.2.1.1-interval")
    void announcementsOutsideAreHalfAMinuteApart() {
        cloud(65000, 65001, 65002, as(65001), as(65002), as(65000), as(65000));
        lab.failInterface(100, "S2", "lan0").restoreInterface(101, "S2", "lan0")
                .failInterface(102, "S2", "lan0").restoreInterface(103, "S2", "lan0");
        lab.runTo(150);

        // Back at 101: the last announcements were long ago. At 102 it is withdrawn at once; at 103 both S2 and the hub wait.
        assertThat(lab.seen().events("S1", "no path")).containsExactly("100.020 the last path is gone", "102.020 the last path is gone");
        assertThat(lab.seen().events("S1", "best path").stream().filter(text -> text.startsWith("1")).toList())
                .containsExactly("101.020 the only path", "131.020 the only path");
    }

    @Test
    void announcementsInsideDoNotWait() {
        cloud(65000, 65000, 65000, as(65000).client(), as(65000).client(), as(65000), as(65000));
        lab.failInterface(102, "S2", "lan0").restoreInterface(103, "S2", "lan0");
        lab.runTo(150);

        assertThat(lab.seen().events("S1", "best path").stream().filter(text -> text.startsWith("1")).toList())
                .containsExactly("103.020 the only path");
    }

    /** RFC 4271 section 4.3: one message for all routes with the same attributes. */
    @Test
    @Shows("RFC4271/4.3-share")
    void routesThatAreAlikeShareAMessage() {
        BgpLab.Node many = lab.router("R1").on("A", "10.0.0.1/24").bgp(65001).neighbor("10.0.0.2", as(65002));
        for (int index = 0; index < 100; index++) {
            many.loopback("172.16." + index + ".1/24").network("172.16." + index + ".0/24");
        }
        lab.router("R2").on("A", "10.0.0.2/24").bgp(65002).neighbor("10.0.0.1", as(65001).passive());
        lab.runTo(1);

        assertThat(lab.seen().events("R1", "Update sent")).hasSize(1);
        assertThat(lab.seen().routes("R2")).hasSize(100);
    }

    /** RFC 4271 section 4.1: a message has at most 4096 bytes. */
    @Test
    @Shows("RFC4271/4.1-length")
    void aMessageIsNotLongerThanAllowed() {
        BgpLab.Node many = lab.router("R1").on("A", "10.0.0.1/24").bgp(65001).neighbor("10.0.0.2", as(65002));
        for (int index = 0; index < 1200; index++) {
            many.loopback("172." + (16 + index / 250) + "." + index % 250 + ".1/32")
                    .network("172." + (16 + index / 250) + "." + index % 250 + ".1/32");
        }
        lab.router("R2").on("A", "10.0.0.2/24").bgp(65002).neighbor("10.0.0.1", as(65001).passive());
        lab.runTo(1);

        assertThat(lab.seen().events("R1", "Update sent")).hasSize(2);
        assertThat(lab.seen().routes("R2")).hasSize(1200);
    }

    /** RFC 1997 is about communities, this about none: {@code default-originate} needs no default route. */
    @Test
    void aDefaultRouteIsOriginatedForANeighbor() {
        lab.router("H").on("A", "10.0.0.1/24").bgp(65000).neighbor("10.0.0.11", as(65001).defaultRoute());
        lab.router("S1").on("A", "10.0.0.11/24").bgp(65001).neighbor("10.0.0.1", as(65000));
        lab.runTo(1);

        assertThat(lab.seen().best("S1")).containsExactly("0.0.0.0/0 via 10.0.0.1 [65000]");
        assertThat(lab.seen().show("S1", "show ip route")).contains("B*    0.0.0.0/0 [20/0] via 10.0.0.1");
    }

    @Test
    void redistributedRoutesAreIncomplete() {
        lab.router("R1").on("A", "10.0.0.1/24").lan("192.168.1.1/24").route("172.16.0.0/16", "192.168.1.2").bgp(65001)
                .redistribute(RouteSource.STATIC, Optional.empty()).neighbor("10.0.0.2", as(65002));
        lab.router("R2").on("A", "10.0.0.2/24").bgp(65002).neighbor("10.0.0.1", as(65001));
        lab.runTo(1);

        assertThat(lab.seen().paths("R2", "172.16.0.0/16")).singleElement().satisfies(path -> {
            assertThat(path).containsEntry("origin", "incomplete");
            assertThat(path).containsEntry("nextHop", "10.0.0.1");
        });
        assertThat(lab.seen().paths("R1", "172.16.0.0/16")).singleElement()
                .satisfies(path -> assertThat(path).containsEntry("nextHop", "192.168.1.2").containsEntry("weight", "32768"));
    }

    /** Cisco IOS IP Routing: BGP Command Reference, {@code default-information originate}: redistribution alone announces none. */
    @Test
    void aDefaultRouteIsNotPassedOn() {
        lab.router("R1").on("A", "10.0.0.1/24").lan("192.168.1.1/24").route("0.0.0.0/0", "192.168.1.2")
                .route("172.16.0.0/16", "192.168.1.2").bgp(65001)
                .redistribute(RouteSource.STATIC, Optional.empty()).neighbor("10.0.0.2", as(65002));
        lab.router("R2").on("A", "10.0.0.2/24").bgp(65002).neighbor("10.0.0.1", as(65001));
        lab.runTo(1);

        assertThat(lab.seen().best("R2")).containsExactly("172.16.0.0/16 via 10.0.0.1 [65001]");
    }

    /** A route that another one was in front of is redistributed as soon as that one is gone. */
    @Test
    void aRouteThatStandsInIsAnnouncedInPlaceOfTheOneThatIsGone() {
        lab.router("R1").on("A", "10.0.1.1/24").loopback("172.16.0.1/16").bgp(65001).network("172.16.0.0/16")
                .neighbor("10.0.1.2", as(65002));
        lab.router("R2").on("A", "10.0.1.2/24").on("B", "10.0.2.2/24").lan("192.168.2.1/24")
                .route("172.16.0.0/16", "192.168.2.9", 210).bgp(65002).redistribute(RouteSource.STATIC, Optional.empty())
                .neighbor("10.0.1.1", as(65001)).neighbor("10.0.2.3", as(65003));
        lab.router("R3").on("B", "10.0.2.3/24").bgp(65003).neighbor("10.0.2.2", as(65002));
        lab.failInterface(1, "R2", "lan0").restoreInterface(35, "R2", "lan0").failInterface(50, "R1", "Loopback0");
        lab.runTo(40);
        assertThat(lab.seen().best("R3")).containsExactly("172.16.0.0/16 via 10.0.2.2 [65002 65001]");

        lab.runTo(90);
        assertThat(lab.seen().best("R2")).containsExactly("172.16.0.0/16 via 192.168.2.9 []");
        assertThat(lab.seen().best("R3")).containsExactly("172.16.0.0/16 via 10.0.2.2 [65002]");
    }

    /** Cisco IOS IP Routing: BGP Command Reference, {@code bgp redistribute-internal}: an IGP does not get internal routes. */
    @Test
    void internalRoutesAreNotPassedOnByIos() {
        assertThat(receivedByOspf(Platform.DEFAULT, 65000)).isEmpty();
        assertThat(receivedByOspf(Platform.DEFAULT, 65001)).containsExactly("172.16.0.0/16");
    }

    /** zebra of FRRouting knows one kind of routes of BGP. */
    @Test
    void internalRoutesArePassedOnByFrr() {
        assertThat(receivedByOspf(new Platform(Vendor.FRR, "", Origin.NONE), 65000)).containsExactly("172.16.0.0/16");
    }

    /** What R3 gets from OSPF of a router that has a route from a neighbour in that autonomous system. */
    private static List<String> receivedByOspf(Platform platform, long neighbor) {
        BgpLab lab = new BgpLab();
        lab.router("R1").on("A", "10.0.1.1/24").loopback("172.16.0.1/16").bgp(neighbor).network("172.16.0.0/16")
                .neighbor("10.0.1.2", as(65000));
        lab.router("R2").platform(platform).on("A", "10.0.1.2/24").on("B", "10.0.2.2/24").bgp(65000)
                .neighbor("10.0.1.1", as(neighbor)).ospf("eth1", Optional.of(RouteSource.BGP));
        lab.router("R3").on("B", "10.0.2.3/24").ospf("eth0", Optional.empty());
        return lab.runTo(100).seen().rows("R3", "Routes", "source", "prefix").stream()
                .filter(row -> row.startsWith("OSPF_EXTERNAL")).map(row -> row.substring(row.indexOf(' ') + 1)).toList();
    }

    /** A network statement is about the very prefix in the routing table. */
    @Test
    void aNetworkIsAnnouncedWhileTheRoutingTableHasIt() {
        lab.router("R1").on("A", "10.0.0.1/24").lan("192.168.1.1/24").bgp(65001)
                .network("192.168.1.0/24", "192.168.0.0/16", "192.168.1.0/25").neighbor("10.0.0.2", as(65002));
        lab.router("R2").on("A", "10.0.0.2/24").bgp(65002).neighbor("10.0.0.1", as(65001));
        lab.failInterface(10, "R1", "lan0");
        lab.runTo(1);
        assertThat(lab.seen().best("R2")).containsExactly("192.168.1.0/24 via 10.0.0.1 [65001]");

        lab.runTo(11);
        assertThat(lab.seen().best("R2")).isEmpty();
        assertThat(lab.seen().routes("R2")).isEmpty();
    }

    /** RFC 4271 section 9.2.2.2: an aggregate is there with what is inside it, and drops what nothing inside leads to. */
    @Test
    @Shows("RFC4271/9.2.2.2-aggregate")
    void anAggregateStandsForWhatIsInsideIt() {
        lab.router("R1").on("A", "10.0.0.1/24").lan("192.168.1.1/24").lan("192.168.2.1/24").bgp(65001)
                .network("192.168.1.0/24", "192.168.2.0/24").aggregate("192.168.0.0/16", true).neighbor("10.0.0.2", as(65002));
        lab.router("R2").on("A", "10.0.0.2/24").bgp(65002).neighbor("10.0.0.1", as(65001));
        lab.failInterface(10, "R1", "lan0").failInterface(20, "R1", "lan1");
        lab.runTo(1);
        assertThat(lab.seen().best("R2")).containsExactly("192.168.0.0/16 via 10.0.0.1 [65001]");
        assertThat(lab.seen().routes("R1")).containsExactly("192.168.0.0/16 200 0  Null0");
        assertThat(lab.seen().show("R1", "show ip bgp")).contains("\n s>   192.168.1.0 ");

        lab.runTo(11);
        assertThat(lab.seen().best("R2")).containsExactly("192.168.0.0/16 via 10.0.0.1 [65001]");
        lab.runTo(21);
        assertThat(lab.seen().best("R2")).isEmpty();
        assertThat(lab.seen().routes("R1")).isEmpty();
    }

    @Test
    void anAggregateMayStandBesideWhatIsInsideIt() {
        lab.router("R1").on("A", "10.0.0.1/24").lan("192.168.1.1/24").bgp(65001).network("192.168.1.0/24")
                .aggregate("192.168.0.0/16", false).neighbor("10.0.0.2", as(65002));
        lab.router("R2").on("A", "10.0.0.2/24").bgp(65002).neighbor("10.0.0.1", as(65001));
        lab.runTo(1);

        assertThat(lab.seen().best("R2")).containsExactly("192.168.0.0/16 via 10.0.0.1 [65001]", "192.168.1.0/24 via 10.0.0.1 [65001]");
    }
}
