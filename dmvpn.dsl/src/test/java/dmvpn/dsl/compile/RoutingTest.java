package dmvpn.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.crypto.Secret;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.SeedMetric;
import dmvpn.network.routing.StaticRoute;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model says about routing becomes the configuration of each router, by the phase of the cloud. */
class RoutingTest {

    private static final String EIGRP = "routing eigrp 100 { summary 192.168.0.0/16 from hubs stub spokes }";

    private static String with(String routing) {
        return Models.sound(EIGRP, routing);
    }

    private static String inPhase(int phase, String routing) {
        return with(routing).replace("phase 3", "phase " + phase);
    }

    private static String withHub(String routing, String clauses) {
        return with(routing).replace("join Corp as 10.0.0.1", "join Corp as 10.0.0.1\n  " + clauses);
    }

    private static final String UNKNOWN = "L-SETTING-UNKNOWN";

    @Test
    void whatARouterSaysOfItsTunnelsCountsForItAlone() {
        String text = withHub("routing eigrp 100 { hello 20s hold 60s }",
                "routing eigrp 100 { hello 10s split-horizon off summary 192.168.0.0/16 default bfd 300ms }");
        var ofHub = routing(text, "HQ").eigrp().getFirst().settingsOf("Tunnel100");
        var ofSpoke = routing(text, "Branch1").eigrp().getFirst().settingsOf("Tunnel100");

        assertThat(ofHub.helloInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(ofHub.holdTime()).isEqualTo(Duration.ofSeconds(60));
        assertThat(ofHub.splitHorizon()).isFalse();
        assertThat(ofHub.summaries()).extracting(summary -> summary.prefix().toString())
                .containsExactly("192.168.0.0/16", "0.0.0.0/0");
        assertThat(routing(text, "HQ").forwardingDetection()).hasSize(1);
        assertThat(ofSpoke.helloInterval()).isEqualTo(Duration.ofSeconds(20));
        assertThat(ofSpoke.splitHorizon()).isTrue();
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "routing eigrp 200 { hello 10s on lan } | hello speaks of tunnels, and no tunnel of HQ is in this process",
        "routing ospf 9 { cost 10 on lan { area 0 } } | cost speaks of tunnels",
        "routing ospf 9 { area 3 on lan { area 0 } } | No interface of HQ is in area 3 of OSPF 9",
        "routing ospf 9 { on lan { area 0 range 192.168.0.0/16 } } | HQ is in area 0 alone",
        "routing bgp 65000 { hello 10s } | hello is said of a cloud or of one neighbor",
        "routing bgp 65000 { local-preference 200 } | local-preference is said of a cloud or of one neighbor"})
    void whatHasNothingToSpeakOfIsReported(String clause, String message) {
        assertThat(Models.findings(withHub(EIGRP, clause))).anySatisfy(finding ->
                assertThat(finding).contains(UNKNOWN, message));
    }

    @Test
    void aRangeThatNoRouterOfTheCloudCanAnnounceIsReported() {
        assertThat(Models.findings(with("routing ospf 1 { area 1 range 192.168.0.0/16 }"))).anySatisfy(finding ->
                assertThat(finding).contains(UNKNOWN, "No router of cloud Corp is between area 1 and another one"));
        assertThat(Models.broken(withHub("routing ospf 1 { area 1 range 192.168.0.0/16 }", "routing ospf 1 { on lan { area 0 } }")))
                .doesNotContain(UNKNOWN);
    }

    private static String withSecondHub(String text) {
        return text.replace("hub HQ {", """
                hub HQ2 {
                  wan Internet 203.0.113.2/24 gateway 203.0.113.254
                  lan 192.168.2.0/24
                  join Corp as 10.0.0.2 via HQ
                }
                hub HQ {""").replace("via HQ\n}\nscenario", "via HQ, HQ2\n}\nscenario");
    }

    private static RoutingConfiguration routing(String text, String device) {
        return Models.device(text, device).routing();
    }

    private static OspfInterface ospf(String text, String device, String port) {
        return routing(text, device).ospf().getFirst().settingsOf(port).orElseThrow();
    }

    private static BgpProcess bgp(String text, String device) {
        return routing(text, device).bgp().getFirst();
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

    /** RFC 4456; ipSpace.net, Changes in IBGP Next Hop Processing Drastically Improve BGP-based DMVPN Designs. */
    @ParameterizedTest
    @CsvSource({"1,'',ALL", "2,'',OFF", "3,'',ALL", "3,spokes as 65001,ON", "2,spokes as 65001,OFF", "3,next-hop-self off,OFF"})
    void thePhaseDecidesTheNextHopOfBgp(int phase, String setting, NextHopSelf expected) {
        BgpPeering peering = bgp(inPhase(phase, "routing bgp 65000 { listen " + setting + " }"), "HQ").listenRanges().getFirst()
                .peering();

        assertThat(peering.nextHopSelf()).isEqualTo(expected);
        assertThat(peering.routeReflectorClient()).isEqualTo(!setting.startsWith("spokes"));
    }

    @Test
    void aListeningHubAcceptsTheOverlay() {
        BgpProcess hub = bgp(with("routing bgp 65000 { spokes as 65001 listen default hello 10s }"), "HQ");

        assertThat(hub.neighbors()).isEmpty();
        assertThat(hub.networks()).containsExactly(IpPrefix.parse("192.168.1.0/24"));
        assertThat(hub.listenRanges()).singleElement().satisfies(range -> {
            assertThat(range.range()).isEqualTo(IpPrefix.parse("10.0.0.0/24"));
            assertThat(range.peering().remoteAutonomousSystems()).containsExactly(65001L);
            assertThat(range.peering().defaultOrigination()).isPresent();
            assertThat(range.peering().hold()).contains(Duration.ofSeconds(30));
        });
    }

    @Test
    void withoutListenAHubNamesEachSpokeAndComputedNumbersAreEachSpokesOwn() {
        String text = with("routing bgp 65000 { spokes as 65000+n }");

        assertThat(bgp(text, "Branch2").autonomousSystem()).isEqualTo(65002);
        assertThat(bgp(text, "Branch2").neighbors()).singleElement().satisfies(neighbor -> {
            assertThat(neighbor.device()).contains("HQ");
            assertThat(neighbor.peering().remoteAutonomousSystems()).containsExactly(65000L);
        });
        assertThat(bgp(text, "HQ").neighbors()).extracting(BgpNeighbor::address)
                .containsExactly(IpAddress.parse("10.0.0.11"), IpAddress.parse("10.0.0.12"));
        assertThat(bgp(text, "HQ").neighbors()).extracting(neighbor -> neighbor.peering().remoteAutonomousSystems())
                .containsExactly(List.of(65001L), List.of(65002L));
    }

    @Test
    void localPreferenceBecomesAPolicyAndMendsOneThatIsThere() {
        String text = "policy Site { permit prefix 192.168.0.0/16 le 24 }\n"
                + with("routing bgp 65000 { accept Site by spokes local-preference spokes 200 }");
        RoutingConfiguration spoke = routing(text, "Branch1");
        String name = spoke.bgp().getFirst().neighbors().getFirst().peering().importPolicy().orElseThrow();
        RoutePolicy policy = spoke.policyNamed(name).orElseThrow();

        assertThat(name).isEqualTo("Site-LOCAL-PREFERENCE-200");
        assertThat(policy.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.matchesPrefix(IpPrefix.parse("192.168.5.0/24"))).isTrue();
            assertThat(statement.matchesPrefix(IpPrefix.parse("192.168.5.0/25"))).isFalse();
            assertThat(statement.actions()).singleElement().isInstanceOfSatisfying(PolicyAction.SetLocalPreference.class,
                    set -> assertThat(set.preference()).isEqualTo(200));
        });
        assertThat(routing(text, "HQ").policies()).isEmpty();
    }

    @Test
    void aNamedNeighborIsFoundInTheCommonCloud() {
        String text = withHub("routing bgp 65000 { listen }", "routing bgp 65000 { neighbor Branch[2] { next-hop-self all hold 9s } }");

        assertThat(bgp(text, "HQ").neighbors()).singleElement().satisfies(neighbor -> {
            assertThat(neighbor.address()).isEqualTo(IpAddress.parse("10.0.0.12"));
            assertThat(neighbor.device()).contains("Branch2");
            assertThat(neighbor.peering().remoteAutonomousSystems()).containsExactly(65000L);
            assertThat(neighbor.peering().nextHopSelf()).isEqualTo(NextHopSelf.ALL);
            assertThat(neighbor.peering().keepalive()).contains(Duration.ofSeconds(3));
        });
    }

    @Test
    void thePasswordOfANeighborHasANameOrAValue() {
        String text = withHub("routing bgp 65000 { listen }", "routing bgp 65000 { neighbor Branch[2] { password secret \"bgp-key\" } }");

        assertThat(bgp(text, "HQ").neighbors()).singleElement().satisfies(neighbor ->
                assertThat(neighbor.peering().password()).contains(new Secret("bgp-key", Optional.empty(), Origin.NONE)));
        assertThat(Models.broken(text)).doesNotContain("L-SECRET");
        assertThat(Models.broken(text.replace("secret \"bgp-key\"", "\"bgp-key\""))).contains("L-SECRET");
    }

    /** RFC 4456: without reflection a hub keeps what one spoke of its autonomous system told from the others. */
    @ParameterizedTest
    @CsvSource({"'',true,false", "route-reflector hubs,true,false", "route-reflector spokes,false,true", "route-reflector off,false,false"})
    void hubsReflectRoutesUnlessSomebodyElseOrNobodyDoes(String setting, boolean byHub, boolean bySpoke) {
        String text = with("routing bgp 65000 { " + setting + " }");

        assertThat(bgp(text, "HQ").peerings().map(BgpPeering::routeReflectorClient)).isNotEmpty().containsOnly(byHub);
        assertThat(bgp(text, "Branch1").peerings().map(BgpPeering::routeReflectorClient)).isNotEmpty().containsOnly(bySpoke);
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

    @Test
    void ripOfAPhase2HubAnnouncesSpokesToEachOther() {
        assertThat(routing(inPhase(2, "routing rip"), "HQ").rip().getFirst().settingsOf("Tunnel100").splitHorizon()).isFalse();
        assertThat(routing(inPhase(3, "routing rip"), "HQ").rip().getFirst().settingsOf("Tunnel100").splitHorizon()).isTrue();
        assertThat(routing(inPhase(2, "routing rip { passive hubs hello 10s }"), "HQ").rip().getFirst()).satisfies(rip -> {
            assertThat(rip.settingsOf("Tunnel100").passive()).isTrue();
            assertThat(rip.timers().orElseThrow().flush()).isEqualTo(Duration.ofSeconds(80));
        });
    }

    @Test
    void theHubCollectsOnDemandRoutes() {
        String text = with("routing odr");

        assertThat(routing(text, "HQ").odr().getFirst().hub()).isTrue();
        assertThat(routing(text, "Branch1").odr()).singleElement().satisfies(odr -> {
            assertThat(odr.hub()).isFalse();
            assertThat(odr.interfaces()).containsExactly("Tunnel100");
        });
    }

    @ParameterizedTest
    @CsvSource({"1,10.0.0.1", "2,10.0.0.12", "3,10.0.0.1"})
    void aStaticRouteToAnotherSpokeNamesWhomThePhaseWants(int phase, String nextHop) {
        List<StaticRoute> spoke = routing(inPhase(phase, "routing static"), "Branch1").staticRoutes();

        assertThat(spoke).extracting(route -> route.destination() + " " + route.nextHop().orElseThrow())
                .contains("192.168.1.0/24 10.0.0.1", "192.168.12.0/24 " + nextHop).hasSize(2);
    }

    @Test
    void staticSummariesAndDefaultsStandForAllRoutes() {
        String text = withSecondHub(with("routing static { summary 192.168.0.0/16 default distance 5 }"))
                .replace("via HQ, HQ2", "via HQ priority 1, HQ2 priority 2");

        assertThat(routing(text, "Branch1").staticRoutes())
                .extracting(route -> route.destination() + " " + route.nextHop().orElseThrow() + " " + route.distance())
                .containsExactly("192.168.0.0/16 10.0.0.1 5", "192.168.0.0/16 10.0.0.2 15", "0.0.0.0/0 10.0.0.1 5",
                        "0.0.0.0/0 10.0.0.2 15");
        assertThat(routing(text, "HQ").staticRoutes()).extracting(route -> route.destination() + " " + route.nextHop().orElseThrow())
                .contains("192.168.11.0/24 10.0.0.11", "192.168.12.0/24 10.0.0.12", "192.168.2.0/24 10.0.0.2");
    }

    @Test
    void redistributionKeepsItsMetricTypeTagAndPolicy() {
        String text = "policy Local { deny tag 777 permit set metric 5 }\n" + withHub(
                "routing eigrp 100 { summary 192.168.0.0/16 stub spokes redistribute ospf 1 with metric 100Mbps through Local by hubs }",
                "routing ospf 1 { on lan redistribute eigrp 100 with metric 10000 external type-1 tag 777 }");
        RoutingConfiguration hub = routing(text, "HQ");

        assertThat(hub.eigrp().getFirst().options().redistributions()).singleElement().satisfies(redistribution -> {
            assertThat(redistribution.source()).isEqualTo(RouteSource.OSPF);
            assertThat(redistribution.metric().orElseThrow()).isInstanceOfSatisfying(SeedMetric.Eigrp.class,
                    metric -> assertThat(metric.bandwidthKbps()).isEqualTo(100_000));
            assertThat(redistribution.policy()).contains("Local");
        });
        assertThat(hub.ospf().getFirst().options().redistributions()).singleElement().satisfies(redistribution -> {
            assertThat(redistribution.process()).isEqualTo(OptionalLong.of(100));
            assertThat(redistribution.externalType()).isEqualTo(OptionalInt.of(1));
            assertThat(redistribution.tag()).isEqualTo(OptionalLong.of(777));
        });
        assertThat(hub.policies()).extracting(RoutePolicy::name).containsExactly("Local");
        assertThat(routing(text, "Branch1").eigrp().getFirst().options().redistributions()).isEmpty();
    }

    @Test
    void theRestOfEigrpIsKept() {
        String text = with("routing eigrp 100 { default from hubs k-values 1, 0, 1, 0, 1 distance 95 external 175 "
                + "maximum-paths 2 bfd 300ms multiplier 5 stub spokes }");
        EigrpProcess hub = routing(text, "HQ").eigrp().getFirst();

        assertThat(hub.settingsOf("Tunnel100").summaries()).singleElement()
                .satisfies(summary -> assertThat(summary.prefix()).isEqualTo(IpPrefix.IPV4_DEFAULT));
        assertThat(hub.metricWeights().orElseThrow().weights()).containsExactly(1, 0, 1, 0, 1);
        assertThat(hub.options().distance().orElseThrow().external()).isEqualTo(OptionalInt.of(175));
        assertThat(hub.options().maximumPaths()).isEqualTo(OptionalInt.of(2));
        assertThat(routing(text, "Branch1").forwardingDetectionOn("Tunnel100").orElseThrow().multiplier()).isEqualTo(5);
    }

    @Test
    void severalClausesOfACloudAreSeveralProtocols() {
        String text = with("routing ospf 1 { database-filter hubs }\n  routing static { default }");

        assertThat(routing(text, "Branch1").ospf()).hasSize(1);
        assertThat(routing(text, "Branch1").staticRoutes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "routing ospf 1 { summary 192.168.0.0/16 } | L-SETTING-UNKNOWN OSPF does not summarise inside an area",
        "routing rip { area 1 } | L-SETTING-UNKNOWN rip knows no area",
        "routing eigrp 100 { local-preference 200 } | L-SETTING-UNKNOWN eigrp knows no local-preference",
        "routing ospf 1 { area 0 type stub } | L-VALUE Area 0 is the backbone",
        "routing ospf 1 { area x } | L-VALUE 'x' is not an area",
        "routing ospf 1 { network-type bus } | L-VALUE 'bus' is not a network type of OSPF: expected broadcast",
        "routing ospf 1 { bfd 5ms } | L-VALUE '5ms' is not an interval of BFD",
        "routing ospf 70000 | L-VALUE '70000' is not a whole number from 1 to 65535",
        "routing bgp 65000 { spokes as 65000+x } | L-COMPUTED",
        "routing eigrp 100 { k-values 1, 0, 1 } | L-VALUE EIGRP has five K values",
        "routing eigrp 100 { redistribute ospf 1 with metric 1/2/3000 } | L-VALUE '1/2/3000' is not a metric of EIGRP",
        "routing eigrp 100 { redistribute ospf 1 external type-1 } | L-SETTING-UNKNOWN Only OSPF has types",
        "routing eigrp 100 in vrf RED | L-VALUE Routing in VRF RED cannot run over Tunnel100",
        "routing babel | L-VALUE 'babel' is not a routing protocol"})
    void whatCannotBeIsReportedWhereItStands(String routing, String finding) {
        assertThat(Models.findings(with(routing))).anyMatch(found -> found.contains(finding));
    }

    @Test
    void aRouterIsInOneAutonomousSystem() {
        String text = withHub("routing bgp 65000 { listen }", "routing bgp 65009");

        assertThat(Models.findings(text)).anyMatch(found -> found.contains("HQ is in autonomous system 65000 already"));
    }

    @Test
    void tooManyAutonomousSystemsForOneGroupOfNeighbors() {
        String text = with("routing bgp 65000 { spokes as 65000+n listen }").replace("Branch[1..2]", "Branch[1..20]");

        assertThat(Models.findings(text)).anyMatch(found -> found.contains("the spokes of Corp are in 20"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "permit prefix 10.0.0.0/8 ge 33 | is not a whole number from 8 to 32",
        "permit community blue | 'blue' is not a community",
        "permit set next-hop here | 'here' is not a next hop",
        "permit set external 3 | is not a type of external routes",
        "deny set tag 5 | A route that is denied carries nothing on"})
    void whatAPolicyCannotSayIsReported(String statement, String finding) {
        assertThat(Models.findings("policy Bad { " + statement + " }\n" + Models.SOUND)).anyMatch(found -> found.contains(finding));
    }

    @Test
    void protocolsWithoutSimulationSaySoAndStaticRoutesDoNot() {
        for (String protocol : List.of("odr")) {
            assertThat(Models.findings(with("routing " + protocol)))
                    .anyMatch(found -> found.contains("L-NOT-SIMULATED") && found.contains("exported, not simulated yet"));
        }
        assertThat(Models.broken(with("routing static { summary 192.168.0.0/16 }"))).isEmpty();
        assertThat(Models.broken(with("routing bgp 65000 { listen hello 10s hold 30s }"))).isEmpty();
        assertThat(Models.findings("policy Local { permit set metric 5 }\n"
                + with("routing ospf 1 { redistribute static through Local by hubs }"))).noneMatch(found -> found.contains("L-NOT-SIMULATED"));
        for (String detecting : List.of("routing bgp 65000 { listen bfd 300ms }", "routing ospf 1 { bfd 300ms }",
                "routing eigrp 100 { bfd 300ms }")) {
            assertThat(Models.findings(with(detecting))).noneMatch(found -> found.contains("L-NOT-SIMULATED"));
        }
        assertThat(Models.findings(with("routing rip { hello 10s }"))).noneMatch(found -> found.contains("L-NOT-SIMULATED"));
    }

    @Test
    void whatAPlatformCannotFilterIsReported() {
        String policies = "policy Tagged { deny tag 777 permit }\npolicy Some { permit prefix 10.0.0.0/8 le 24 }\n";
        assertThat(Models.findings(policies + with("routing rip { redistribute static metric 3 accept Some announce Some }")))
                .noneMatch(found -> found.contains("L-NOT-SIMULATED"));
        assertThat(Models.findings(policies + with("routing rip { accept Tagged }")))
                .anyMatch(found -> found.contains("L-NOT-SIMULATED") && found.contains("RIP of IOS filters by prefixes alone"));
        assertThat(Models.findings(policies + with("routing ospf 1 { accept Tagged }"))).noneMatch(found -> found.contains("L-NOT-SIMULATED"));
        assertThat(Models.findings(policies + with("routing ospf 1 { announce Tagged }")))
                .anyMatch(found -> found.contains("L-NOT-SIMULATED") && found.contains("announce is neither exported nor used"));
        assertThat(Models.findings(policies + with("routing eigrp 100 { redistribute static metric 100000/100 k-values 1, 1, 1, 0, 0 "
                + "distance 95 external 180 accept Tagged announce Some }"))).noneMatch(found -> found.contains("L-NOT-SIMULATED"));
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
