package dmvpn.config.frr;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.config.writer.ConfigurationText;
import dmvpn.config.writer.SecretResolver;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.crypto.Secret;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.Platform;
import dmvpn.network.device.RawConfiguration;
import dmvpn.network.device.Vendor;
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
import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.EigrpStub;
import dmvpn.network.routing.EigrpSummary;
import dmvpn.network.routing.NextHopSelf;
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
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.testing.NetworkBuilder;
import dmvpn.network.testing.NetworkBuilder;
import dmvpn.network.tunnel.TunnelInterface;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration of FRRouting says what the compiled device says, in commands that FRRouting reads (FRRouting, User Guide). */
class FrrWriterTest {

    private static final Origin NONE = Origin.NONE;

    @TempDir
    private Path directory;

    private List<StaticRoute> routes = List.of();
    private List<EigrpProcess> eigrp = List.of();
    private List<OspfProcess> ospf = List.of();
    private List<BgpProcess> bgp = List.of();
    private List<RipProcess> rip = List.of();
    private List<TunnelInterface> tunnels = List.of();
    private List<BidirectionalForwarding> bfd = List.of();
    private List<RoutePolicy> policies = List.of();
    private String address = "10.0.12.1/24";

    private Device device() {
        List<NetworkInterface> interfaces = List.of(
                new NetworkInterface("eth0", InterfaceKind.WAN, Optional.empty(), new AddressAssignment.Static(
                        InterfaceAddress.parse(address), Optional.of(InterfaceAddress.parse(address).address().plus(1)), NONE),
                        Optional.of("Mpls"), 1500, true, NONE),
                new NetworkInterface("lo", InterfaceKind.LOOPBACK, Optional.empty(), new AddressAssignment.Static(
                        InterfaceAddress.parse("10.255.0.1/32"), Optional.empty(), NONE), Optional.empty(), 1500, true, NONE));
        RoutingConfiguration routing = new RoutingConfiguration(routes, eigrp, ospf, bgp, rip, List.of(), bfd, policies, NONE);
        return new Device("R1", "R1", DeviceRole.ROUTER, new Platform(Vendor.FRR, "8.4", NONE), List.of(), interfaces, tunnels,
                CryptoConfiguration.NONE, routing, List.of(new RawConfiguration(Vendor.FRR, "ip prefix-list ANY seq 5 permit any\n",
                        NONE)), NONE);
    }

    /** The text, which FRRouting must be able to read. */
    private String written() {
        return new FrrWriter().write(device(), SecretResolver.inPlace()).text();
    }

    private void assertThatFrrReadsIt() throws Exception {
        assertThat(new Vtysh(directory).complaints(written())).isEmpty();
    }

    private static StaticRoute route(String prefix, String nextHop, String port, int distance, OptionalLong tag) {
        return new StaticRoute(Optional.empty(), IpPrefix.parse(prefix), Optional.ofNullable(nextHop).map(IpAddress::parse),
                Optional.ofNullable(port), distance, tag, NONE);
    }

    private static ProcessOptions redistributing(RouteSource source, Optional<SeedMetric> metric, OptionalLong tag) {
        return new ProcessOptions(
                List.of(new Redistribution(source, OptionalLong.empty(), metric, OptionalInt.empty(), tag, Optional.empty(), NONE)),
                List.of(), Optional.empty(), Optional.of(new AdministrativeDistance(115, OptionalInt.of(180), NONE)),
                OptionalInt.of(2), NONE);
    }

    private static BgpPeering peering(NextHopSelf nextHopSelf) {
        return new BgpPeering(List.of(65002L), Optional.of(Duration.ofSeconds(10)), Optional.of(Duration.ofSeconds(30)), nextHopSelf,
                true, true, true, Optional.of(new DefaultOrigination(NONE)), Optional.of("P"), Optional.empty(),
                Optional.of(new Secret("peer", Optional.of("word"), NONE)), true, NONE);
    }

    @Test
    void interfacesHaveTheirAddressesAndUplinksTheirDefaultRoute() throws Exception {
        assertThat(written()).startsWith("! frr.conf of R1 for FRRouting 8.4 or newer\nfrr defaults traditional\nhostname R1\n")
                .contains("interface eth0\n description Mpls\n ip address 10.0.12.1/24\nexit\n")
                .contains("interface lo\n ip address 10.255.0.1/32\nexit\n")
                .contains("\nip route 0.0.0.0/0 10.0.12.2 eth0\n")
                .endsWith("!\nip prefix-list ANY seq 5 permit any\n");
        assertThatFrrReadsIt();
        address = "2001:db8::1/64";
        assertThat(written()).contains(" ipv6 address 2001:db8::1/64\n").contains("\nipv6 route ::/0 2001:db8::2 eth0\n");
        assertThatFrrReadsIt();
    }

    @Test
    void staticRoutesHaveNextHopInterfaceTagAndDistance() throws Exception {
        routes = List.of(route("10.1.0.0/16", "10.0.12.9", null, 1, OptionalLong.empty()),
                route("10.2.0.0/16", "10.0.12.9", "eth0", 200, OptionalLong.of(7)),
                route("10.3.0.0/16", null, "eth0", 1, OptionalLong.empty()),
                route("10.4.0.0/16", null, null, 250, OptionalLong.empty()));

        assertThat(written()).contains("\nip route 10.1.0.0/16 10.0.12.9\n", "\nip route 10.2.0.0/16 10.0.12.9 eth0 tag 7 200\n",
                "\nip route 10.3.0.0/16 eth0\n", "\nip route 10.4.0.0/16 Null0 250\n");
        assertThatFrrReadsIt();
    }

    @Test
    void aRouteOfAVrfIsInItsBlock() throws Exception {
        routes = List.of(new StaticRoute(Optional.of("RED"), IpPrefix.parse("10.1.0.0/16"), Optional.empty(), Optional.of("eth0"), 1,
                NONE));

        assertThat(written()).contains("vrf RED\n ip route 10.1.0.0/16 eth0\nexit-vrf\n");
        assertThatFrrReadsIt();
    }

    @Test
    void ospfIsOnTheInterfaceAndInItsProcess() throws Exception {
        bfd = List.of(new BidirectionalForwarding("eth0", Duration.ofMillis(300), 3, List.of(RouteSource.OSPF), NONE));
        ospf = List.of(new OspfProcess(1, Optional.empty(),
                List.of(new OspfArea(2, OspfAreaKind.TOTALLY_NSSA, List.of(IpPrefix.parse("10.8.0.0/16")), NONE)),
                List.of(new OspfInterface("eth0", 2, OspfNetworkType.POINT_TO_MULTIPOINT, 0, OptionalInt.of(20), Duration.ofSeconds(30),
                        Duration.ofSeconds(120), false, false, true, NONE),
                        new OspfInterface("lo", 2, OspfNetworkType.BROADCAST, 1, OptionalInt.empty(), Duration.ofSeconds(10),
                                Duration.ofSeconds(40), true, false, false, NONE)),
                Optional.of(new DefaultOrigination(NONE)),
                redistributing(RouteSource.STATIC, Optional.of(new SeedMetric.Simple(9, NONE)), OptionalLong.of(777)), NONE));

        assertThat(written()).contains("""
                 ip ospf network point-to-multipoint
                 ip ospf priority 0
                 ip ospf cost 20
                 ip ospf hello-interval 30
                 ip ospf dead-interval 120
                 ip ospf bfd
                 ip ospf bfd profile eth0
                 ip ospf area 2
                exit
                """).contains("interface lo\n ip address 10.255.0.1/32\n ip ospf passive\n ip ospf area 2\nexit\n").contains("""
                router ospf
                 area 2 nssa no-summary
                 area 2 range 10.8.0.0/16
                 redistribute static metric 9 route-map TAG-777
                 default-information originate always
                 distance ospf intra-area 115 inter-area 115 external 180
                 maximum-paths 2
                exit
                """).contains("route-map TAG-777 permit 10\n set tag 777\nexit\n").contains("""
                bfd
                 profile eth0
                  detect-multiplier 3
                  transmit-interval 300
                  receive-interval 300
                 exit
                exit
                """);
        assertThatFrrReadsIt();
    }

    @Test
    void neighborsOfOspfAreNamedWithTheirPriority() throws Exception {
        ospf = List.of(new OspfProcess(1, Optional.empty(), List.of(),
                List.of(new OspfInterface("eth0", 0, OspfNetworkType.NON_BROADCAST, 255, OptionalInt.empty(), Duration.ofSeconds(10),
                        Duration.ofSeconds(40), false, false, false, NONE)),
                List.of(new OspfConfiguredNeighbor("eth0", IpAddress.parse("10.0.12.2"), 0, NONE)), Optional.empty(),
                ProcessOptions.NONE, NONE));

        assertThat(written()).contains("router ospf\n neighbor 10.0.12.2 priority 0 poll-interval 120\n");
        assertThatFrrReadsIt();
    }

    @Test
    void ospfForIpv6HasItsOwnDaemon() throws Exception {
        address = "2001:db8::1/64";
        ospf = List.of(new OspfProcess(1, Optional.empty(), List.of(new OspfArea(2, OspfAreaKind.STUB, NONE)),
                List.of(new OspfInterface("eth0", 2, OspfNetworkType.POINT_TO_POINT, 1, OptionalInt.of(20), Duration.ofSeconds(2),
                        Duration.ofSeconds(8), true, false, false, NONE)), Optional.empty(), ProcessOptions.NONE, NONE));

        assertThat(written()).contains("""
                 ipv6 ospf6 network point-to-point
                 ipv6 ospf6 cost 20
                 ipv6 ospf6 hello-interval 2
                 ipv6 ospf6 dead-interval 8
                 ipv6 ospf6 passive
                 ipv6 ospf6 area 2
                """).contains("router ospf6\n ospf6 router-id 10.255.0.1\n area 2 stub\n maximum-paths 4\nexit\n");
        assertThatFrrReadsIt();
    }

    @Test
    void bgpSaysItsSessionsAndWhatTheyCarry() throws Exception {
        policies = List.of(new RoutePolicy("P", List.of(PolicyStatement.permitAll(List.of(), NONE)), NONE));
        bgp = List.of(new BgpProcess(65001, Optional.empty(), List.of(IpPrefix.parse("10.9.0.0/16")),
                List.of(new BgpNeighbor(IpAddress.parse("10.0.12.2"), Optional.of("R2"), peering(NextHopSelf.ALL), NONE)),
                List.of(new BgpListenRange(IpPrefix.parse("10.0.12.0/24"), "SPOKES", peering(NextHopSelf.ON), NONE)),
                List.of(new BgpAggregate(IpPrefix.parse("10.0.0.0/8"), true, NONE)),
                redistributing(RouteSource.OSPF, Optional.empty(), OptionalLong.empty()), NONE));

        assertThat(written()).contains("""
                router bgp 65001
                 no bgp ebgp-requires-policy
                 no bgp default ipv4-unicast
                 bgp network import-check
                 neighbor SPOKES peer-group
                 neighbor SPOKES remote-as 65002
                 neighbor SPOKES password word
                 neighbor SPOKES timers 10 30
                 neighbor SPOKES bfd
                 neighbor 10.0.12.2 remote-as 65002
                 neighbor 10.0.12.2 password word
                 neighbor 10.0.12.2 timers 10 30
                 neighbor 10.0.12.2 bfd
                 bgp listen range 10.0.12.0/24 peer-group SPOKES
                 address-family ipv4 unicast
                  network 10.9.0.0/16
                  aggregate-address 10.0.0.0/8 summary-only
                  redistribute ospf
                  maximum-paths 2
                  maximum-paths ibgp 2
                  distance bgp 180 115 115
                  neighbor SPOKES activate
                  no neighbor SPOKES send-community all
                  neighbor SPOKES route-reflector-client
                  neighbor SPOKES next-hop-self
                  neighbor SPOKES allowas-in
                  neighbor SPOKES as-override
                  neighbor SPOKES default-originate
                  neighbor SPOKES route-map P in
                """).contains("  neighbor 10.0.12.2 next-hop-self force\n");
        assertThatFrrReadsIt();
    }

    /** Without an IPv4 address bgpd has no identifier, and opens no session. */
    @Test
    void bgpForIpv6SaysItsIdentifierAndItsFamily() throws Exception {
        bgp = List.of(new BgpProcess(65001, Optional.empty(), Optional.of(Ipv4Address.parse("0.0.0.1")),
                List.of(IpPrefix.parse("2001:db8:9::/48")), List.of(),
                List.of(new BgpListenRange(IpPrefix.parse("2001:db8::/64"), "SPOKES", peering(NextHopSelf.OFF), NONE)),
                OptionalInt.of(250), List.of(), redistributing(RouteSource.OSPF, Optional.empty(), OptionalLong.empty()), NONE));

        assertThat(written()).contains("""
                router bgp 65001
                 bgp router-id 0.0.0.1
                 no bgp ebgp-requires-policy
                 no bgp default ipv4-unicast
                """).contains("""
                 bgp listen range 2001:db8::/64 peer-group SPOKES
                 bgp listen limit 250
                """).contains("""
                 address-family ipv6 unicast
                  network 2001:db8:9::/48
                  redistribute ospf6
                  maximum-paths 2
                """);
        assertThatFrrReadsIt();
    }

    @Test
    void policiesMatchPrefixesTagsCommunitiesPathsAndProtocols() throws Exception {
        List<PolicyAction> actions = new ArrayList<>(List.of(new PolicyAction.SetMetric(5, NONE), new PolicyAction.SetTag(8, NONE),
                new PolicyAction.SetLocalPreference(200, NONE), new PolicyAction.Prepend(65001, 2, NONE),
                new PolicyAction.SetCommunity("65000:2", NONE), new PolicyAction.SetNextHop(Optional.empty(), NONE),
                new PolicyAction.SetExternalType(1, NONE)));
        policies = List.of(new RoutePolicy("P", List.of(
                new PolicyStatement(true,
                        List.of(new PrefixMatch(IpPrefix.parse("10.0.0.0/8"), OptionalInt.of(16), OptionalInt.of(24), NONE)),
                        OptionalLong.of(7), Optional.of("65000:1"), Optional.of("^65002_"), Optional.of("ospf"), actions, NONE),
                new PolicyStatement(false, List.of(), OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                        List.of(), NONE)), NONE));

        assertThat(written()).contains("ip prefix-list P-10 seq 5 permit 10.0.0.0/8 ge 16 le 24\n"
                + "bgp community-list standard P-10 permit 65000:1\nbgp as-path access-list P-10 permit ^65002_\n").contains("""
                route-map P permit 10
                 match ip address prefix-list P-10
                 match tag 7
                 match community P-10
                 match as-path P-10
                 match source-protocol ospf
                 set metric 5
                 set tag 8
                 set local-preference 200
                 set as-path prepend 65001 65001
                 set community 65000:2
                 set ip next-hop peer-address
                 set metric-type type-1
                exit
                !
                route-map P deny 20
                exit
                """);
        assertThatFrrReadsIt();
    }

    @Test
    void ripCountsTheEndOfARouteFromItsInvalidation() throws Exception {
        rip = List.of(new RipProcess(Optional.empty(), List.of(IpPrefix.parse("10.0.12.0/24")),
                List.of(new RipInterface("eth0", false, true, List.of(), NONE)),
                Optional.of(RipTimers.ofUpdate(Duration.ofSeconds(10), NONE)), Optional.of(new DefaultOrigination(NONE)),
                redistributing(RouteSource.CONNECTED, Optional.of(new SeedMetric.Simple(3, NONE)), OptionalLong.empty()), NONE));

        assertThat(written()).contains(" no ip rip split-horizon\n").contains("""
                router rip
                 version 2
                 timers basic 10 60 20
                 network 10.0.12.0/24
                 passive-interface eth0
                 default-information originate
                 redistribute connected metric 3
                 distance 115
                 allow-ecmp
                exit
                """);
        assertThatFrrReadsIt();
    }

    @Test
    void policiesOfRipAreOnEachInterfaceThatTakesPart() throws Exception {
        policies = List.of(new RoutePolicy("P", List.of(PolicyStatement.permitAll(List.of(new PolicyAction.SetTag(5, NONE)), NONE)),
                NONE));
        rip = List.of(new RipProcess(Optional.empty(), List.of(IpPrefix.parse("10.0.12.0/24")), List.of(), Optional.empty(),
                Optional.empty(), new ProcessOptions(List.of(), List.of(new PolicyUse("P", PolicyDirection.IN, NONE)), Optional.empty(),
                        Optional.empty(), OptionalInt.of(1), NONE), NONE));

        assertThat(written()).contains(" route-map P in eth0\n").doesNotContain("allow-ecmp")
                .contains("! - policy P on RIP before FRRouting 8.5");
        assertThatFrrReadsIt();
    }

    @Test
    void policiesOfPrefixesAloneAreDistributeListsOfRip() throws Exception {
        policies = List.of(new RoutePolicy("P", List.of(
                new PolicyStatement(false, List.of(new PrefixMatch(IpPrefix.parse("10.0.0.0/8"), OptionalInt.of(16), OptionalInt.of(24),
                        NONE)), OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), NONE),
                PolicyStatement.permitAll(List.of(), NONE)), NONE));
        rip = List.of(new RipProcess(Optional.empty(), List.of(IpPrefix.parse("10.0.12.0/24")), List.of(), Optional.empty(),
                Optional.empty(), new ProcessOptions(List.of(), List.of(new PolicyUse("P", PolicyDirection.OUT, NONE)), Optional.empty(),
                        Optional.empty(), OptionalInt.of(1), NONE), NONE));

        assertThat(written()).contains(" distribute-list prefix P out\n").doesNotContain(" route-map P out").contains("""
                ip prefix-list P seq 5 deny 10.0.0.0/8 ge 16 le 24
                ip prefix-list P seq 10 permit 0.0.0.0/0 le 32
                """);
        assertThatFrrReadsIt();
    }

    /** A tunnel of another table has an address that the networks of the process cover, and is not in it all the same. */
    @Test
    void tunnelsOfAnotherTableTakeNoPartInRip() {
        for (Optional<String> vrf : List.of(Optional.of("RED"), Optional.<String>empty())) {
            RipProcess process = new RipProcess(vrf, List.of(IpPrefix.parse("10.0.0.0/8")), List.of(), Optional.empty(),
                    Optional.empty(), new ProcessOptions(List.of(), List.of(new PolicyUse("P", PolicyDirection.IN, NONE)),
                            Optional.empty(), Optional.empty(), OptionalInt.of(1), NONE), NONE);
            rip = List.of(process);
            tunnels = NetworkBuilder.phase3().build().deviceNamed("HQ1").orElseThrow().tunnels();
            assertThat(written().contains(" route-map P in Tunnel100\n")).isEqualTo(vrf.isEmpty());
        }
    }

    @Test
    void eigrpWithANameIsWrittenInClassicModeAndSaidInTheHeader() throws Exception {
        eigrp = List.of(new EigrpProcess(100, Optional.empty(), List.of(IpPrefix.parse("10.0.0.0/8")), Optional.empty(), List.of(), NONE)
                .named("WAN"));

        assertThat(written()).contains("! - named mode of EIGRP 100, called WAN: FRRouting has classic mode and metrics alone\n")
                .contains("router eigrp 100\n network 10.0.0.0/8\n");
    }

    @Test
    void eigrpSaysWhatFrroutingCannotDoInTheHeader() throws Exception {
        eigrp = List.of(new EigrpProcess(100, Optional.empty(), List.of(IpPrefix.parse("10.0.0.0/8")),
                Optional.of(new EigrpStub(true, true, NONE)),
                List.of(new EigrpInterface("eth0", Duration.ofSeconds(2), Duration.ofSeconds(6), false, true, true,
                        List.of(new EigrpSummary(IpPrefix.parse("10.8.0.0/16"), List.of(), NONE)), NONE)),
                Optional.empty(), redistributing(RouteSource.STATIC,
                        Optional.of(new SeedMetric.Eigrp(1000, 10, 255, 1, 1500, NONE)), OptionalLong.empty()), NONE));

        assertThat(written()).startsWith("""
                ! frr.conf of R1 for FRRouting 8.4 or newer
                ! Left out:
                ! - EIGRP without split horizon on eth0: FRRouting 8.4 cannot switch it off
                ! - EIGRP 100 is a stub: FRRouting 8.4 has none
                ! - distance 115 of EIGRP: FRRouting has fixed ones
                """).contains(" ip hello-interval eigrp 2\n ip hold-time eigrp 6\n ip summary-address eigrp 100 10.8.0.0/16\n")
                .contains("""
                router eigrp 100
                 network 10.0.0.0/8
                 passive-interface eth0
                 redistribute static metric 1000 10 255 1 1500
                 maximum-paths 2
                exit
                """);
        assertThatFrrReadsIt();
    }

    @Test
    void tunnelsAndOtherPlatformsAreNamedAsLeftOut() throws Exception {
        Device hub = NetworkBuilder.phase3().build().deviceNamed("HQ1").orElseThrow();
        ConfigurationText text = new FrrWriter().write(hub, SecretResolver.inPlace());

        assertThat(text.notes()).contains("HQ1 has platform cisco-iosxe but this is a configuration of FRRouting",
                "interface GigabitEthernet1: Linux takes names of at most 15 characters, so that it needs another one",
                "interface GigabitEthernet1 in VRF INET: Linux puts it there (ip link set GigabitEthernet1 master INET)");
        assertThat(text.text()).contains("! - tunnel " + hub.tunnels().getFirst().name()
                + ": its GRE device, NHRP and IPsec are not written yet\n");
        assertThat(new Vtysh(directory).complaints(text.text())).isEmpty();
    }

    @Test
    void aSecretThatNobodyKnowsIsAPlaceholder() throws Exception {
        policies = List.of(new RoutePolicy("P", List.of(PolicyStatement.permitAll(List.of(), NONE)), NONE));
        bgp = List.of(new BgpProcess(65001, Optional.empty(), List.of(),
                List.of(new BgpNeighbor(IpAddress.parse("10.0.12.2"), Optional.empty(), peering(NextHopSelf.OFF), NONE)), List.of(),
                List.of(), ProcessOptions.NONE, NONE));
        ConfigurationText text = new FrrWriter().write(device(), SecretResolver.hidden());

        assertThat(text.text()).contains("password <secret-peer>");
        assertThat(text.notes()).anyMatch(note -> note.contains("<secret-peer>"));
        assertThat(new Vtysh(directory).complaints(text.text())).isEmpty();
    }
}
