package dmvpn.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static dmvpn.dsl.compile.RoutingModels.inPhase;
import static dmvpn.dsl.compile.RoutingModels.routing;
import static dmvpn.dsl.compile.RoutingModels.UNKNOWN;
import static dmvpn.dsl.compile.RoutingModels.with;
import static dmvpn.dsl.compile.RoutingModels.withHub;
import static dmvpn.dsl.compile.RoutingModels.withSecondHub;

import dmvpn.dsl.Models;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Ospfv3;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.OspfProcess;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model says about OSPF becomes the configuration of each router, by the phase of the cloud. */
class OspfRoutingTest {

    private static OspfInterface ospf(String text, String device, String port) {
        return routing(text, device).ospf().getFirst().settingsOf(port).orElseThrow();
    }

    @Test
    void whatARouterSaysOfItsOspfTunnelsLeavesTheRestAsTheCloudSays() {
        String text = withHub("routing ospf 1 { area 1 cost 50 hello 5s dead 15s }",
                "routing ospf 1 { priority 7 network-type broadcast cost 70 }");
        OspfInterface tunnel = routing(text, "HQ").ospf().getFirst().settingsOf("Tunnel100").orElseThrow();
        String sameType = withHub("routing ospf 1 { area 1 cost 50 hello 5s dead 15s }", "routing ospf 1 { on tunnel Corp { priority 3 } }");
        OspfInterface kept = routing(sameType, "HQ").ospf().getFirst().settingsOf("Tunnel100").orElseThrow();

        assertThat(tunnel.area()).isEqualTo(1);
        assertThat(tunnel.priority()).isEqualTo(7);
        assertThat(tunnel.cost()).hasValue(70);
        assertThat(kept.cost()).hasValue(50);
        assertThat(kept.helloInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(kept.deadInterval()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void aRangeThatNoRouterOfTheCloudCanAnnounceIsReported() {
        assertThat(Models.findings(with("routing ospf 1 { area 1 range 192.168.0.0/16 }"))).anySatisfy(finding ->
                assertThat(finding).contains(UNKNOWN, "No router of cloud Corp is between area 1 and another one"));
        assertThat(Models.broken(withHub("routing ospf 1 { area 1 range 192.168.0.0/16 }", "routing ospf 1 { on lan { area 0 } }")))
                .doesNotContain(UNKNOWN);
    }

    /** RFC 5340 section 2.1: a process is of version 2 for IPv4 or of version 3 for IPv6. */
    @Test
    void aLanOfTheOtherFamilyIsInNoProcessOfTheTunnels() {
        String text = with("routing ospf 1").replace("lan 192.168.1.0/24", "lan 192.168.1.0/24\n  lan 2001:db8:1::/64");

        assertThat(routing(text, "HQ").ospf().getFirst().interfaces()).extracting(OspfInterface::interfaceName)
                .containsExactly("Tunnel100", "GigabitEthernet2");
        assertThat(Ospfv3.runs(Models.device(text, "HQ"), routing(text, "HQ").ospf().getFirst())).isFalse();
        assertThat(Models.broken(text)).doesNotContain("L-VALUE");
    }

    @Test
    void anInterfaceOfTheOtherFamilyThatAClauseNamesIsReported() {
        String lans = "lan 192.168.1.0/24\n  lan 2001:db8:1::/64";
        String one = withHub("routing ospf 1", "routing ospf 1 { on interface GigabitEthernet3 { area 0 } }").replace("lan 192.168.1.0/24", lans);
        String all = withHub("routing ospf 1", "routing ospf 1 { on lan { area 0 } }").replace("lan 192.168.1.0/24", lans);

        assertThat(Models.findings(one)).anySatisfy(finding -> assertThat(finding).contains("L-VALUE",
                "OSPF 1 of HQ is one for IPv4, and GigabitEthernet3 has an address of the other family"));
        assertThat(Models.broken(all)).doesNotContain("L-VALUE");
        assertThat(routing(all, "HQ").ospf().getFirst().settingsOf("GigabitEthernet2")).isPresent();
        assertThat(routing(all, "HQ").ospf().getFirst().settingsOf("GigabitEthernet3")).isEmpty();
    }

    /** ipSpace.net, Configuring OSPF in a Phase 2 DMVPN network; OSPF configuration in Phase 1 DMVPN network. */
    @ParameterizedTest
    @CsvSource({"1,POINT_TO_MULTIPOINT,1,1,30", "2,BROADCAST,255,0,10", "3,POINT_TO_MULTIPOINT,1,1,30"})
    void thePhaseDecidesTheOspfNetworkType(int phase, OspfNetworkType type, int ofHub, int ofSpoke, int hello) {
        String text = inPhase(phase, "routing ospf 1");

        assertThat(ospf(text, "HQ", "Tunnel100").networkType()).isEqualTo(type);
        assertThat(ospf(text, "HQ", "Tunnel100").priority()).isEqualTo(ofHub);
        assertThat(ospf(text, "Branch1", "Tunnel100").networkType()).isEqualTo(type);
        assertThat(ospf(text, "Branch1", "Tunnel100").priority()).isEqualTo(ofSpoke);
        assertThat(ospf(text, "HQ", "Tunnel100").helloInterval()).isEqualTo(Duration.ofSeconds(hello));
        assertThat(ospf(text, "HQ", "Tunnel100").deadInterval()).isEqualTo(Duration.ofSeconds(4L * hello));
    }

    @Test
    void theSecondHubIsBackupDesignatedRouter() {
        String text = withSecondHub(inPhase(2, "routing ospf 1"));

        assertThat(ospf(text, "HQ2", "Tunnel100").priority()).isEqualTo(255);
        assertThat(ospf(text, "HQ", "Tunnel100").priority()).isEqualTo(254);
    }

    /** RFC 2328 section 9.5.1: who may be designated router names the others; spokes answer. */
    @Test
    void hubsNameTheirNeighborsOnANonBroadcastNetwork() {
        String text = withSecondHub(inPhase(2, "routing ospf 1 { network-type non-broadcast }"));

        assertThat(neighbors(text, "HQ")).containsExactlyInAnyOrder("10.0.0.2 255", "10.0.0.11 0", "10.0.0.12 0");
        assertThat(neighbors(text, "HQ2")).contains("10.0.0.1 254");
        assertThat(neighbors(text, "Branch1")).isEmpty();
        assertThat(neighbors(inPhase(2, "routing ospf 1"), "HQ")).isEmpty();
        assertThat(Models.broken(text)).doesNotContain("L-NOT-SIMULATED");
    }

    /** RFC 2328 section 9.5.1: who may be designated router has to know its neighbours; who may not answers. */
    @Test
    void whoSaysNonBroadcastItselfHasNoNeighbors() {
        String named = "Nobody names the neighbors of HQ on Tunnel100, which is non-broadcast";
        String text = withHub("routing ospf 1", "routing ospf 1 { network-type non-broadcast }");

        assertThat(Models.findings(text)).anyMatch(finding -> finding.contains("L-VALUE " + named));
        assertThat(Models.findings(text.replace("network-type non-broadcast", "network-type non-broadcast priority 0")))
                .noneMatch(finding -> finding.contains(named));
        assertThat(Models.findings(with("routing ospf 1 { network-type non-broadcast }")))
                .noneMatch(finding -> finding.contains("Nobody names the neighbors"));
    }

    private static List<String> neighbors(String text, String device) {
        return routing(text, device).ospf().getFirst().neighborsOn("Tunnel100").stream()
                .map(neighbor -> neighbor.address() + " " + neighbor.priority()).toList();
    }

    @Test
    void neighborsOfAnIpv6OverlayCannotBeNamed() {
        assertThat(Models.findings(with("routing ospf 1 { network-type non-broadcast }")
                .replace("overlay 10.0.0.0/24", "overlay 2001:db8::/64"))).anySatisfy(finding -> assertThat(finding).contains("L-NOT-SIMULATED", "Neighbors of a non-broadcast network over an IPv6 overlay"));
    }

    @Test
    void frrSendsOspfHellosEachTenSecondsOnEveryType() {
        String text = "platform frr\n" + with("routing ospf 1");

        assertThat(ospf(text, "Branch1", "gre100").helloInterval()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whatIsSaidOfOspfWins() {
        String text = inPhase(2, "routing ospf 7 { area 0.0.0.1 type totally-stub priority hubs 9 cost spokes 50 hello 5s "
                + "database-filter hubs default from hubs }");
        OspfProcess process = routing(text, "HQ").ospf().getFirst();
        OspfInterface hub = ospf(text, "HQ", "Tunnel100");

        assertThat(process.process()).isEqualTo(7);
        assertThat(process.defaultOrigination()).isPresent();
        assertThat(process.areas()).singleElement().satisfies(area -> {
            assertThat(area.number()).isEqualTo(1);
            assertThat(area.kind()).isEqualTo(OspfAreaKind.TOTALLY_STUB);
        });
        assertThat(hub.priority()).isEqualTo(9);
        assertThat(hub.databaseFilter()).isTrue();
        assertThat(hub.deadInterval()).isEqualTo(Duration.ofSeconds(20));
        assertThat(ospf(text, "Branch1", "Tunnel100").cost()).isEqualTo(OptionalInt.of(50));
        assertThat(routing(text, "Branch1").ospf().getFirst().defaultOrigination()).isEmpty();
    }

    @Test
    void aRoutersOwnClauseOfTheSameProcessAddsInterfaces() {
        String text = withHub("routing ospf 1 { area 1 }", "routing ospf 1 { on lan { area 0 } }");

        assertThat(routing(text, "HQ").ospf()).singleElement().satisfies(process ->
                assertThat(process.interfaces()).extracting(OspfInterface::interfaceName)
                        .containsExactly("Tunnel100", "GigabitEthernet2"));
        assertThat(ospf(text, "HQ", "GigabitEthernet2").area()).isZero();
        assertThat(ospf(text, "HQ", "GigabitEthernet2").passive()).isFalse();
        assertThat(ospf(text, "Branch1", "GigabitEthernet2").area()).isEqualTo(1);
        assertThat(ospf(text, "Branch1", "GigabitEthernet2").passive()).isTrue();
    }

    /** RFC 2328 section 12.4.3: only a router in several areas announces the networks of one in another. */
    @Test
    void rangesAreOfTheRoutersBetweenAreas() {
        String text = withHub("routing ospf 1 { area 1 type nssa range 192.168.8.0/21, 192.168.16.0/21 }",
                "routing ospf 1 { on lan { area 0 range 192.168.0.0/21 } }");

        assertThat(routing(text, "HQ").ospf().getFirst().areas()).containsExactly(
                new OspfArea(1, OspfAreaKind.NSSA, List.of(IpPrefix.parse("192.168.8.0/21"), IpPrefix.parse("192.168.16.0/21")),
                        Origin.NONE),
                new OspfArea(0, OspfAreaKind.NORMAL, List.of(IpPrefix.parse("192.168.0.0/21")), Origin.NONE));
        assertThat(routing(text, "Branch1").ospf().getFirst().areas())
                .containsExactly(new OspfArea(1, OspfAreaKind.NSSA, Origin.NONE));
    }

    @Test
    void aRangeIsANetwork() {
        assertThat(Models.broken(with("routing ospf 1 { area 1 range 192.168.8.1/21 }"))).contains("L-VALUE-HOST-BITS");
        assertThat(Models.broken(with("routing eigrp 100 { area 1 range 192.168.8.0/21 }"))).contains("L-SETTING-UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/24, 10.16.0.0/12, 0", "10.0.0.0/24, 2001:db8::/32, 1", "2001:db8:1::/64, 2001:db8::/32, 0", "2001:db8:1::/64, 10.16.0.0/12, 1"})
    void aRangeOfAnAreaIsOfTheFamilyOfTheOverlay(String overlay, String range, int reported) {
        String text = "cloud Corp { overlay " + overlay + " routing ospf 1 { area 1 range " + range + " } }\n";

        var found = Models.load(text).findings().stream().filter(finding -> finding.message().startsWith("Range ")).toList();
        assertThat(found).hasSize(reported);
        assertThat(found).allSatisfy(finding -> assertThat(text.substring(finding.origin().offset())).startsWith(range));
    }
}
