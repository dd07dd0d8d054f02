package dmvpn.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.AddressTranslation;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.ReversePathCheck;
import dmvpn.network.device.UplinkAccess;
import dmvpn.network.forwarding.InternetExit;
import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.forwarding.PolicyRoute;
import dmvpn.network.forwarding.PolicyScope;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.scenario.Expectation;
import dmvpn.network.underlay.EdgeProtocol;
import dmvpn.network.underlay.Host;
import dmvpn.network.underlay.ProviderRouting;
import dmvpn.network.underlay.Transport;
import dmvpn.network.underlay.TransportKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transports, uplinks and what routers do besides tunnels. */
class UnderlayCompileTest {

    private static Transport transport(String settings) {
        return Models.network("transport Other { }\n" + Models.sound("transport Internet { latency 10ms", "transport Internet { latency 10ms "
                + settings)).transportNamed("Internet").orElseThrow();
    }

    private static NetworkInterface uplink(String clause) {
        return Models.device(Models.sound("wan Internet dhcp", clause), "Branch1").interfaces().getFirst();
    }

    private static Device hub(String clauses) {
        return Models.device(Models.sound("hub HQ {", "hub HQ {\n" + clauses + "\n"), "HQ");
    }

    private static List<String> findings(String clauses) {
        return Models.findings(Models.sound("hub HQ {", "hub HQ {\n" + clauses + "\n"));
    }

    /** A firewall between a router and its hosts. */
    @Test
    void aLocalNetworkMayHaveAFirewall() {
        UplinkAccess access = Models.network(Models.SOUND.replaceFirst("lan (\\S+)", "lan $1 blocks icmp, tcp port 445"))
                .devices().stream().flatMap(device -> device.interfaces().stream())
                .filter(each -> each.kind() == InterfaceKind.LAN && each.access().isPresent()).findFirst().orElseThrow()
                .access().orElseThrow();

        assertThat(access.blocked()).extracting(traffic -> traffic.text()).containsExactly("icmp", "tcp port 445");
        assertThat(Models.findings(Models.SOUND.replaceFirst("lan (\\S+)", "lan $1 blocks unsolicited")))
                .anyMatch(finding -> finding.contains("unsolicited stands behind wan"));
    }

    @Test
    void aTransportHasAQueueAndReachesOthers() {
        Transport transport = transport("queue 64 reaches Other kind lte");

        assertThat(transport.queuePackets()).hasValue(64);
        assertThat(transport.reaches()).containsExactly("Other");
        assertThat(transport.kind()).isEqualTo(TransportKind.LTE);
        assertThat(transport("").queuePackets()).isEmpty();
    }

    @Test
    void transportsReachEachOtherInBothDirections() {
        CompiledNetwork network = Models.network("transport A { reaches B } transport B { } transport C { }");
        Transport a = network.transportNamed("A").orElseThrow();
        Transport b = network.transportNamed("B").orElseThrow();

        assertThat(a.isConnectedWith(b)).isTrue();
        assertThat(b.isConnectedWith(a)).isTrue();
        assertThat(a.isConnectedWith(network.transportNamed("C").orElseThrow())).isFalse();
    }

    @Test
    void theProvidersRoutingIsKept() {
        ProviderRouting provider = transport("provider-as 64512 pe-ce ebgp ce-handoff ospf external type-1").provider().orElseThrow();

        assertThat(provider.autonomousSystem()).hasValue(64512);
        assertThat(provider.edgeProtocol()).contains(EdgeProtocol.EBGP);
        assertThat(provider.handoff().orElseThrow().protocol()).isEqualTo(EdgeProtocol.OSPF);
        assertThat(provider.handoff().orElseThrow().externalType()).contains(1);
        // RFC 4577 section 4.2.6: type 2 unless told otherwise.
        assertThat(transport("ce-handoff ospf").provider().orElseThrow().handoff().orElseThrow().externalType()).contains(2);
        assertThat(transport("").provider()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "queue 0|'0' is not a whole number from 1 to 240000",
        "queue much|'much' is not a whole number from 1 to 240000",
        "provider-as 0|'0' is not a whole number from 1 to 4294967295",
        "pe-ce isis|'isis' is not a protocol between provider and customer: expected one of ebgp, ospf, eigrp, rip, static",
        "ce-handoff ospf external e1|'e1' is not a type of external routes: expected type-1 or type-2",
        "ce-handoff ebgp external type-1|Only OSPF has types of external routes",
        "reaches Internet|Internet reaches itself anyway",
        "reaches Nowhere|No transport is called 'Nowhere'"})
    void aBadSettingOfATransportIsReported(String setting, String message) {
        assertThat(Models.findings(Models.sound("latency 10ms", "latency 10ms " + setting))).anyMatch(found -> found.contains(message));
    }

    @Test
    void leasesMayBeIpv6Addresses() {
        NetworkInterface uplink = Models.device(Models.sound("198.51.100.0/24", "2001:db8:1::/64"), "Branch1").interfaces().getFirst();

        assertThat(((AddressAssignment.Dhcp) uplink.assignment()).ipv6()).isTrue();
        assertThat(((AddressAssignment.Dhcp) uplink("wan Internet dhcp").assignment()).ipv6()).isFalse();
    }

    @Test
    void anUplinkBehindPatHasAnInsideLeaseOfTheSharedAddressSpace() {
        AddressTranslation translation = uplink("wan Internet dhcp behind pat").translation().orElseThrow();

        assertThat(translation.kind()).isEqualTo(AddressTranslation.Kind.PORT_ADDRESS);
        assertThat(translation.outside()).isEmpty();
        // RFC 6598
        assertThat(translation.inside()).isEqualTo(IpPrefix.parse("100.64.0.0/10"));
        assertThat(uplink("wan Internet dhcp behind pat inside 192.168.178.0/24").translation().orElseThrow().inside())
                .isEqualTo(IpPrefix.parse("192.168.178.0/24"));
        assertThat(uplink("wan Internet 10.9.0.{n}/24 behind pat as 192.0.2.1").translation().orElseThrow().inside())
                .isEqualTo(IpPrefix.parse("10.9.0.0/24"));
    }

    @Test
    void clientsOfAHubBehindAStaticTranslationSendToItsOutsideAddress() {
        String text = Models.sound("wan Internet 203.0.113.1/24 gateway 203.0.113.254",
                "wan Internet 10.9.0.4/24 gateway 10.9.0.1 behind nat as 203.0.113.1");

        assertThat(Models.device(text, "HQ").interfaces().getFirst().fixedOutsideAddress()).contains(IpAddress.parse("203.0.113.1"));
        assertThat(Models.device(text, "HQ").interfaces().getFirst().fixedAddress()).contains(IpAddress.parse("10.9.0.4"));
        assertThat(Models.device(text, "Branch1").tunnels().getFirst().nhrp().nextHopServers().getFirst().nbmaAddress())
                .isEqualTo(IpAddress.parse("203.0.113.1"));
        assertThat(Models.broken(text)).isEmpty();
    }

    @Test
    void aLeaseBehindAFixedOutsideAddressNeedsNoPoolOfTheTransport() {
        String text = Models.sound("  dhcp 198.51.100.0/24", "").replace("wan Internet dhcp", "wan Internet dhcp behind pat as 192.0.2.{n}");

        assertThat(Models.broken(text)).doesNotContain("L-DHCP");
        assertThat(Models.broken(text.replace(" as 192.0.2.{n}", ""))).contains("L-DHCP");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "behind nat|A static translation has one outside address: write behind nat as 203.0.113.5, or behind pat",
        "behind pat as here|'here' is not an address such as",
        "behind pat inside 10.0.0.1/8|'10.0.0.1/8' has host bits set",
        "blocks everything|'everything' is not traffic that a firewall can block: expected one of icmp, tcp, udp, gre, esp, ah, fragments, unsolicited",
        "blocks esp port 500|Only udp and tcp have ports",
        "blocks unsolicited port 500|Only udp and tcp have ports",
        "blocks udp port 70000|'70000' is not a whole number from 1 to 65535",
        "reverse-path sometimes|'sometimes' is not a check of the reverse path: expected strict or loose"})
    void aBadOptionOfAnUplinkIsReported(String option, String message) {
        assertThat(Models.findings(Models.sound("wan Internet dhcp", "wan Internet dhcp " + option)))
                .anyMatch(found -> found.contains(message));
    }

    @Test
    void anAddressOutsideOfTheInsideNetworkIsReported() {
        assertThat(Models.findings(Models.sound("wan Internet dhcp", "wan Internet 10.9.0.{n}/24 behind pat inside 10.8.0.0/24")))
                .anyMatch(found -> found.contains("The router's address 10.9.0.1 is not in 10.8.0.0/24"));
    }

    @Test
    void aFirewallBlocksProtocolsPortsAndWhatWasNotAskedFor() {
        UplinkAccess access = uplink("wan Internet dhcp blocks esp, udp port 500, fragments, unsolicited").access().orElseThrow();

        assertThat(access.blocked()).extracting(traffic -> traffic.text()).containsExactly("esp", "udp port 500", "fragments", "unsolicited");
        assertThat(access.blocks(PacketProtocol.ESP, 0)).isPresent();
        assertThat(access.blocks(PacketProtocol.UDP, 4500)).isEmpty();
        assertThat(access.dropsUnsolicited()).isTrue();
        assertThat(access.translation()).isEmpty();
    }

    @Test
    void anUplinkMayBeShutDownAndCheckSources() {
        NetworkInterface uplink = uplink("wan Internet dhcp reverse-path loose shutdown");

        assertThat(uplink.enabled()).isFalse();
        assertThat(uplink.reversePathCheck().orElseThrow().mode()).isEqualTo(ReversePathCheck.Mode.LOOSE);
        assertThat(uplink("wan Internet dhcp").enabled()).isTrue();
        assertThat(uplink("wan Internet dhcp").reversePathCheck()).isEmpty();
    }

    @Test
    void aPlainRouterIsInNoCloud() {
        String text = Models.SOUND + "router Core { wan Internet dhcp lan 10.50.0.0/24 route 10.60.0.0/16 via 10.50.0.9 }";
        Device core = Models.device(text, "Core");

        assertThat(core.role()).isEqualTo(DeviceRole.ROUTER);
        assertThat(core.tunnels()).isEmpty();
        assertThat(core.interfaces()).hasSize(2);
        assertThat(Models.findings(text)).isEmpty();
        assertThat(Models.findings(text.replace("router Core {", "router Core { join Corp as 10.0.0.99 via HQ")))
                .anyMatch(found -> found.contains("L-TARGET Core is a plain router, which is in no cloud"));
        assertThat(Models.findings(Models.sound("via HQ", "via Core") + "router Core { wan Internet dhcp }"))
                .anyMatch(found -> found.contains("only a hub can be a next-hop server"));
    }

    @Test
    void aStaticRouteLeadsToANextHopAnInterfaceOrNowhere() {
        Device hub = hub("route 10.1.0.0/16 discard tag 7\nroute 10.2.0.0/16 interface GigabitEthernet2\n"
                + "route 10.3.0.0/16 via 192.168.1.9 interface GigabitEthernet2 distance 5");

        assertThat(hub.routing().staticRoutes()).extracting(StaticRoute::nextHop, StaticRoute::interfaceName, StaticRoute::distance)
                .extracting(Object::toString).containsExactly(
                        "(Optional.empty, Optional.empty, 1)",
                        "(Optional.empty, Optional[GigabitEthernet2], 1)",
                        "(Optional[192.168.1.9], Optional[GigabitEthernet2], 5)");
        assertThat(hub.routing().staticRoutes().getFirst().tag()).hasValue(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "route 10.1.0.0/16|The route leads nowhere: write via with an address, interface with a name, or discard",
        "route 10.1.0.0/16 interface Gi9|HQ has no interface Gi9: it has GigabitEthernet1, GigabitEthernet2, Tunnel100",
        "route 10.1.0.0/16 discard interface GigabitEthernet1|A route either discards packets or sends them out of an interface",
        "route 10.1.0.0/16 discard tag 0|'0' is not a whole number from 1 to 4294967295",
        "policy-route on interface Gi9 next-hop 10.0.0.1|HQ has no interface Gi9",
        "policy-route on lan protocol ipx next-hop 10.0.0.1|'ipx' is not a protocol: expected one of icmp, tcp",
        "internet-exit Other|HQ has no wan on transport Other",
        "vpn RED rd 65000|'65000' is not a route distinguisher such as 65000:10 or 10.0.0.1:10",
        "vpn RED rd 65000:10 route-target red|'red' is not a route target such as"})
    void aBadClauseOfARouterIsReported(String clause, String message) {
        String text = "transport Other { }\n" + Models.sound("hub HQ {", "hub HQ {\n" + clause + "\n");

        assertThat(Models.findings(text)).anyMatch(found -> found.contains(message));
    }

    @Test
    void aPolicyRouteLooksAtOwnPacketsOrAtWhatArrives() {
        List<PolicyRoute> routes = hub("lan 192.168.2.0/24\npolicy-route on lan from 192.168.0.0/16 to 10.0.0.0/8 protocol tcp next-hop 192.168.1.9\n"
                + "policy-route on tunnel Corp next-hop 192.168.1.9\npolicy-route local next-hop 203.0.113.253").forwarding().policyRoutes();

        assertThat(routes).extracting(route -> route.scope() instanceof PolicyScope.ArrivingOn on ? on.interfaceName() : "own")
                .containsExactly("GigabitEthernet2", "GigabitEthernet3", "Tunnel100", "own");
        assertThat(routes.getFirst().source()).contains(IpPrefix.parse("192.168.0.0/16"));
        assertThat(routes.getFirst().protocol()).contains(PacketProtocol.TCP);
        assertThat(routes.getLast().nextHop()).isEqualTo(IpAddress.parse("203.0.113.253"));
    }

    @Test
    void anInternetExitIsAnUplink() {
        assertThat(hub("internet-exit Internet").forwarding().internetExits()).extracting(InternetExit::interfaceName)
                .containsExactly("GigabitEthernet1");
    }

    @Test
    void aVpnIsAVrfWithCommunities() {
        Device hub = hub("vpn RED rd 65000:10 route-target 65000:11\nvpn BLUE");

        assertThat(hub.vrfs()).extracting(vrf -> vrf.name() + vrf.routeDistinguisher() + vrf.routeTarget())
                .containsExactly("REDOptional[65000:10]Optional[65000:11]", "BLUEOptional.emptyOptional.empty");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "reaches Other|reaches is kept but not simulated yet",
        "provider-as 64512|provider-as without pe-ce or ce-handoff has no effect",
        "pe-ce ospf|pe-ce ospf tells routes of other sites as external ones"})
    void whatTheRunDoesNotKnowOfTransportsIsSaid(String setting, String message) {
        String text = "transport Other { }\n" + Models.sound("latency 10ms", "latency 10ms " + setting);

        assertThat(Models.findings(text)).singleElement().asString().contains("L-NOT-SIMULATED").contains(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider-as 64512  pe-ce ebgp", "pe-ce static", "pe-ce rip", "pe-ce ebgp  ce-handoff eigrp", "pe-ce ebgp  ce-handoff ospf external type-1"})
    void whatTheRunKnowsOfProvidersIsNotReported(String setting) {
        assertThat(Models.findings(Models.sound("latency 10ms", "latency 10ms " + setting))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"site Campus", "internet-exit Internet", "vpn RED rd 1:1"})
    void whatTheRunDoesNotKnowOfRoutersIsSaid(String clause) {
        assertThat(findings(clause)).singleElement().asString().contains("L-NOT-SIMULATED");
    }

    @ParameterizedTest
    @CsvSource({"loopback 10.255.255.1/32", "route 10.1.0.0/16 discard tag 9", "policy-route on lan next-hop 192.168.1.9"})
    void whatTheRunKnowsOfRoutersIsNotReported(String clause) {
        assertThat(findings(clause)).isEmpty();
    }

    @Test
    void aTunnelMaySendFromALoopbackThatSeveralProvidersRoute() {
        String text = Models.sound("lan 192.168.{10+n}.0/24", "loopback 192.0.2.{n}/32\n  lan 192.168.{10+n}.0/24").replace("via HQ", "via HQ source loopback");
        Device spoke = Models.device(text, "Branch1");

        assertThat(spoke.tunnels().getFirst().sourceInterface()).isEqualTo("Loopback0");
        assertThat(spoke.tunnels().getFirst().frontDoorVrf()).isEmpty();
        assertThat(Models.device(text.replace("source loopback", "source GigabitEthernet2"), "Branch1").tunnels().getFirst()
                .sourceInterface()).isEqualTo("GigabitEthernet2");
        assertThat(Models.findings(text)).anyMatch(found -> found.contains("L-NOT-SIMULATED A tunnel from an inside address"));
        assertThat(Models.findings(Models.sound("via HQ", "via HQ source loopback"))).anyMatch(found -> found.contains("Branch[1] has no loopback"));
        assertThat(Models.findings(Models.sound("via HQ", "via HQ source Gi9"))).anyMatch(found -> found.contains("Branch[1] has no interface Gi9"));
    }

    @Test
    void aHostIsInALanOfItsRouter() {
        CompiledNetwork network = Models.network(Models.SOUND + "host Server1 { behind HQ address 192.168.1.50 }\nhost Server2 { behind HQ }\n"
                + "host Camera { behind Branch[2] }");

        assertThat(network.hosts()).extracting(host -> host.name() + " " + host.address())
                .contains("HQ-lan 192.168.1.10/24", "Server1 192.168.1.50/24", "Server2 192.168.1.11/24", "Camera 192.168.12.11/24");
    }

    @Test
    void aHostWithTheAddressOfTheOneThatIsThereAnywayIsThatHost() {
        CompiledNetwork network = Models.network(Models.SOUND + "host Server1 { behind HQ address 192.168.1.10 }");

        assertThat(network.hosts()).extracting(Host::name).containsExactlyInAnyOrder("Branch1-lan", "Branch2-lan", "Server1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "host S { address 192.168.1.9 }|S is nowhere: write behind with a router",
        "host S { behind Branch }|Branch is a family: say which member is meant",
        "host S { behind HQ address 10.77.0.1 }|10.77.0.1 is in no lan of HQ: it has 192.168.1.0/24",
        "host S { behind HQ address 192.168.1.255 }|192.168.1.255 is the network or broadcast address of 192.168.1.0/24",
        "host S { behind HQ address 192.168.1.1 }|192.168.1.1 is the address of HQ itself",
        "host S { behind HQ address 192.168.1.9 } host T { behind HQ address 192.168.1.9 }|192.168.1.9 is the address of host S already",
        "host HQ { behind HQ }|A router or a host in a local network is called HQ already",
        "router R { wan Internet dhcp } host S { behind R }|R has no lan that a host could be in"})
    void aBadHostIsReported(String text, String message) {
        assertThat(Models.findings(Models.SOUND + text)).anyMatch(found -> found.contains(message));
    }

    @Test
    void scenariosSendFromAndToHosts() {
        String text = Models.sound("  expect at 20s path Branch[1].lan to Branch[2].lan is direct\n", "  expect at 20s Server1 reaches Branch[2]\n")
                + "host Server1 { behind HQ address 192.168.1.50 }";
        Expectation.Reachable expectation = (Expectation.Reachable) Models.network(text).scenarios().getFirst().expectations().getFirst();

        assertThat(Models.findings(text)).isEmpty();
        assertThat(expectation.source().device()).isEqualTo("HQ");
        assertThat(expectation.source().address()).isEqualTo(IpAddress.parse("192.168.1.50"));
        assertThat(Models.findings(text.replace("Server1 reaches", "Server1.lan reaches"))).anyMatch(found -> found.contains("Server1 is a host"));
        assertThat(Models.findings(text.replace("Server1 reaches", "Server9 reaches"))).anyMatch(found -> found.contains("No router or host is called 'Server9'"));
    }
}
