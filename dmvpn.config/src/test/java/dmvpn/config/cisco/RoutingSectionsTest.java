package dmvpn.config.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.config.writer.SecretResolver;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.PolicyStatement;
import dmvpn.network.policy.PrefixMatch;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.network.routing.BgpAggregate;
import dmvpn.network.routing.BgpListenRange;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.BidirectionalForwarding;
import dmvpn.network.routing.DefaultOrigination;
import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.routing.OnDemandRouting;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfConfiguredNeighbor;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.PolicyDirection;
import dmvpn.network.routing.PolicyUse;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RipInterface;
import dmvpn.network.routing.RipProcess;
import dmvpn.network.routing.RipTimers;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.SeedMetric;
import dmvpn.network.testing.NetworkBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Routing protocols as IOS-XE reads them (Cisco IOS command references). */
class RoutingSectionsTest {

    private static final Origin NONE = Origin.NONE;

    private final NetworkBuilder network = NetworkBuilder.phase3();
    private List<OspfProcess> ospf = List.of();
    private List<BgpProcess> bgp = List.of();
    private List<RipProcess> rip = List.of();
    private List<OnDemandRouting> odr = List.of();
    private List<BidirectionalForwarding> bfd = List.of();
    private List<RoutePolicy> policies = List.of();

    private String written() {
        Device device = network.build().deviceNamed("HQ1").orElseThrow();
        RoutingConfiguration routing = new RoutingConfiguration(List.of(), List.of(), ospf, bgp, rip, odr, bfd, policies, NONE);
        Device routed = new Device(device.name(), device.reference(), device.role(), device.platform(), device.vrfs(),
                device.interfaces(), device.tunnels(), device.crypto(), routing, List.of(), NONE);
        return new CiscoWriter().write(routed, SecretResolver.inPlace()).text();
    }

    private static OspfInterface onTunnel(OspfNetworkType type, int priority, Duration hello) {
        return new OspfInterface("Tunnel100", 1, type, priority, OptionalInt.of(20), hello, hello.multipliedBy(4), false, true, true,
                NONE);
    }

    private static ProcessOptions redistributing(Redistribution redistribution) {
        return new ProcessOptions(List.of(redistribution), List.of(), Optional.empty(),
                Optional.of(new AdministrativeDistance(115, OptionalInt.of(180), NONE)), OptionalInt.of(4), NONE);
    }

    private static BgpPeering peering(NextHopSelf nextHopSelf, Optional<String> in, Long... remote) {
        return new BgpPeering(List.of(remote), Optional.of(Duration.ofSeconds(10)), Optional.of(Duration.ofSeconds(30)), nextHopSelf,
                true, true, false, Optional.of(new DefaultOrigination(NONE)), in, Optional.empty(), Optional.empty(), true, NONE);
    }

    @Test
    void ospfIsSaidOnTheInterfaceAndInItsProcess() {
        ospf = List.of(new OspfProcess(1, Optional.empty(), List.of(new OspfArea(1, OspfAreaKind.TOTALLY_STUB, NONE)),
                List.of(onTunnel(OspfNetworkType.BROADCAST, 255, Duration.ofSeconds(10))),
                Optional.of(new DefaultOrigination(NONE)),
                redistributing(new Redistribution(RouteSource.EIGRP, OptionalLong.of(100),
                        Optional.of(new SeedMetric.Simple(10_000, NONE)), OptionalInt.of(2), OptionalLong.of(777),
                        Optional.of("Out"), NONE)), NONE));
        policies = List.of(new RoutePolicy("Out", List.of(PolicyStatement.permitAll(List.of(), NONE)), NONE));

        assertThat(written()).contains("""
                 ip ospf network broadcast
                 ip ospf priority 255
                 ip ospf cost 20
                 ip ospf database-filter all out
                 ip ospf bfd
                 ip ospf 1 area 1
                """).contains("""
                router ospf 1
                 area 1 stub no-summary
                 redistribute eigrp 100 subnets metric 10000 metric-type 2 tag 777 route-map Out
                 maximum-paths 4
                 default-information originate always
                 distance ospf intra-area 115 inter-area 115 external 180
                """);
        assertThat(written().indexOf("route-map Out permit 10")).isBetween(0, written().indexOf("router ospf 1"));
    }

    /** Cisco IOS IP Routing: OSPF Command Reference, neighbor: a priority of 0 need not be said. */
    @Test
    void neighborsOnANonBroadcastNetworkAreInTheProcess() {
        ospf = List.of(new OspfProcess(1, Optional.empty(), List.of(),
                List.of(onTunnel(OspfNetworkType.NON_BROADCAST, 255, Duration.ofSeconds(30))),
                List.of(new OspfConfiguredNeighbor("Tunnel100", IpAddress.parse("10.0.0.2"), 254, NONE),
                        new OspfConfiguredNeighbor("Tunnel100", IpAddress.parse("10.0.0.11"), 0, NONE)),
                Optional.empty(), ProcessOptions.NONE, NONE));

        assertThat(written()).contains("router ospf 1\n neighbor 10.0.0.2 priority 254\n neighbor 10.0.0.11\n");
    }

    /** Cisco IOS IP Routing: OSPF Command Reference, router ospfv3: without an IPv4 address it needs a router ID. */
    @Test
    void ospfForIpv6IsOfVersion3AndHasARouterId() {
        String tunnel = "Tunnel200";
        network.device("HQ1").addTunnel("Six", "2001:db8::1:2/64");
        ospf = List.of(new OspfProcess(1, Optional.empty(),
                List.of(new OspfArea(1, OspfAreaKind.NSSA, List.of(IpPrefix.parse("2001:db8:8::/45")), NONE)),
                List.of(new OspfInterface(tunnel, 1, OspfNetworkType.BROADCAST, 255, OptionalInt.of(20), Duration.ofSeconds(5),
                        Duration.ofSeconds(20), true, false, false, NONE),
                        new OspfInterface("Loopback0", 1, OspfNetworkType.BROADCAST, 1, OptionalInt.empty(), Duration.ofSeconds(10),
                        Duration.ofSeconds(40), true, false, false, NONE)),
                Optional.of(new DefaultOrigination(NONE)),
                redistributing(new Redistribution(RouteSource.EIGRP, OptionalLong.of(100), Optional.empty(), OptionalInt.of(1),
                        OptionalLong.empty(), Optional.empty(), NONE)), NONE));

        assertThat(written()).contains("""
                 ospfv3 network broadcast
                 ospfv3 priority 255
                 ospfv3 cost 20
                 ospfv3 hello-interval 5
                 ospfv3 1 ipv6 area 1
                """).contains("""
                router ospfv3 1
                 router-id 0.1.0.2
                 !
                 address-family ipv6 unicast
                  area 1 nssa
                  area 1 range 2001:db8:8::/45
                  passive-interface Tunnel200
                  passive-interface Loopback0
                  redistribute eigrp 100 include-connected metric-type 1
                  maximum-paths 4
                  default-information originate always
                  distance ospf intra-area 115 inter-area 115 external 180
                 exit-address-family
                """).doesNotContain("router ospf 1");
    }

    @Test
    void rangesOfAnAreaAreWrittenBehindItsType() {
        ospf = List.of(new OspfProcess(1, Optional.empty(), List.of(
                new OspfArea(1, OspfAreaKind.NSSA, List.of(IpPrefix.parse("10.1.0.0/16"), IpPrefix.parse("10.2.0.0/16")), NONE),
                new OspfArea(0, OspfAreaKind.NORMAL, List.of(IpPrefix.parse("10.3.0.0/16")), NONE)),
                List.of(onTunnel(OspfNetworkType.POINT_TO_MULTIPOINT, 1, Duration.ofSeconds(30))), Optional.empty(),
                ProcessOptions.NONE, NONE));

        assertThat(written()).contains("""
                router ospf 1
                 area 1 nssa
                 area 1 range 10.1.0.0 255.255.0.0
                 area 1 range 10.2.0.0 255.255.0.0
                 area 0 range 10.3.0.0 255.255.0.0
                """);
    }

    @Test
    void ospfTimersAreWrittenWhereIosHasOthers() {
        ospf = List.of(new OspfProcess(1, Optional.empty(), List.of(),
                List.of(onTunnel(OspfNetworkType.POINT_TO_MULTIPOINT, 1, Duration.ofSeconds(10))), Optional.empty(),
                ProcessOptions.NONE, NONE));

        assertThat(written()).contains(" ip ospf network point-to-multipoint\n ip ospf cost 20\n ip ospf hello-interval 10\n")
                .doesNotContain("dead-interval").doesNotContain("priority");
    }

    @Test
    void aBgpGroupExistsBeforeItsRange() {
        bgp = List.of(new BgpProcess(65000, Optional.empty(), List.of(IpPrefix.parse("192.168.1.0/24")),
                List.of(new BgpNeighbor(IpAddress.parse("10.255.0.9"), Optional.empty(),
                        peering(NextHopSelf.ON, Optional.of("In"), 64512L), NONE)),
                List.of(new BgpListenRange(IpPrefix.parse("10.255.0.0/16"), "Corp", peering(NextHopSelf.ALL, Optional.empty(), 65001L,
                        65002L), NONE)),
                List.of(new BgpAggregate(IpPrefix.parse("192.168.0.0/16"), true, NONE)),
                redistributing(new Redistribution(RouteSource.OSPF, OptionalLong.of(1), Optional.empty(), OptionalInt.empty(),
                        OptionalLong.empty(), Optional.empty(), NONE)), NONE));

        assertThat(written()).contains("""
                router bgp 65000
                 neighbor Corp peer-group
                 neighbor Corp remote-as 65001 alternate-as 65002
                 neighbor Corp timers 10 30
                 neighbor Corp fall-over bfd
                 neighbor 10.255.0.9 remote-as 64512
                 neighbor 10.255.0.9 timers 10 30
                 neighbor 10.255.0.9 fall-over bfd
                 bgp listen range 10.255.0.0/16 peer-group Corp
                 address-family ipv4
                  network 192.168.1.0 mask 255.255.255.0
                  aggregate-address 192.168.0.0 255.255.0.0 summary-only
                  redistribute ospf 1 match internal external 1 external 2
                  maximum-paths 4
                  maximum-paths ibgp 4
                  distance bgp 180 115 115
                  neighbor Corp activate
                  neighbor Corp route-reflector-client
                  neighbor Corp next-hop-self all
                  neighbor Corp allowas-in
                  neighbor Corp default-originate
                  neighbor 10.255.0.9 activate
                  neighbor 10.255.0.9 route-reflector-client
                  neighbor 10.255.0.9 next-hop-self
                  neighbor 10.255.0.9 allowas-in
                  neighbor 10.255.0.9 default-originate
                  neighbor 10.255.0.9 route-map In in
                 exit-address-family
                """);
    }

    /** RFC 4760: IPv6 sessions carry IPv6 routes, and none of IPv4, which IOS would activate by itself. */
    @Test
    void bgpForIpv6IsInAFamilyOfItsOwn() {
        bgp = List.of(new BgpProcess(65000, Optional.empty(), Optional.of(Ipv4Address.parse("0.0.0.1")),
                List.of(IpPrefix.parse("2001:db8:1::/64")),
                List.of(new BgpNeighbor(IpAddress.parse("2001:db8::9"), Optional.empty(),
                        new BgpPeering(List.of(65000L), Optional.empty(), Optional.empty(), NextHopSelf.ALL, true, false, false,
                                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, NONE), NONE)),
                List.of(new BgpListenRange(IpPrefix.parse("2001:db8::/64"), "Corp", peering(NextHopSelf.OFF, Optional.empty(), 65001L),
                        NONE)), OptionalInt.of(250),
                List.of(new BgpAggregate(IpPrefix.parse("2001:db8::/32"), true, NONE)),
                redistributing(new Redistribution(RouteSource.STATIC, OptionalLong.empty(), Optional.empty(), OptionalInt.empty(),
                        OptionalLong.empty(), Optional.empty(), NONE)), NONE));

        assertThat(written()).contains("""
                router bgp 65000
                 bgp router-id 0.0.0.1
                 no bgp default ipv4-unicast
                 bgp listen limit 250
                 neighbor Corp peer-group
                 neighbor Corp remote-as 65001
                 neighbor Corp timers 10 30
                 neighbor Corp fall-over bfd
                 neighbor 2001:db8::9 remote-as 65000
                 bgp listen range 2001:db8::/64 peer-group Corp
                 address-family ipv4
                 exit-address-family
                 address-family ipv6
                  network 2001:db8:1::/64
                  aggregate-address 2001:db8::/32 summary-only
                  redistribute static
                  maximum-paths 4
                  maximum-paths ibgp 4
                  distance bgp 180 115 115
                  neighbor Corp activate
                  neighbor Corp route-reflector-client
                  neighbor Corp allowas-in
                  neighbor Corp default-originate
                  neighbor 2001:db8::9 activate
                  neighbor 2001:db8::9 route-reflector-client
                  neighbor 2001:db8::9 next-hop-self all
                 exit-address-family
                """);
    }

    @Test
    void inAVrfSessionsOfEachFamilyAreInTheirFamily() {
        BgpPeering peering = new BgpPeering(List.of(65001L), Optional.empty(), Optional.empty(), NextHopSelf.OFF, false, false, false,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, NONE);
        bgp = List.of(new BgpProcess(65000, Optional.of("RED"), Optional.empty(), List.of(),
                List.of(new BgpNeighbor(IpAddress.parse("10.0.0.9"), Optional.empty(), peering, NONE),
                        new BgpNeighbor(IpAddress.parse("2001:db8::9"), Optional.empty(), peering, NONE)),
                List.of(), OptionalInt.empty(), List.of(), ProcessOptions.NONE, NONE));

        assertThat(written()).contains("""
                router bgp 65000
                 no bgp default ipv4-unicast
                 address-family ipv4 vrf RED
                  neighbor 10.0.0.9 remote-as 65001
                  neighbor 10.0.0.9 activate
                 exit-address-family
                 address-family ipv6 vrf RED
                  neighbor 2001:db8::9 remote-as 65001
                  neighbor 2001:db8::9 activate
                 exit-address-family
                """);
    }

    @Test
    void aPolicyIsARouteMapWithItsLists() {
        policies = List.of(new RoutePolicy("Site", List.of(
                new PolicyStatement(false, List.of(), OptionalLong.of(777), Optional.empty(), Optional.empty(), Optional.empty(),
                        List.of(), NONE),
                new PolicyStatement(true,
                        List.of(new PrefixMatch(IpPrefix.parse("10.0.0.0/8"), OptionalInt.of(16), OptionalInt.of(24), NONE)),
                        OptionalLong.empty(), Optional.of("65000:1"), Optional.of("^65001_"), Optional.empty(),
                        List.of(new PolicyAction.SetLocalPreference(200, NONE), new PolicyAction.Prepend(65000, 2, NONE),
                                new PolicyAction.SetNextHop(Optional.empty(), NONE)), NONE)), NONE));

        assertThat(written()).contains("""
                route-map Site deny 10
                 match tag 777
                !
                ip prefix-list Site-20 seq 5 permit 10.0.0.0/8 ge 16 le 24
                !
                ip community-list standard Site-20 permit 65000:1
                !
                ip as-path access-list 1 permit ^65001_
                !
                route-map Site permit 20
                 match ip address prefix-list Site-20
                 match community Site-20
                 match as-path 1
                 set local-preference 200
                 set as-path prepend 65000 65000
                 set ip next-hop peer-address
                """);
    }

    @Test
    void ripHasClassfulNetworksAndOtherInterfacesInThemAreSilent() {
        rip = List.of(new RipProcess(Optional.empty(), List.of(IpPrefix.parse("10.255.0.0/16")),
                List.of(new RipInterface("Tunnel100", false, true, List.of(IpPrefix.parse("192.168.0.0/16")), NONE)),
                Optional.of(RipTimers.ofUpdate(Duration.ofSeconds(10), NONE)), Optional.of(new DefaultOrigination(NONE)),
                ProcessOptions.NONE, NONE));

        assertThat(written()).contains(" no ip split-horizon\n ip summary-address rip 192.168.0.0 255.255.0.0\n").contains("""
                router rip
                 version 2
                 no auto-summary
                 timers basic 10 60 60 80
                 network 10.0.0.0
                 passive-interface Tunnel100
                 passive-interface GigabitEthernet2
                 default-information originate
                """);
    }

    @Test
    void policiesOfPrefixesAloneAreDistributeListsOfRip() {
        policies = List.of(new RoutePolicy("P", List.of(
                new PolicyStatement(false, List.of(new PrefixMatch(IpPrefix.parse("10.0.0.0/8"), OptionalInt.of(16), OptionalInt.of(24),
                        NONE)), OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), NONE),
                PolicyStatement.permitAll(List.of(), NONE)), NONE),
                new RoutePolicy("Q", List.of(PolicyStatement.permitAll(List.of(new PolicyAction.SetTag(5, NONE)), NONE)), NONE));
        rip = List.of(new RipProcess(Optional.empty(), List.of(IpPrefix.parse("10.0.12.0/24")), List.of(), Optional.empty(),
                Optional.empty(), new ProcessOptions(List.of(), List.of(new PolicyUse("P", PolicyDirection.IN, NONE),
                        new PolicyUse("Q", PolicyDirection.IN, NONE)), Optional.empty(), Optional.empty(), OptionalInt.empty(), NONE), NONE));

        assertThat(written()).contains(" distribute-list prefix P in\n").doesNotContain("Q in").contains("""
                ip prefix-list P seq 5 deny 10.0.0.0/8 ge 16 le 24
                ip prefix-list P seq 10 permit 0.0.0.0/0 le 32
                """);
    }

    @Test
    void onDemandRoutingNeedsDiscoveryOnTheTunnel() {
        odr = List.of(new OnDemandRouting(true, Optional.empty(), List.of("Tunnel100"), OptionalInt.empty(), NONE));

        assertThat(written()).contains("cdp run\n").contains(" cdp enable\n").contains("router odr\n");
    }

    @Test
    void fastDetectionIsSaidOnTheInterface() {
        bfd = List.of(new BidirectionalForwarding("Tunnel100", Duration.ofMillis(300), 5, List.of(RouteSource.EIGRP), NONE));

        assertThat(written()).contains(" bfd interval 300 min_rx 300 multiplier 5\n no bfd echo\n");
    }
}
