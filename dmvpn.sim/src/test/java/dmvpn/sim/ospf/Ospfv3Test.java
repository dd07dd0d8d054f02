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
import dmvpn.sim.ospf.message.OspfBody;
import dmvpn.sim.ospf.message.OspfPacketV3;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.ShowIpv6Route;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** OSPF for IPv6: what is otherwise than in version 2 (RFC 5340). Link-local addresses are fe80::NODE:INTERFACE. */
class Ospfv3Test {

    private final OspfLab lab = new OspfLab();
    private final Segment cloud = lab.cloud();
    private final Segment link = lab.segment();
    private final Segment leaf = lab.segment();
    private Node hub;
    private Node first;
    private Node second;

    private void start(Port ofHub, Port ofSpokes) {
        hub = lab.node("H").routerId("1.1.1.1").tunnel(cloud, "2001:db8::1/64", ofHub).lan("2001:db8:1::1/64").start();
        first = lab.node("S1").routerId("2.2.2.2").tunnel(cloud, "2001:db8::11/64", ofSpokes).lan("2001:db8:11::1/64").start();
        second = lab.node("S2").routerId("3.3.3.3").tunnel(cloud, "2001:db8::12/64", ofSpokes).lan("2001:db8:12::1/64").start();
        lab.runTo(60);
    }

    @Test
    @Shows({"RFC5340/2.5-link-local", "RFC5340/4.4.3.9-multipoint", "RFC5340/4.8.2-next-hop"})
    void onPointToMultipointTheHubIsTheNextHopByItsLinkLocalAddress() {
        start(Port.multipoint(), Port.multipoint());

        assertThat(first.routes()).containsExactly(
                "O 2001:db8::1/128 [110/1000] via fe80::1:1", "O 2001:db8::12/128 [110/2000] via fe80::1:1",
                "O 2001:db8:1::/64 [110/1001] via fe80::1:1", "O 2001:db8:12::/64 [110/2001] via fe80::1:1");
        assertThat(cloud.seen).allMatch(packet -> packet.source().isLinkLocal() && packet.timeToLive() == 1);
        assertThat(cloud.seen).extracting(packet -> packet.destination().toString()).contains("ff02::5");
    }

    /** Phase 2: spokes know each other's link-local addresses from what the hub passes on, though they never hear each other. */
    @Test
    @Shows({"RFC5340/2.11-router-id", "RFC5340/4.4.3.2-several", "RFC5340/4.4.3.3-network", "RFC5340/4.4.3.8-link", "RFC5340/4.4.3.9-network"})
    void onBroadcastTheNextHopIsWhoHasTheNetwork() {
        start(Port.broadcast().withPriority(255), Port.broadcast().withPriority(0));

        assertThat(first.routes()).containsExactly(
                "O 2001:db8:1::/64 [110/1001] via fe80::1:1", "O 2001:db8:12::/64 [110/1001] via fe80::3:1");
        assertThat(hub.neighbors()).containsExactly("fe80::2:1 full DROTHER", "fe80::3:1 full DROTHER");
        assertThat(first.neighbors()).containsExactly("fe80::1:1 full DR");
        assertThat(cloud.bodies(OspfBody.Hello.class)).extracting(hello -> hello.designatedRouter().toString())
                .containsOnly("0.0.0.0", "1.1.1.1");
        assertThat(first.database()).contains("Tunnel100 8 0.0.0.1 1.1.1.1", "Tunnel100 8 0.0.0.1 3.3.3.3",
                "0 1 0.0.0.0 1.1.1.1", "0 2 0.0.0.1 1.1.1.1", "0 9 0.0.0.1 1.1.1.1", "0 9 0.0.0.0 3.3.3.3");
    }

    /** What is told on one link is not passed on to another one. */
    @Test
    @Shows("RFC5340/3.5-link-scope")
    void advertisementsOfALinkStayThere() {
        hub = lab.node("H").routerId("1.1.1.1").link(link, "Link0", "2001:db8::1/64", Port.pointToPoint())
                .link(leaf, "Link1", "2001:db8:9::1/64", Port.pointToPoint()).start();
        first = lab.node("A").routerId("2.2.2.2").link(link, "Link0", "2001:db8::2/64", Port.pointToPoint()).start();
        second = lab.node("B").routerId("3.3.3.3").link(leaf, "Link1", "2001:db8:9::2/64", Port.pointToPoint()).start();
        lab.runTo(60);

        assertThat(first.database()).filteredOn(row -> row.startsWith("Link0 "))
                .containsExactly("Link0 8 0.0.0.1 1.1.1.1", "Link0 8 0.0.0.1 2.2.2.2");
        assertThat(second.database()).filteredOn(row -> row.startsWith("Link1 "))
                .containsExactly("Link1 8 0.0.0.1 3.3.3.3", "Link1 8 0.0.0.2 1.1.1.1");
        assertThat(first.routes()).containsExactly("O 2001:db8:9::/64 [110/2] via fe80::1:1");
    }

    /** Two routers of a link need no common prefix. */
    @Test
    @Shows("RFC5340/2.1-per-link")
    void neighborsNeedNoCommonPrefix() {
        hub = lab.node("H").routerId("1.1.1.1").link(link, "Link0", "2001:db8:a::1/64", Port.broadcast()).start();
        first = lab.node("A").routerId("2.2.2.2").link(link, "Link0", "2001:db8:b::1/56", Port.broadcast()).start();
        lab.runTo(120);

        assertThat(hub.neighbors()).containsExactly("fe80::2:1 full DR");
        assertThat(hub.routes()).as("all prefixes of the network are told with it").isEmpty();
        assertThat(hub.rows("OSPF routes", 0, 6)).contains("2001:db8:a::/64 Link0", "2001:db8:b::/56 Link0");
    }

    @Test
    @Shows("RFC5340/4.2.2-instance")
    void packetsOfAnotherInstanceAreNotTaken() {
        hub = lab.node("H").routerId("1.1.1.1").link(link, "Link0", "2001:db8::1/64", Port.pointToPoint()).start();
        first = lab.node("A").routerId("2.2.2.2").link(link, "Link0", "2001:db8::2/64", Port.pointToPoint()).start();
        lab.runTo(60);
        IpPacket hello = link.seen.stream().filter(packet -> packet.source().toString().equals("fe80::2:1")
                && OspfLab.body(packet) instanceof OspfBody.Hello).findFirst().orElseThrow();
        OspfPacketV3 inside = (OspfPacketV3) hello.content();
        first.powerOff();
        lab.runTo(70);
        first.port("Link0").send(hello.withContent(new OspfPacketV3(inside.routerId(), inside.areaId(), 5, inside.body())),
                hello.destination());
        lab.runTo(101);

        assertThat(hub.neighbors()).as("nothing was heard that counts for 40 s").isEmpty();
    }

    /** core - area 0 - border - area 1 - inside. */
    private void describe(OspfAreaKind kind, String... ranges) {
        hub = lab.node("C").routerId("1.1.1.1").loopback("2001:db8:f::1").link(link, "Link0", "2001:db8::1/64", Port.pointToPoint())
                .lan("2001:db8:1::1/64");
        first = lab.node("B").routerId("2.2.2.2").link(link, "Link0", "2001:db8::2/64", Port.pointToPoint())
                .link(leaf, "Link1", "2001:db8:9::1/64", Port.pointToPoint().in(1)).area(1, kind, ranges);
        second = lab.node("I").routerId("3.3.3.3").link(leaf, "Link1", "2001:db8:9::2/64", Port.pointToPoint().in(1))
                .lan("Lan1", "2001:db8:16::1/64", 1).lan("Lan2", "2001:db8:16:1::1/64", 1).area(1, kind);
    }

    private void startAreas() {
        hub.start();
        first.start();
        second.start();
        lab.runTo(60);
    }

    private static void external(Node node, String prefix) {
        node.table().install(new Route(IpPrefix.parse(prefix), dmvpn.sim.routing.RouteSource.STATIC, 1, 0,
                Optional.of(IpAddress.parse("2001:db8:ffff::9")), Optional.of("Outside"), 0, Origin.NONE));
    }

    @Test
    @Shows({"RFC5340/4.4.3.4-inter-area", "RFC5340/4.8.3-routes"})
    void networksOfOtherAreasAreInterAreaRoutes() {
        describe(OspfAreaKind.NORMAL);
        startAreas();

        assertThat(hub.routes()).contains("O IA 2001:db8:16::/64 [110/3] via fe80::2:1", "O IA 2001:db8:9::/64 [110/2] via fe80::2:1");
        assertThat(second.routes()).contains("O IA 2001:db8:1::/64 [110/3] via fe80::2:2",
                "O IA 2001:db8:f::1/128 [110/3] via fe80::2:2");
        assertThat(ShowIpv6Route.print(Optional.empty(), hub.table())).contains("OI  2001:DB8:16::/64 [110/3]\n     via FE80::2:1, Link0\n");
    }

    @Test
    @Shows({"RFC5340/4.4.3.6-external", "RFC5340/4.4.3.5-boundary"})
    void routesOfOthersAreExternal() {
        describe(OspfAreaKind.NORMAL);
        hub.redistribute(RouteSource.STATIC);
        startAreas();
        external(hub, "2001:db8:aaaa::/48");
        lab.runTo(90);

        assertThat(second.routes()).contains("O E2 2001:db8:aaaa::/48 [110/20] via fe80::2:2");
        assertThat(second.database()).contains("1 4 1.1.1.1 2.2.2.2", " 5 0.0.0.1 1.1.1.1");
        hub.table().withdraw(IpPrefix.parse("2001:db8:aaaa::/48"), dmvpn.sim.routing.RouteSource.STATIC);
        lab.runTo(110);
        assertThat(second.routes()).noneMatch(route -> route.contains("aaaa"));
        assertThat(second.database()).noneMatch(row -> row.startsWith(" 5"));
    }

    @Test
    @Shows("RFC5340/4.4.3.4-default")
    void aStubAreaHasADefaultInPlaceOfExternalRoutes() {
        describe(OspfAreaKind.STUB);
        hub.redistribute(RouteSource.STATIC);
        startAreas();
        external(hub, "2001:db8:aaaa::/48");
        lab.runTo(90);

        assertThat(first.routes()).contains("O E2 2001:db8:aaaa::/48 [110/20] via fe80::1:2");
        assertThat(second.routes()).contains("O IA ::/0 [110/2] via fe80::2:2").noneMatch(route -> route.contains("aaaa"));
    }

    @Test
    @Shows("RFC5340/4.4.3.7-nssa")
    void aNotSoStubbyAreaTellsRoutesOfItsOwn() {
        describe(OspfAreaKind.NSSA);
        second.redistribute(RouteSource.STATIC);
        startAreas();
        external(second, "2001:db8:aaaa::/48");
        lab.runTo(90);

        assertThat(first.routes()).contains("O N2 2001:db8:aaaa::/48 [110/20] via fe80::3:1");
        assertThat(hub.routes()).contains("O E2 2001:db8:aaaa::/48 [110/20] via fe80::2:1");
        assertThat(ShowIpv6Route.print(Optional.empty(), first.table())).contains("ON2 2001:DB8:AAAA::/48 [110/20]");
    }

    @Test
    @Shows("RFC5340/4.4.3.4-range")
    void aRangeStandsForTheNetworksOfItsArea() {
        describe(OspfAreaKind.NORMAL, "2001:db8:16::/48");
        startAreas();

        assertThat(hub.routes()).contains("O IA 2001:db8:16::/48 [110/3] via fe80::2:1").noneMatch(route -> route.contains("16:1::"));
        assertThat(first.routes()).contains("O 2001:db8:16::/48 [110/0] via Null0");
    }

    @Test
    void aLinkThatFailsTakesItsRoutesWithItAndComesBack() {
        describe(OspfAreaKind.NORMAL);
        startAreas();
        List<String> before = second.routes();
        first.port("Link0").setUp(false);
        hub.port("Link0").setUp(false);
        assertThat(first.routes()).noneMatch(route -> route.contains("via fe80::1:2"));
        lab.runTo(120);
        assertThat(second.routes()).isEmpty();
        first.port("Link0").setUp(true);
        hub.port("Link0").setUp(true);
        lab.runTo(200);

        assertThat(second.routes()).isEqualTo(before);
    }

    @Test
    void showCommandsHaveTheLayoutOfIos() {
        start(Port.broadcast().withPriority(255), Port.broadcast().withPriority(0));

        assertThat(first.show("show ospfv3 neighbor")).isEqualTo("""

                          OSPFv3 1 address-family ipv6 (router-id 2.2.2.2)

                Neighbor ID     Pri   State           Dead Time   Interface ID    Interface
                1.1.1.1         255   FULL/DR         00:00:31    1               Tunnel100
                """);
        assertThat(first.show("show ospfv3 interface brief")).isEqualTo("""
                Interface    PID   Area            AF         Cost  State Nbrs F/C
                Tu100        1     0               ipv6       1000  DROTH 1/1
                Gi9          1     0               ipv6       1     DR    0/0
                """);
        assertThat(first.show("show ospfv3 database")).contains("""
                                Link (Type-8) Link States (Area 0)

                ADV Router       Age         Seq#        Link ID    Interface
                """, "                Intra Area Prefix Link States (Area 0)\n\nADV Router       Age         Seq#        "
                + "Link ID    Ref-lstype  Ref-LSID\n", "1          0x2002      1\n");
    }
}
