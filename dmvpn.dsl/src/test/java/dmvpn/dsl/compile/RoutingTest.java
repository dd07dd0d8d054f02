package dmvpn.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static dmvpn.dsl.compile.RoutingModels.EIGRP;
import static dmvpn.dsl.compile.RoutingModels.routing;
import static dmvpn.dsl.compile.RoutingModels.UNKNOWN;
import static dmvpn.dsl.compile.RoutingModels.with;
import static dmvpn.dsl.compile.RoutingModels.withHub;

import dmvpn.dsl.Models;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.SeedMetric;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model says about routing whatever the protocol, and what it cannot say. */
class RoutingTest {

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
    void theHubCollectsOnDemandRoutes() {
        String text = with("routing odr");

        assertThat(routing(text, "HQ").odr().getFirst().hub()).isTrue();
        assertThat(routing(text, "Branch1").odr()).singleElement().satisfies(odr -> {
            assertThat(odr.hub()).isFalse();
            assertThat(odr.interfaces()).containsExactly("Tunnel100");
        });
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
    void severalClausesOfACloudAreSeveralProtocols() {
        String text = with("routing ospf 1 { database-filter hubs }\n  routing static { default }");

        assertThat(routing(text, "Branch1").ospf()).hasSize(1);
        assertThat(routing(text, "Branch1").staticRoutes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "routing ospf 1 { summary 192.168.0.0/16 } | L-SETTING-UNKNOWN OSPF does not summarise inside an area",
        "routing rip { area 1 } | L-SETTING-UNKNOWN rip knows no area",
        "routing ospf 1 { named WAN } | L-SETTING-UNKNOWN ospf knows no named",
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
        assertThat(Models.findings(with("routing odr"))).noneMatch(found -> found.contains("L-NOT-SIMULATED"));
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
}
