package dmvpn.config.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.config.writer.SecretResolver;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.ReversePathCheck;
import dmvpn.network.device.Vrf;
import dmvpn.network.forwarding.ClearedDontFragment;
import dmvpn.network.forwarding.ForwardingPolicy;
import dmvpn.network.forwarding.InternetExit;
import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.forwarding.PolicyRoute;
import dmvpn.network.forwarding.PolicyScope;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.testing.NetworkBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Policy routing, exits to the Internet, checks of sources, VPNs. */
class ForwardingWriterTest {

    private final Device hub = NetworkBuilder.phase3().build().deviceNamed("HQ1").orElseThrow();

    private static List<String> lines(Device device) {
        return new CiscoWriter().write(device, SecretResolver.inPlace()).text().lines().toList();
    }

    private static Device changed(Device from, List<Vrf> vrfs, List<NetworkInterface> interfaces, List<StaticRoute> routes,
            ForwardingPolicy forwarding) {
        return new Device(from.name(), from.reference(), from.role(), from.platform(), from.site(), vrfs, interfaces, from.tunnels(),
                from.crypto(), new RoutingConfiguration(routes, from.routing().eigrp(), Origin.NONE), forwarding, from.raw(),
                from.origin());
    }

    private Device with(ForwardingPolicy forwarding) {
        return changed(hub, hub.vrfs(), hub.interfaces(), List.of(), forwarding);
    }

    private static List<String> section(List<String> lines, String header) {
        return lines.subList(lines.indexOf(header) + 1, lines.size()).stream().takeWhile(line -> line.startsWith(" ")).toList();
    }

    private static PolicyRoute route(PolicyScope scope, String source, PacketProtocol protocol, String nextHop) {
        return new PolicyRoute(scope, Optional.ofNullable(source).map(IpPrefix::parse), Optional.empty(),
                Optional.ofNullable(protocol), IpAddress.parse(nextHop), Origin.NONE);
    }

    /** Cisco IOS IP Routing: Protocol-Independent Command Reference, ip policy route-map. */
    @Test
    void policyRoutesOfOneInterfaceAreOneMapInWhichTheFirstMatchDecides() {
        PolicyScope tunnel = new PolicyScope.ArrivingOn("Tunnel100", Origin.NONE);
        List<String> lines = lines(with(new ForwardingPolicy(List.of(route(tunnel, "10.100.0.0/16", PacketProtocol.TCP, "10.1.0.9"),
                route(tunnel, null, null, "10.1.0.8")), List.of(), Origin.NONE)));

        assertThat(section(lines, "ip access-list extended PBR-Tunnel100-10")).containsExactly(" permit tcp 10.100.0.0 0.0.255.255 any");
        assertThat(section(lines, "route-map PBR-Tunnel100 permit 10"))
                .containsExactly(" match ip address PBR-Tunnel100-10", " set ip next-hop 10.1.0.9");
        assertThat(section(lines, "route-map PBR-Tunnel100 permit 20")).containsExactly(" set ip next-hop 10.1.0.8");
        assertThat(section(lines, "interface Tunnel100")).containsOnlyOnce(" ip policy route-map PBR-Tunnel100");
        assertThat(lines).containsSubsequence("route-map PBR-Tunnel100 permit 10", "interface Tunnel100");
    }

    /** Cisco IOS IP Routing: Protocol-Independent Command Reference, set ip df. */
    @Test
    void whereTheDfBitIsClearedAMapClearsItForAllPackets() {
        ClearedDontFragment cleared = new ClearedDontFragment("Tunnel100", Origin.NONE);
        List<String> alone = lines(with(new ForwardingPolicy(List.of(), List.of(), List.of(cleared), Origin.NONE)));
        assertThat(section(alone, "route-map PBR-Tunnel100 permit 10")).containsExactly(" set ip df 0");
        assertThat(section(alone, "interface Tunnel100")).containsOnlyOnce(" ip policy route-map PBR-Tunnel100");

        List<String> both = lines(with(new ForwardingPolicy(List.of(route(new PolicyScope.ArrivingOn("Tunnel100", Origin.NONE),
                "10.100.0.0/16", null, "10.1.0.9")), List.of(), List.of(cleared), Origin.NONE)));
        assertThat(section(both, "route-map PBR-Tunnel100 permit 10"))
                .containsExactly(" match ip address PBR-Tunnel100-10", " set ip next-hop 10.1.0.9", " set ip df 0");
        assertThat(section(both, "route-map PBR-Tunnel100 permit 20")).containsExactly(" set ip df 0");
        assertThat(section(both, "interface Tunnel100")).containsOnlyOnce(" ip policy route-map PBR-Tunnel100");
    }

    @Test
    void aPolicyForOwnPacketsIsLocal() {
        List<String> lines = lines(with(new ForwardingPolicy(
                List.of(route(new PolicyScope.OwnPackets(Origin.NONE), null, PacketProtocol.AH, "203.0.113.9")), List.of(), Origin.NONE)));

        assertThat(section(lines, "ip access-list extended PBR-LOCAL-10")).containsExactly(" permit ahp any any");
        assertThat(lines).contains("ip local policy route-map PBR-LOCAL");
    }

    @Test
    void aPolicyForIpv6HasCommandsOfItsOwn() {
        List<String> lines = lines(with(new ForwardingPolicy(List.of(route(new PolicyScope.ArrivingOn("GigabitEthernet2", Origin.NONE),
                "2001:db8::/32", null, "2001:db8:1::9")), List.of(), Origin.NONE)));

        assertThat(section(lines, "ipv6 access-list PBR-GigabitEthernet2-10")).containsExactly(" permit ipv6 2001:db8::/32 any");
        assertThat(section(lines, "route-map PBR-GigabitEthernet2 permit 10"))
                .containsExactly(" match ipv6 address PBR-GigabitEthernet2-10", " set ipv6 next-hop 2001:db8:1::9");
        assertThat(section(lines, "interface GigabitEthernet2")).contains(" ipv6 policy route-map PBR-GigabitEthernet2");
    }

    /** The uplink is in VRF INET, the local network in the global table: the default route names the interface. */
    @Test
    void anInternetExitTranslatesLocalNetworksAndNamesItsUplink() {
        List<String> lines = lines(with(new ForwardingPolicy(List.of(), List.of(new InternetExit("GigabitEthernet1", Origin.NONE)), Origin.NONE)));

        assertThat(section(lines, "ip access-list extended NAT-GigabitEthernet1")).containsExactly(" permit ip 10.1.0.0 0.0.255.255 any");
        assertThat(lines).contains("ip nat inside source list NAT-GigabitEthernet1 interface GigabitEthernet1 overload",
                "ip route 0.0.0.0 0.0.0.0 GigabitEthernet1 203.0.113.254");
        assertThat(section(lines, "interface GigabitEthernet1")).contains(" ip nat outside");
        assertThat(section(lines, "interface GigabitEthernet2")).contains(" ip nat inside");
        assertThat(lines(hub)).noneMatch(line -> line.contains(" nat "));
    }

    @Test
    void anExitInTheTableOfTheLocalNetworksHasTheDefaultRouteOfItsUplink() {
        Device global = global();
        List<String> lines = lines(changed(global, List.of(), global.interfaces(), List.of(),
                new ForwardingPolicy(List.of(), List.of(new InternetExit("GigabitEthernet1", Origin.NONE)), Origin.NONE)));

        assertThat(lines).filteredOn(line -> line.startsWith("ip route")).containsExactly("ip route 0.0.0.0 0.0.0.0 203.0.113.254");
    }

    private static Device global() {
        NetworkBuilder network = NetworkBuilder.phase3();
        network.device("HQ1").wanVrf(Optional.empty());
        return network.build().deviceNamed("HQ1").orElseThrow();
    }

    /** Cisco IOS Security Command Reference, ip verify unicast source reachable-via. */
    @Test
    void theCheckOfSourcesIsOnItsInterface() {
        assertThat(section(lines(checked(ReversePathCheck.Mode.STRICT)), "interface GigabitEthernet1"))
                .contains(" ip verify unicast source reachable-via rx");
        assertThat(section(lines(checked(ReversePathCheck.Mode.LOOSE)), "interface GigabitEthernet1"))
                .contains(" ip verify unicast source reachable-via any");
    }

    private Device checked(ReversePathCheck.Mode mode) {
        List<NetworkInterface> interfaces = new ArrayList<>(hub.interfaces());
        NetworkInterface wan = interfaces.getFirst();
        interfaces.set(0, new NetworkInterface(wan.name(), wan.kind(), wan.vrf(), wan.assignment(), wan.transport(), wan.mtuBytes(),
                wan.enabled(), Optional.of(new ReversePathCheck(mode, Origin.NONE)), Optional.empty(), wan.origin()));
        return changed(hub, hub.vrfs(), interfaces, List.of(), ForwardingPolicy.NONE);
    }

    @Test
    void anIpv6LeaseAsksForADefaultRouteToo() {
        List<NetworkInterface> interfaces = new ArrayList<>(hub.interfaces());
        interfaces.set(0, new NetworkInterface("GigabitEthernet1", InterfaceKind.WAN, Optional.of("INET"),
                new AddressAssignment.Dhcp(true, Origin.NONE), Optional.of("Internet"), 1500, true, Origin.NONE));
        List<String> lines = lines(changed(hub, hub.vrfs(), interfaces, List.of(), ForwardingPolicy.NONE));

        assertThat(section(lines, "interface GigabitEthernet1")).contains(" ipv6 address dhcp", " ipv6 nd autoconfig default-route");
        assertThat(section(lines, "interface Tunnel100")).contains(" tunnel mode gre multipoint ipv6");
        assertThat(section(lines, "vrf definition INET")).contains(" address-family ipv6");
        assertThat(lines).contains("ipv6 unicast-routing");
    }

    /** RFC 4364 sections 4.2 and 4.3.1. */
    @Test
    void aVpnHasItsCommunitiesBeforeItsAddressFamilies() {
        List<Vrf> vrfs = List.of(new Vrf("RED", Optional.of("65000:10"), Optional.of("65000:11"), Origin.NONE));

        assertThat(section(lines(changed(hub, vrfs, hub.interfaces(), List.of(), ForwardingPolicy.NONE)), "vrf definition RED"))
                .startsWith(" rd 65000:10", " route-target export 65000:11", " route-target import 65000:11", " address-family ipv4");
    }

    @Test
    void aStaticRouteHasItsInterfaceAndItsTag() {
        StaticRoute route = new StaticRoute(Optional.empty(), IpPrefix.IPV4_DEFAULT, Optional.of(IpAddress.parse("203.0.113.254")),
                Optional.of("GigabitEthernet1"), 5, OptionalLong.of(77), Origin.NONE);

        assertThat(lines(changed(hub, hub.vrfs(), hub.interfaces(), List.of(route), ForwardingPolicy.NONE)))
                .contains("ip route 0.0.0.0 0.0.0.0 GigabitEthernet1 203.0.113.254 5 tag 77");
    }
}
