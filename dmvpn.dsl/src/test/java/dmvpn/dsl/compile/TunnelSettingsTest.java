package dmvpn.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.tunnel.LabelDistribution;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.NhrpConfiguration;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TunnelSettingsTest {

    private static String inCloud(String settings) {
        return Models.SOUND.replace("network-id 1", "network-id 1 " + settings);
    }

    private static String inJoin(String settings) {
        return Models.SOUND.replace("via HQ", "via HQ " + settings);
    }

    private static String via(String servers) {
        return Models.SOUND.replace("via HQ", "via " + servers);
    }

    private static TunnelInterface tunnel(String text, String router) {
        return Models.device(text, router).tunnels().getFirst();
    }

    private static NhrpConfiguration nhrp(String text, String router) {
        return tunnel(text, router).nhrp();
    }

    private static List<String> faults(String text) {
        return Models.findings(text).stream().filter(finding -> !finding.contains("L-NOT-SIMULATED")).toList();
    }

    @Test
    void whatTheCloudSaysTheJoinMaySayOtherwise() {
        String text = inCloud("redirect off shortcut off").replace("via HQ", "via HQ shortcut on");

        assertThat(nhrp(text, "HQ").redirect()).isFalse();
        assertThat(nhrp(text, "HQ").shortcut()).isFalse();
        assertThat(nhrp(text, "Branch1").shortcut()).isTrue();
        assertThat(Models.findings(text)).anyMatch(finding -> finding.contains("R-PH-07"));
    }

    @Test
    void theVrfOfACloudIsThatOfItsTunnels() {
        String text = inCloud("vrf RED").replace("via HQ", "via HQ vrf BLUE");

        assertThat(tunnel(text, "HQ").vrf()).contains("RED");
        assertThat(tunnel(text, "Branch1").vrf()).contains("BLUE");
        assertThat(Models.device(text, "HQ").routing().eigrp()).anySatisfy(eigrp -> assertThat(eigrp.vrf()).contains("RED"));
    }

    @Test
    void aPasswordByName() {
        String text = Models.SOUND.replace("authentication \"secret12\"", "authentication secret \"nhrp\"");

        assertThat(nhrp(text, "HQ").authentication().orElseThrow().name()).isEqualTo("nhrp");
        assertThat(nhrp(text, "HQ").authentication().orElseThrow().inlineValue()).isEmpty();
        assertThat(Models.findings(text)).isEmpty();
    }

    @Test
    void theModeOfATunnelMayBeSaid() {
        String text = inJoin("mode point-to-point");

        assertThat(tunnel(text, "Branch1").mode()).isInstanceOfSatisfying(TunnelMode.PointToPoint.class,
                mode -> assertThat(mode.destination()).isEqualTo(IpAddress.parse("203.0.113.1")));
        assertThat(Models.findings(text)).anyMatch(finding -> finding.contains("R-PH-04"));
        assertThat(faults(Models.SOUND.replace("join Corp as 10.0.0.1\n", "join Corp as 10.0.0.1 mode point-to-point\n")))
                .anyMatch(finding -> finding.contains("L-SETTING-MISSING HQ has a point-to-point tunnel, which needs a far end"));
        assertThat(faults(inJoin("mode sideways"))).singleElement().asString()
                .contains("expected point-to-point or multipoint");
    }

    @Test
    void optionsOfNhrpAreKeptAndSimulated() {
        String text = inCloud("redirect every 8s max-send 500 per 10s fallback 30s")
                .replace("via HQ", "via HQ cluster 1 max-connections 1 in cluster 1")
                .replace("join Corp as 10.0.0.1\n", "join Corp as 10.0.0.1 server-only on\n");

        assertThat(nhrp(text, "HQ").options().redirectIntervalSeconds()).hasValue(8);
        assertThat(nhrp(text, "HQ").options().serverOnly()).isTrue();
        assertThat(nhrp(text, "HQ").options().sendLimit().orElseThrow().packets()).isEqualTo(500);
        assertThat(nhrp(text, "HQ").options().sendLimit().orElseThrow().seconds()).isEqualTo(10);
        assertThat(nhrp(text, "Branch1").options().servers().fallbackSeconds()).hasValue(30);
        assertThat(nhrp(text, "Branch1").options().servers().limits()).singleElement().satisfies(limit -> {
            assertThat(limit.cluster()).isEqualTo(1);
            assertThat(limit.connections()).isEqualTo(1);
        });
        assertThat(nhrp(text, "HQ").options().servers().limits()).isEmpty();
        assertThat(faults(text)).isEmpty();
        assertThat(Models.findings(text)).isEmpty();
    }

    @Test
    void valuesOutOfRangeAreReported() {
        assertThat(faults(inCloud("redirect every 1s max-send 0 per 10s fallback 2min keepalive 0s max-connections 256")))
                .hasSize(5).allMatch(finding -> finding.contains("L-VALUE"));
    }

    @Test
    void optionsOfTheInterfaceAreKept() {
        String text = inCloud("icmp-redirects on cdp on if-state on").replace("via HQ", "via HQ mode point-to-point keepalive 10s retries 4");

        assertThat(tunnel(text, "HQ").options().icmpRedirects()).isTrue();
        assertThat(tunnel(text, "HQ").options().discoveryProtocol()).isTrue();
        assertThat(tunnel(text, "HQ").options().interfaceState()).as("a hub without servers").isFalse();
        assertThat(tunnel(text, "Branch1").options().interfaceState()).isTrue();
        assertThat(tunnel(text, "Branch1").options().keepalive().orElseThrow().intervalSeconds()).isEqualTo(10);
        assertThat(tunnel(text, "Branch1").options().keepalive().orElseThrow().retries()).isEqualTo(4);
    }

    @Test
    void pathMtuDiscoveryHasAnAgeAndALeastMtu() {
        String text = inCloud("path-mtu-discovery on").replace("via HQ", "via HQ path-mtu-discovery on age 15min min-mtu 500");

        assertThat(tunnel(text, "HQ").options().pathMtuDiscovery()).hasValueSatisfying(discovery -> {
            assertThat(discovery.ageMinutes()).hasValue(10);
            assertThat(discovery.leastMtuBytes()).isEqualTo(92);
        });
        assertThat(tunnel(text, "Branch1").options().pathMtuDiscovery()).hasValueSatisfying(discovery -> {
            assertThat(discovery.ageMinutes()).hasValue(15);
            assertThat(discovery.leastMtuBytes()).isEqualTo(500);
        });
        assertThat(tunnel(inCloud("path-mtu-discovery on age infinite"), "HQ").options().pathMtuDiscovery().orElseThrow().ageMinutes())
                .isEmpty();
        assertThat(tunnel(inCloud("path-mtu-discovery off"), "HQ").options().pathMtuDiscovery()).isEmpty();
        assertThat(faults(text)).isEmpty();
        assertThat(faults(inCloud("path-mtu-discovery on age 5min min-mtu 60"))).hasSize(2)
                .allMatch(finding -> finding.contains("L-VALUE"));
        assertThat(faults(inCloud("path-mtu-discovery on age 690s"))).singleElement().asString().contains("in whole minutes");
        assertThat(faults(inCloud("path-mtu-discovery off age 15min"))).singleElement().asString().contains("leave them out");
    }

    private static String ofIpv6() {
        return Models.SOUND.replace("10.0.0.0/24", "2001:db8::/64").replace("as 10.0.0.", "as 2001:db8::")
                .replaceAll("routing eigrp[^\\n]*", "routing static");
    }

    @Test
    void aTunnelOfAnIpv6OverlayMayHaveALinkLocalAddress() {
        String text = ofIpv6().replace("via HQ", "via HQ link-local fe80::{n}");

        assertThat(tunnel(text, "Branch1").options().linkLocalAddress()).contains((Ipv6Address) IpAddress.parse("fe80::1"));
        assertThat(tunnel(text, "HQ").options().linkLocalAddress()).isEmpty();
        assertThat(faults(ofIpv6().replace("via HQ", "via HQ link-local 2001:db8::99")))
                .anyMatch(finding -> finding.contains("2001:db8::99 is no link-local address"));
        assertThat(faults(inJoin("link-local fe80::1"))).anyMatch(finding -> finding.contains("whose tunnels have no link-local address"));
    }

    @Test
    void aLinkLocalNextHopNeedsItsInterface() {
        String route = "route 2001:db8:77::/64 via fe80::1";
        assertThat(faults(Models.SOUND.replace("join Corp as 10.0.0.1\n", "join Corp as 10.0.0.1\n " + route + "\n")))
                .anyMatch(finding -> finding.contains("fe80::1 is an address of one link: write interface"));
    }

    @Test
    void theDfBitOfPacketsFromALocalNetworkMayBeCleared() {
        String text = Models.SOUND.replaceFirst("lan (\\S+)", "lan $1 clear-df");

        assertThat(Models.network(text).deviceNamed("HQ").orElseThrow().forwarding().clearedDontFragment())
                .singleElement().satisfies(cleared -> assertThat(cleared.interfaceName()).isEqualTo("GigabitEthernet2"));
        assertThat(faults(Models.SOUND.replaceFirst("lan (\\S+)", "lan 2001:db8:1::/64 clear-df")))
                .anyMatch(finding -> finding.contains("Packets of IPv6 have no DF bit"));
    }

    @Test
    void aSpokeNamesItsGroupAndHubsShapeIt() {
        String text = inCloud("group Slow shape 10Mbps").replace("via HQ", "via HQ group Slow");

        assertThat(tunnel(text, "Branch1").options().group()).contains("Slow");
        assertThat(tunnel(text, "Branch1").options().groupPolicies()).isEmpty();
        assertThat(tunnel(text, "HQ").options().groupPolicies()).singleElement().satisfies(policy ->
                assertThat(policy.shapeBitsPerSecond()).isEqualTo(10_000_000));
    }

    @Test
    void aServerByItsAddresses() {
        NextHopServer server = nhrp(via("10.0.0.1 nbma 203.0.113.1 priority 3 no-multicast"), "Branch1").nextHopServers().getFirst();

        assertThat(server.device()).contains("HQ");
        assertThat(server.protocolAddress()).isEqualTo(IpAddress.parse("10.0.0.1"));
        assertThat(server.nbmaAddress()).isEqualTo(IpAddress.parse("203.0.113.1"));
        assertThat(server.priority()).isEqualTo(3);
        assertThat(server.multicast()).isFalse();
        assertThat(Models.findings(via("10.0.0.1 nbma 203.0.113.1"))).isEmpty();
    }

    @Test
    void aServerByItsAddressNeedsAPlaceBelow() {
        assertThat(Models.findings(via("10.0.0.1"))).anyMatch(finding -> finding.contains("R-NH-10 Where 10.0.0.1 is"));
        assertThat(nhrp(via("10.0.0.1 map 10.0.0.1 to 203.0.113.1"), "Branch1").nextHopServers().getFirst().nbmaAddress())
                .isEqualTo(IpAddress.parse("203.0.113.1"));
    }

    @Test
    void aWrongPlaceBelowIsFound() {
        assertThat(Models.findings(via("10.0.0.1 nbma 203.0.113.77"))).anyMatch(finding -> finding.contains("R-NH-09"));
        assertThat(Models.findings(via("10.0.0.77 nbma 203.0.113.1"))).anyMatch(finding -> finding.contains("R-NH-08"));
    }

    @Test
    void aServerByItsName() {
        NextHopServer server = nhrp(via("10.0.0.1 nbma \"hq.example.com\""), "Branch1").nextHopServers().getFirst();

        assertThat(server.nbmaName()).contains("hq.example.com");
        assertThat(server.nbmaAddress()).isEqualTo(IpAddress.parse("203.0.113.1"));
        assertThat(Models.findings(via("10.0.0.9 nbma \"hq.example.com\"")))
                .anyMatch(finding -> finding.contains("L-TARGET No hub of cloud Corp has the address 10.0.0.9"));
    }

    @Test
    void staticMappings() {
        String text = inJoin("map 10.0.0.{13-n} to 198.51.100.{3-n} map multicast 198.51.100.9");

        assertThat(nhrp(text, "Branch1").options().mappings()).singleElement().satisfies(mapping -> {
            assertThat(mapping.protocolAddress()).isEqualTo(IpAddress.parse("10.0.0.12"));
            assertThat(mapping.nbmaAddress()).isEqualTo(IpAddress.parse("198.51.100.2"));
        });
        assertThat(nhrp(text, "Branch1").options().multicastTargets()).singleElement().satisfies(target ->
                assertThat(target.nbmaAddress()).isEqualTo(IpAddress.parse("198.51.100.9")));
    }

    @Test
    void routeViaNamesTheUplink() {
        TunnelInterface tunnel = tunnel(inJoin("route-via Internet mandatory"), "Branch1");

        assertThat(tunnel.options().routeVia().orElseThrow().interfaceName()).isEqualTo(tunnel.sourceInterface());
        assertThat(tunnel.options().routeVia().orElseThrow().mandatory()).isTrue();
    }

    @Test
    void aBackupCloudMakesBackupTunnelsAtItsSpokes() {
        String text = Models.SOUND.replace("hub HQ {", """
                cloud Spare { overlay 10.0.1.0/24 network-id 2 tunnel-key 200 mtu 1400 mss 1360 crypto Suite
                  registration no-unique backup for Corp after 20s mpls ldp }
                hub HQ2 { wan Internet 203.0.113.2/24 gateway 203.0.113.254 join Spare as 10.0.1.1 join Corp as 10.0.0.2 via HQ }
                hub HQ {""").replace("via HQ\n}\nscenario", "via HQ\n  join Spare as 10.0.1.{10+n} via HQ2\n}\nscenario");
        TunnelInterface primary = tunnel(text, "Branch1");

        assertThat(primary.options().backup().orElseThrow().tunnel()).isEqualTo("Tunnel200");
        assertThat(primary.options().backup().orElseThrow().delaySeconds()).isEqualTo(20);
        assertThat(primary.options().interfaceState()).as("follows from the backup").isTrue();
        assertThat(Models.device(text, "Branch1").tunnels().get(1).options().labels()).contains(LabelDistribution.LDP);
        assertThat(Models.device(text, "HQ2").tunnels()).allMatch(tunnel -> tunnel.options().backup().isEmpty());
        assertThat(Models.findings(text)).as("of it only the labels are not simulated").singleElement().asString()
                .contains("mpls is exported, not simulated yet");
        assertThat(faults(Models.SOUND.replace("network-id 1", "network-id 1 backup for Corp"))).singleElement().asString()
                .contains("L-TARGET cloud Corp cannot stand in for itself");
    }

    @Test
    void aHubThatIsAClientAboveTakesShortcutsOnBothTunnels() {
        String text = """
                transport Internet { latency 10ms }
                cloud Core { overlay 10.0.0.0/24 network-id 1 }
                cloud North { overlay 10.0.1.0/24 network-id 1 }
                hub Center { wan Internet 203.0.113.1/24 join Core as 10.0.0.1 }
                hub Region { wan Internet 203.0.113.2/24 join Core as 10.0.0.2 via Center join North as 10.0.1.1 }
                spoke Branch { wan Internet 203.0.113.3/24 join North as 10.0.1.2 via Region }
                """;

        assertThat(Models.device(text, "Region").tunnels()).allMatch(tunnel -> tunnel.nhrp().redirect() && tunnel.nhrp().shortcut());
        assertThat(nhrp(text, "Center").shortcut()).isFalse();
        assertThat(Models.findings(text)).noneMatch(finding -> finding.contains("R-NH-03") || finding.contains("R-PH-1"));
    }

    @Test
    void aGroupWithoutANameIsReportedAndNothingElseHappens() {
        assertThat(Models.broken(inJoin("group"))).contains("L-SYNTAX");
        assertThat(tunnel(inJoin("group"), "Branch1").cloud()).isEqualTo("Corp");
    }

    @Test
    void theFileOfSecretsIsKnown() {
        String text = "secrets \"keys.secrets\"\n" + Models.SOUND;

        assertThat(Models.network(text).secretsFiles()).singleElement()
                .satisfies(file -> assertThat(file.path()).isEqualTo("keys.secrets"));
        assertThat(Models.findings(text)).isEmpty();
    }

    @Test
    void theVrfOfACloudIsThatOfItsTunnelsUnlessAJoinHasAnother() {
        String text = Models.sound("network-id 1", "network-id 1 vrf CORP");

        assertThat(Models.device(text, "HQ").tunnels()).extracting(tunnel -> tunnel.vrf().orElse("")).containsExactly("CORP");
        assertThat(Models.device(text.replace("join Corp as 10.0.0.1\n", "join Corp as 10.0.0.1 vrf OWN\n"), "HQ").tunnels())
                .extracting(tunnel -> tunnel.vrf().orElse("")).containsExactly("OWN");
    }
}
