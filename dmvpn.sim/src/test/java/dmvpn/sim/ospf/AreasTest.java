package dmvpn.sim.ospf;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.RouteSource;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ospf.OspfLab.Node;
import dmvpn.sim.ospf.OspfLab.Segment;
import dmvpn.sim.routing.Route;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Areas, summaries and routes of others: inside, border, outside (RFC 2328 sections 3, 12.4 and 16; RFC 3101; RFC 3509). */
class AreasTest {

    private final OspfLab lab = new OspfLab();
    private final Segment backbone = lab.segment();
    private final Segment leaf = lab.segment();
    private Node core;
    private Node border;
    private Node inside;

    /** core - area 0 - border - area 1 - inside. */
    private void describe(OspfAreaKind kind, String... ranges) {
        core = lab.node("C").loopback("1.1.1.1").link(backbone, "Link0", "10.0.0.1/30", Port.pointToPoint())
                .lan("192.168.1.1/24");
        border = lab.node("B").loopback("2.2.2.2").link(backbone, "Link0", "10.0.0.2/30", Port.pointToPoint())
                .link(leaf, "Link1", "10.1.0.1/30", Port.pointToPoint().in(1)).area(1, kind, ranges);
        inside = lab.node("I").loopback("3.3.3.3", 1).link(leaf, "Link1", "10.1.0.2/30", Port.pointToPoint().in(1))
                .lan("Lan1", "192.168.16.1/24", 1).lan("Lan2", "192.168.17.1/24", 1).area(1, kind);
    }

    private void start() {
        core.start();
        border.start();
        inside.start();
        lab.runTo(60);
    }

    private static void external(Node node, String prefix, String nextHop) {
        node.table().install(new Route(IpPrefix.parse(prefix), dmvpn.sim.routing.RouteSource.STATIC, 1, 0,
                Optional.of(IpAddress.parse(nextHop)), Optional.of("Outside"), 0, Origin.NONE));
    }

    @Test
    @Shows({"RFC2328/12.4.3-summary", "RFC2328/16.2-inter"})
    void networksOfOtherAreasAreInterAreaRoutes() {
        describe(OspfAreaKind.NORMAL);
        start();

        assertThat(core.routes()).contains("O IA 192.168.16.0/24 [110/3] via 10.0.0.2", "O IA 10.1.0.0/30 [110/2] via 10.0.0.2");
        assertThat(inside.routes()).contains("O IA 192.168.1.0/24 [110/3] via 10.1.0.1", "O IA 2.2.2.2/32 [110/2] via 10.1.0.1");
        assertThat(border.routes()).contains("O 192.168.16.0/24 [110/2] via 10.1.0.2", "O 192.168.1.0/24 [110/2] via 10.0.0.1");
    }

    @Test
    @Shows({"RFC2328/3.6-stub", "RFC2328/12.4.3.1-default"})
    void aStubAreaHasADefaultInPlaceOfExternalRoutes() {
        describe(OspfAreaKind.STUB);
        core.redistribute(RouteSource.STATIC);
        start();
        external(core, "172.16.0.0/16", "10.9.9.9");
        lab.runTo(90);

        assertThat(border.routes()).contains("O E2 172.16.0.0/16 [110/20] via 10.0.0.1");
        assertThat(inside.routes()).contains("O IA 0.0.0.0/0 [110/2] via 10.1.0.1", "O IA 192.168.1.0/24 [110/3] via 10.1.0.1")
                .noneMatch(route -> route.contains("172.16"));
        assertThat(inside.database()).noneMatch(row -> row.matches("\\S* [45] .*"));
    }

    @Test
    @Shows("RFC2328/12.4.3.1-no-summary")
    void aTotallyStubbyAreaHasTheDefaultAlone() {
        describe(OspfAreaKind.TOTALLY_STUB);
        start();

        assertThat(inside.routes()).containsExactly("O IA 0.0.0.0/0 [110/2] via 10.1.0.1");
        assertThat(core.routes()).contains("O IA 192.168.16.0/24 [110/3] via 10.0.0.2");
    }

    @Test
    @Shows({"RFC2328/12.4.3-range", "RFC2328/16-discard"})
    void aRangeStandsForTheNetworksOfItsArea() {
        describe(OspfAreaKind.NORMAL, "192.168.16.0/20");
        start();

        assertThat(core.routes()).contains("O IA 192.168.16.0/20 [110/3] via 10.0.0.2")
                .noneMatch(route -> route.contains("192.168.16.0/24") || route.contains("192.168.17.0"));
        assertThat(border.routes()).contains("O 192.168.16.0/20 [110/0] via Null0", "O 192.168.16.0/24 [110/2] via 10.1.0.2");
        inside.port("Lan1").setUp(false);
        inside.port("Lan2").setUp(false);
        lab.runTo(120);
        assertThat(core.routes()).as("nothing is left in the range").noneMatch(route -> route.contains("192.168"
                + ".16.0"));
        assertThat(border.routes()).noneMatch(route -> route.contains("Null0"));
    }

    @Test
    @Shows({"RFC2328/12.4.4-external", "RFC2328/16.4-external"})
    void routesOfOthersAreExternalOfTypeTwoAndTheirMetricStays() {
        describe(OspfAreaKind.NORMAL);
        core.redistribute(RouteSource.STATIC, OptionalLong.of(50), OptionalInt.empty(), OptionalLong.of(777));
        start();
        external(core, "172.16.0.0/16", "10.9.9.9");
        lab.runTo(90);

        assertThat(inside.routes()).contains("O E2 172.16.0.0/16 [110/50] via 10.1.0.1");
        assertThat(inside.database()).contains("1 4 1.1.1.1 2.2.2.2", " 5 172.16.0.0 1.1.1.1");
        assertThat(inside.rows("OSPF routes", 0, 1, 3, 4, 5)).contains("172.16.0.0/16 external-2 2 50 777");
    }

    /** Cisco IOS IP Routing: Protocol-Independent Command Reference, set tag: a redistributed route keeps the tag that it has. */
    @Test
    void aRouteKeepsItsTagWhereNobodySaysAnother() {
        describe(OspfAreaKind.NORMAL);
        core.redistribute(RouteSource.STATIC);
        start();
        core.table().install(new Route(IpPrefix.parse("172.16.0.0/16"), dmvpn.sim.routing.RouteSource.STATIC, 1, 0,
                Optional.of(IpAddress.parse("10.9.9.9")), Optional.of("Outside"), OptionalLong.of(42), 0, Origin.NONE));
        external(core, "172.17.0.0/16", "10.9.9.9");
        lab.runTo(90);

        assertThat(inside.table().best(IpPrefix.parse("172.16.0.0/16")).orElseThrow().tag()).hasValue(42);
        assertThat(inside.table().best(IpPrefix.parse("172.17.0.0/16")).orElseThrow().tag()).isEmpty();
    }

    @Test
    @Shows("RFC2328/16.4-type1")
    void externalRoutesOfTypeOneAddTheCostOfTheWay() {
        describe(OspfAreaKind.NORMAL);
        core.redistribute(RouteSource.STATIC, OptionalLong.of(50), OptionalInt.of(1), OptionalLong.empty());
        start();
        external(core, "172.16.0.0/16", "10.9.9.9");
        lab.runTo(90);

        assertThat(inside.routes()).contains("O E1 172.16.0.0/16 [110/52] via 10.1.0.1");
    }

    /** A route that goes is flushed everywhere, and is in no database any more. */
    @Test
    @Shows("RFC2328/14.1-premature")
    void aWithdrawnRouteIsFlushed() {
        describe(OspfAreaKind.NORMAL);
        core.redistribute(RouteSource.STATIC);
        start();
        external(core, "172.16.0.0/16", "10.9.9.9");
        lab.runTo(90);
        core.table().withdraw(IpPrefix.parse("172.16.0.0/16"), dmvpn.sim.routing.RouteSource.STATIC);
        lab.runTo(110);

        assertThat(inside.routes()).noneMatch(route -> route.contains("172.16"));
        assertThat(inside.database()).noneMatch(row -> row.contains("172.16"));
        assertThat(core.database()).noneMatch(row -> row.contains("172.16"));
    }

    /** The connected route is there again before OSPF hears of the interface: the network is told once, as an own one. */
    @Test
    void aFlappingInterfaceIsNotToldAsAnExternalRouteToo() {
        describe(OspfAreaKind.NORMAL);
        core.redistribute(RouteSource.CONNECTED);
        start();
        connected(core, "192.168.1.0/24", "GigabitEthernet9");
        lab.runTo(90);
        core.table().withdraw(IpPrefix.parse("192.168.1.0/24"), dmvpn.sim.routing.RouteSource.CONNECTED);
        core.port("GigabitEthernet9").setUp(false);
        lab.runTo(120);
        connected(core, "192.168.1.0/24", "GigabitEthernet9");
        lab.runTo(150);
        assertThat(core.database()).as("while OSPF's interface is down").contains(" 5 192.168.1.0 1.1.1.1");
        core.port("GigabitEthernet9").setUp(true);
        lab.runTo(180);

        assertThat(core.database()).doesNotContain(" 5 192.168.1.0 1.1.1.1");
        assertThat(inside.routes()).contains("O IA 192.168.1.0/24 [110/3] via 10.1.0.1");
    }

    private static void connected(Node node, String prefix, String interfaceName) {
        node.table().install(new Route(IpPrefix.parse(prefix), dmvpn.sim.routing.RouteSource.CONNECTED, 0, 0,
                Optional.empty(), Optional.of(interfaceName), 0, Origin.NONE));
    }

    @Test
    void aDefaultRouteIsToldWhenItIsConfigured() {
        describe(OspfAreaKind.NORMAL);
        core.defaultRoute();
        start();

        assertThat(inside.routes()).contains("O E2 0.0.0.0/0 [110/1] via 10.1.0.1");
    }

    /** What the area tells is of type 7 inside, and of type 5 behind its border router. */
    @Test
    @Shows({"RFC3101/2.3-type7", "RFC3101/3.2-translate", "RFC3101/2.5-routes"})
    void aNotSoStubbyAreaTellsRoutesOfItsOwn() {
        describe(OspfAreaKind.NSSA);
        inside.redistribute(RouteSource.STATIC, OptionalLong.of(50), OptionalInt.empty(), OptionalLong.of(9));
        core.redistribute(RouteSource.STATIC);
        start();
        external(inside, "172.17.0.0/16", "10.9.9.9");
        external(core, "172.16.0.0/16", "10.9.9.9");
        lab.runTo(90);

        assertThat(border.routes()).contains("O N2 172.17.0.0/16 [110/50] via 10.1.0.2");
        assertThat(core.routes()).contains("O E2 172.17.0.0/16 [110/50] via 10.0.0.2");
        assertThat(core.database()).contains(" 5 172.17.0.0 2.2.2.2");
        assertThat(inside.routes()).as("external routes of others stay outside").noneMatch(route -> route.contains("172.16"));
        assertThat(inside.routes()).as("no default unless it is asked for").noneMatch(route -> route.contains("0.0.0.0/0"));
    }

    @Test
    @Shows("RFC3101/2.7-no-summary")
    void aTotallyNotSoStubbyAreaHasADefaultOfItsBorderRouter() {
        describe(OspfAreaKind.TOTALLY_NSSA);
        start();

        assertThat(inside.routes()).containsExactly("O IA 0.0.0.0/0 [110/2] via 10.1.0.1");
    }

    /** RFC 3101 section 3.1: of two border routers the one with the higher router ID translates. */
    @Test
    @Shows("RFC3101/3.1-translator")
    void theBorderRouterWithTheHighestIdTranslates() {
        Segment otherLeaf = lab.segment();
        Segment otherBackbone = lab.segment();
        core = lab.node("C").loopback("1.1.1.1").link(backbone, "Link0", "10.0.0.1/30", Port.pointToPoint())
                .link(otherBackbone, "Link2", "10.2.0.1/30", Port.pointToPoint());
        border = lab.node("B").loopback("2.2.2.2").link(backbone, "Link0", "10.0.0.2/30", Port.pointToPoint())
                .link(leaf, "Link1", "10.1.0.1/30", Port.pointToPoint().in(1)).area(1, OspfAreaKind.NSSA);
        lab.node("B2").loopback("4.4.4.4").link(otherBackbone, "Link2", "10.2.0.2/30", Port.pointToPoint())
                .link(otherLeaf, "Link3", "10.3.0.1/30", Port.pointToPoint().in(1)).area(1, OspfAreaKind.NSSA).start();
        inside = lab.node("I").loopback("3.3.3.3", 1).link(leaf, "Link1", "10.1.0.2/30", Port.pointToPoint().in(1))
                .link(otherLeaf, "Link3", "10.3.0.2/30", Port.pointToPoint().in(1)).area(1, OspfAreaKind.NSSA)
                .redistribute(RouteSource.STATIC);
        start();
        external(inside, "172.17.0.0/16", "10.9.9.9");
        lab.runTo(90);

        assertThat(core.database()).contains(" 5 172.17.0.0 4.4.4.4").doesNotContain(" 5 172.17.0.0 2.2.2.2");
        assertThat(core.routes()).as("the forwarding address is reached both ways")
                .contains("O E2 172.17.0.0/16 [110/20] via 10.0.0.2", "O E2 172.17.0.0/16 [110/20] via 10.2.0.2");
    }

    /** RFC 2328 section 11: the kind of a path decides before any cost. */
    @Test
    @Shows("RFC2328/11-preference")
    void pathsInsideAnAreaWinAgainstThoseBetweenAreasAndTheseAgainstExternalOnes() {
        Segment direct = lab.segment();
        core = lab.node("C").loopback("1.1.1.1").link(backbone, "Link0", "10.0.0.1/30", Port.pointToPoint().withCost(1))
                .link(direct, "Slow", "10.5.0.1/30", Port.pointToPoint().in(1).withCost(1000));
        border = lab.node("B").loopback("2.2.2.2").link(backbone, "Link0", "10.0.0.2/30", Port.pointToPoint().withCost(1))
                .link(leaf, "Link1", "10.1.0.1/30", Port.pointToPoint().in(1)).redistribute(RouteSource.STATIC);
        inside = lab.node("I").loopback("3.3.3.3", 1).link(leaf, "Link1", "10.1.0.2/30", Port.pointToPoint().in(1))
                .link(direct, "Slow", "10.5.0.2/30", Port.pointToPoint().in(1).withCost(1000))
                .lan("Lan1", "192.168.16.1/24", 1);
        start();
        external(border, "192.168.16.0/24", "10.9.9.9");
        lab.runTo(90);

        assertThat(core.routes()).contains("O 192.168.16.0/24 [110/1001] via 10.5.0.2");
    }

    @Test
    @Shows({"RFC3509/2.1-border", "RFC3509/2.2-summaries"})
    void aRouterInTwoAreasWithoutTheBackboneIsNoBorderRouter() {
        Node middle = lab.node("M").link(backbone, "Link0", "10.0.0.2/30", Port.pointToPoint().in(2))
                .link(leaf, "Link1", "10.1.0.1/30", Port.pointToPoint().in(1)).start();
        Node end = lab.node("E").link(backbone, "Link0", "10.0.0.1/30", Port.pointToPoint().in(2)).start();
        lab.node("I").link(leaf, "Link1", "10.1.0.2/30", Port.pointToPoint().in(1)).lan("Lan1", "192.168.16.1/24", 1).start();
        lab.runTo(60);

        assertThat(middle.routes()).contains("O 192.168.16.0/24 [110/2] via 10.1.0.2");
        assertThat(end.routes()).isEmpty();
        assertThat(middle.events("without effect")).hasSize(1);
    }

    @Test
    @Shows("RFC2328/16.1-equal")
    void equalPathsAreUsedTogetherUpToTheLimit() {
        Segment other = lab.segment();
        Node one = lab.node("A").link(backbone, "Link0", "10.0.0.1/30", Port.pointToPoint())
                .link(other, "Link1", "10.0.1.1/30", Port.pointToPoint()).start();
        Node two = lab.node("B").link(backbone, "Link0", "10.0.0.2/30", Port.pointToPoint())
                .link(other, "Link1", "10.0.1.2/30", Port.pointToPoint()).lan("192.168.2.1/24").maximumPaths(1).start();
        lab.runTo(60);

        assertThat(one.routes()).containsExactly("O 192.168.2.0/24 [110/2] via 10.0.0.2", "O 192.168.2.0/24 [110/2] via 10.0.1.2");
        two.port("Link0").setUp(false);
        one.port("Link0").setUp(false);
        assertThat(one.routes()).as("the other one stays").containsExactly("O 192.168.2.0/24 [110/2] via 10.0.1.2");
    }

    /** The forwarding address is still reached, but nobody can tell any more whether the destination is. */
    @Test
    @Shows("RFC2328/16.4-boundary")
    void anExternalRouteGoesWithTheRouterThatToldOfIt() {
        Segment lan = lab.segment();
        core = lab.node("C").loopback("1.1.1.1").link(lan, "Lan", "10.0.0.1/24", Port.broadcast().withPriority(9)).start();
        border = lab.node("B").loopback("2.2.2.2").link(lan, "Lan", "10.0.0.2/24", Port.broadcast())
                .redistribute(RouteSource.STATIC).start();
        external(border, "172.16.0.0/16", "10.0.0.9");
        lab.runTo(60);
        assertThat(core.routes()).contains("O E2 172.16.0.0/16 [110/20] via 10.0.0.9");
        border.powerOff();
        lab.runTo(120);

        assertThat(core.routes()).noneMatch(route -> route.contains("172.16"));
        assertThat(core.database()).as("it is not too old yet").contains(" 5 172.16.0.0 2.2.2.2");
    }

    /** RFC 2328 appendix E: two networks with one address have two ids. */
    @Test
    @Shows("RFC2328/E-ids")
    void networksWithTheSameAddressHaveIdsOfTheirOwn() {
        describe(OspfAreaKind.NORMAL);
        core.redistribute(RouteSource.STATIC);
        start();
        external(core, "172.16.0.0/16", "10.9.9.9");
        external(core, "172.16.0.0/24", "10.9.9.9");
        lab.runTo(90);

        assertThat(core.database()).contains(" 5 172.16.0.0 1.1.1.1", " 5 172.16.0.255 1.1.1.1");
        assertThat(inside.routes()).contains("O E2 172.16.0.0/16 [110/20] via 10.1.0.1", "O E2 172.16.0.0/24 [110/20] via 10.1.0.1");
        core.table().withdraw(IpPrefix.parse("172.16.0.0/16"), dmvpn.sim.routing.RouteSource.STATIC);
        lab.runTo(120);
        assertThat(core.database()).contains(" 5 172.16.0.0 1.1.1.1").doesNotContain(" 5 172.16.0.255 1.1.1.1");
        assertThat(inside.routes()).contains("O E2 172.16.0.0/24 [110/20] via 10.1.0.1")
                .noneMatch(route -> route.contains("172.16.0.0/16"));
    }
}
