package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.device.BlockedTraffic;
import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import dmvpn.sim.trace.RecordedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is of IPv6 alone; that everything else is as with IPv4 is the subject of {@link Ipv6EquivalenceTest}. */
class Ipv6Test {

    private final ReferenceNetwork both = new ReferenceNetwork().ipv6Transport().ipv6Overlay().duration(110);

    private FinishedRun pinging(ReferenceNetwork network) {
        return FinishedRun.of(network.ping(100, network.spokeHost(1), network.spokeHost(2)).build());
    }

    /** "Shortcut Switching Enhancements for NHRP in DMVPN Networks" (Cisco), with IPv6 on both levels. */
    @Test
    void theFirstPacketCrossesTheHubAndTheNextOnesGoDirectly() {
        FinishedRun run = pinging(both);

        assertThat(run.roundTripMillis()).startsWith(40L, 20L, 20L);
        assertThat(run.forwardersBetween(Duration.ofSeconds(100), Duration.ofMillis(100_500), "Echo Request"))
                .containsExactly("S1", "H1", "S2");
        assertThat(run.times("S1", "ICMPv6", "Echo Request sent")).isEmpty();
        assertThat(run.times("S1-host", "ICMPv6", "Echo Request sent")).startsWith("100.000");
        assertThat(run.times("S1", "NHRP", "shortcut installed", "prefix", "2001:db8:c0:a80c::/64")).containsExactly("100.090");
        assertThat(run.simulation().path(both.spokeHost(1), both.spokeHost(2)).devices()).containsExactly("S1", "S2");
    }

    @Test
    void theTablesHaveTheirLayoutForIpv6() {
        FinishedRun run = pinging(both);

        assertThat(run.show("S1", "show dmvpn")).contains("""
                Interface: Tunnel100, IPv6 NHRP Details\s
                Type:Spoke, Total NBMA Peers (v4/v6): 2
                    1.Peer NBMA Address: 2001:DB8:CB:71::1
                        Tunnel IPv6 Address: 2001:DB8:A::1
                """, "Status: UP, UpDn Time: 00:00:09, Cache Attrib: DT1\n");
        assertThat(run.show("S1", "show ipv6 nhrp")).contains(
                "2001:DB8:C0:A80C::/64 via 2001:DB8:A::C\n", "NBMA address: 2001:DB8:C6:3364::C\n", "unique local");
        assertThat(run.show("S1", "show ipv6 nhrp nhs detail")).contains("2001:DB8:A::1  RE  NBMA Address: 2001:DB8:CB:71::1");
        assertThat(run.show("S1", "show ipv6 route")).startsWith("IPv6 Routing Table - default - 11 entries\nCodes: C - Connected")
                .contains("S   ::/0 [1/0]\n     via 2001:DB8:C6:3364::FE\n",
                        "L   2001:DB8:C0:A80B::1/128 [0/0]\n     via GigabitEthernet2, receive\n",
                        "H   2001:DB8:C0:A80C::/64 [250/1]\n     via 2001:DB8:A::C, Tunnel100\n")
                .endsWith("L   FF00::/8 [0/0]\n     via Null0, receive\n");
        assertThat(run.simulation().routerNamed("S1").orElseThrow().show("show ip nhrp")).isEmpty();
    }

    /** genieparser, ShowDmvpn: an NBMA address that is too long for its column has a line of its own. */
    @Test
    void anIpv4OverlayOverIpv6HasItsPeersOnLinesOfTheirOwn() {
        ReferenceNetwork network = new ReferenceNetwork().ipv6Transport().duration(110);

        assertThat(pinging(network).show("S1", "show dmvpn")).contains(
                "     1 2001:DB8:CB:71::1\n" + " ".repeat(30) + "10.0.0.1    UP 00:01:48     S\n");
    }

    /** RFC 4861 section 6.3.4; IOS gives a default route from router advertisements distance 2. */
    @Test
    void aLeaseBringsTheDefaultRouteOfTheAdvertisements() {
        FinishedRun run = pinging(both.dhcpSpokes());

        assertThat(run.times("S1", "DHCP", "lease", "address", "2001:db8:c6:3364::2")).containsExactly("0.000");
        assertThat(run.show("S1", "show ipv6 route"))
                .contains("ND  ::/0 [2/0]\n     via 2001:DB8:C6:3364::1, GigabitEthernet1\n");
    }

    /** RFC 7676 section 4: the delivery header has 40 bytes; GRE has 8 with a key. */
    @Test
    void theMtuOfATunnelLeavesRoomForTheDeliveryHeader() {
        assertThat(tunnelMtu(new ReferenceNetwork().ipv6Transport())).isEqualTo("1452");
        assertThat(tunnelMtu(new ReferenceNetwork().ipv6Overlay())).isEqualTo("1472");
    }

    private static String tunnelMtu(ReferenceNetwork network) {
        FinishedRun run = FinishedRun.of(network.withoutTunnelMtu().duration(2).build());
        return run.simulation().routerNamed("S1").orElseThrow().stateTables().get(0).rows().stream()
                .filter(row -> row.get(0).equals("Tunnel100")).findFirst().orElseThrow().get(4);
    }

    /** RFC 7676 section 3.3: what is too large for the tunnel is told to its source, and not fragmented. */
    @Test
    void aPacketTooBigForTheTunnelIsReportedToItsSource() {
        FinishedRun run = FinishedRun.of(both.action(new Action.Ping(Duration.ofSeconds(100), "ping", both.spokeHost(1),
                both.spokeHost(2), Optional.empty(), OptionalInt.of(1), OptionalInt.of(1401), false, Origin.NONE)).build());

        assertThat(run.times("S1-host", "ICMPv6", "Packet Too Big received")).containsExactly("100.000");
        assertThat(run.lostAtSeconds()).containsExactly(100L);
    }

    /** RFC 4443 section 3.1, code 0. */
    @Test
    void anAddressOfNoSiteIsUnreachable() {
        FinishedRun run = FinishedRun.of(both.frontDoorVrf("INET")
                .ping(100, both.spokeHost(1), both.inSpokeLan(99, 10), 1).build());

        assertThat(run.count("S1-host", "ICMPv6", "Destination Unreachable received")).isEqualTo(1);
    }

    /** A firewall that drops ICMP drops that of IPv6 too, which has another protocol number. */
    @Test
    void aFirewallAgainstIcmpIsOneAgainstIcmpv6() {
        ReferenceNetwork network = both.blocks("S1",
                new BlockedTraffic(Optional.of(PacketProtocol.ICMP), OptionalInt.empty(), Origin.NONE));
        FinishedRun run = FinishedRun.of(network.ping(100, network.uplinkOf(1), network.uplinkOf(2), 2).build());

        assertThat(run.lostAtSeconds()).containsExactly(100L, 101L);
        assertThat(run.times("S1", "NHRP", "NHS up")).as("IKE and ESP pass").containsExactly("1.020");
    }

    @Test
    void withoutAFirewallUplinksAnswer() {
        assertThat(FinishedRun.of(both.ping(100, both.uplinkOf(1), both.uplinkOf(2), 2).build()).roundTripMillis())
                .containsExactly(20L, 20L);
    }

    /** A packet has addresses of one family: nothing is sent from an IPv6 source to an IPv4 server. */
    @Test
    void aTunnelDoesNotMixFamilies() {
        ReferenceNetwork network = new ReferenceNetwork().ipv4Spoke(2).ipv6Transport().duration(10);

        for (FinishedRun run : List.of(FinishedRun.of(network.build()), FinishedRun.of(network.withoutProtection().build()))) {
            assertThat(run.count("S1", "NHRP", "NHS up")).isEqualTo(1);
            assertThat(run.count("S2", "NHRP", "NHS up")).isZero();
            assertThat(reasons(run, "S2")).anyMatch(reason -> reason.contains("an IPv4 address and one an IPv6 address"));
        }
    }

    private static List<String> reasons(FinishedRun run, String router) {
        return StreamSupport.stream(run.simulation().trace().spliterator(), false)
                .filter(event -> event.nodeName().equals(router)).map(RecordedEvent::reason).distinct().toList();
    }

    /** Every packet on every wire has addresses of one family, and the underlay's alone where it crosses the transport. */
    @Test
    void onlyIpv6CrossesAnIpv6Transport() {
        for (IkeVersion version : IkeVersion.values()) {
            List<IpPacket> crossed = new ArrayList<>();
            Simulation.create(new ReferenceNetwork().ipv6Transport().ike(version).authenticationHeader(HashAlgorithm.SHA256)
                    .duration(60).build(), SimulationOptions.DEFAULT.withScenario("scenario").withTaps(List.of(
                            (node, interfaceName, timeNanos, direction, packet) -> {
                                if (interfaceName.equals("GigabitEthernet1")) {
                                    crossed.add(packet);
                                }
                            }))).run();

            assertThat(crossed).isNotEmpty().allSatisfy(packet -> {
                assertThat(packet.protocol()).isEqualTo("IPv6");
                assertThat(packet.destination().bitLength()).isEqualTo(128);
            });
        }
    }
}
