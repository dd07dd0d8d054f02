package dmvpn.app.designs;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.load.ModelLoader;
import dmvpn.network.CompiledNetwork;
import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An MPLS/VPN whose provider takes part in routing (RFC 4364 section 7; ipSpace.net, "DMVPN as a backup for MPLS/VPN"). */
class ProviderTest {

    private static final String SITES = """
            network Sites
            transport Mpls { kind mpls-vpn  latency 10ms  bandwidth 10Mbps  %s }
            router One { wan Mpls 172.16.1.2/30  lan 192.168.1.0/24  %s }
            router Two { wan Mpls 172.16.2.2/30  lan 192.168.2.0/24  %s }
            scenario Run { seed 1  duration 15min
              at 200s ping every 1s count 5 from One.lan to Two.lan
              %s }
            """;

    private static final String EBGP = "provider-as 64512  pe-ce ebgp";
    private static final String BGP_OF_ONE = "routing bgp 65001 { advertise 192.168.1.0/24  neighbor 172.16.1.1 as 64512 }";
    private static final String BGP_OF_TWO = "routing bgp 65002 { advertise 192.168.2.0/24  neighbor 172.16.2.1 as 64512 }";
    private static final String OSPF = "routing ospf 1 { on lan { area 0 }  on wan Mpls { area 0 } }";

    private static Simulation after(long seconds, String text) {
        CompiledNetwork network = ModelLoader.create().parse("sites.dmvpn", text).network().orElseThrow();
        Simulation simulation = Simulation.create(network, SimulationOptions.DEFAULT.withScenario("Run"));
        simulation.runUntil(Duration.ofSeconds(seconds));
        return simulation;
    }

    private static String routes(Simulation simulation, String router) {
        return simulation.routerNamed(router).orElseThrow().show("show ip route").orElseThrow();
    }

    @Test
    void withExternalBgpEachSiteLearnsTheOthersFromItsEdge() {
        Simulation run = after(210, SITES.formatted(EBGP, BGP_OF_ONE, BGP_OF_TWO, ""));

        assertThat(routes(run, "One")).containsPattern("B +192\\.168\\.2\\.0/24 \\[20/0\\] via 172\\.16\\.1\\.1");
        assertThat(run.routerNamed("One").orElseThrow().show("show ip bgp").orElseThrow()).contains("64512 65002");
        assertThat(run.pings().getFirst().answered()).isEqualTo(5);
    }

    /** The line costs nothing but its rate: 10 ms one way, as between two attachments of any transport. */
    @Test
    void theWayThroughTheProviderTakesTheLatencyOfTheTransportOnce() {
        Simulation run = after(210, SITES.formatted(EBGP, BGP_OF_ONE, BGP_OF_TWO, "").replace("bandwidth 10Mbps", ""));

        assertThat(run.pings().getFirst().requests()).extracting(request -> request.roundTripNanos().orElseThrow())
                .containsOnly(20_000_000L);
    }

    /** Two sites in one system: the provider puts its own number in place of theirs, or the loop check would drop their routes. */
    @Test
    void sitesOfOneSystemReachEachOther() {
        Simulation run = after(210, SITES.formatted(EBGP, BGP_OF_ONE, BGP_OF_TWO.replace("bgp 65002", "bgp 65001"), ""));

        assertThat(run.routerNamed("One").orElseThrow().show("show ip bgp").orElseThrow()).contains("64512 64512");
        assertThat(run.pings().getFirst().answered()).isEqualTo(5);
    }

    @Test
    void aSiteThatTellsTheProviderNothingIsNotReached() {
        Simulation run = after(210, SITES.formatted(EBGP, BGP_OF_ONE, "route 0.0.0.0/0 via 172.16.2.1", ""));

        assertThat(routes(run, "One")).doesNotContain("192.168.2.0");
        assertThat(run.pings().getFirst().answered()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aRouterOfTheProviderAtTheSiteHandsOverExternalRoutesOfThatType(int type) {
        Simulation run = after(210, SITES.formatted("pe-ce ebgp  ce-handoff ospf external type-" + type, OSPF, OSPF, ""));

        assertThat(routes(run, "One")).containsPattern("O E" + type + " +192\\.168\\.2\\.0/24 \\[110/2[01]\\] via 172\\.16\\.1\\.1");
        assertThat(run.pings().getFirst().answered()).isEqualTo(5);
    }

    @Test
    void withEigrpTheRoutesOfOtherSitesAreExternalOnes() {
        String eigrp = "routing eigrp 7 { on lan  on wan Mpls }";
        Simulation run = after(210, SITES.formatted("pe-ce eigrp", eigrp, eigrp, ""));

        assertThat(routes(run, "One")).containsPattern("D EX +192\\.168\\.2\\.0/24 \\[170/\\d+\\] via 172\\.16\\.1\\.1");
        assertThat(run.pings().getFirst().answered()).isEqualTo(5);
    }

    @Test
    void withRipTheRoutesOfOtherSitesHaveAFewHops() {
        String rip = "routing rip { on lan  on wan Mpls }";
        Simulation run = after(210, SITES.formatted("pe-ce rip", rip, rip, ""));

        assertThat(routes(run, "One")).containsPattern("R +192\\.168\\.2\\.0/24 \\[120/[12]\\] via 172\\.16\\.1\\.1");
        assertThat(run.pings().getFirst().answered()).isEqualTo(5);
    }

    @Test
    void withStaticRoutesTheProviderKnowsTheNetworksBehindItsCustomers() {
        Simulation run = after(210, SITES.formatted("pe-ce static", "route 0.0.0.0/0 via 172.16.1.1", "route 0.0.0.0/0 via 172.16.2.1", ""));

        assertThat(run.pings().getFirst().answered()).isEqualTo(5);
        assertThat(routes(run, "Mpls-One")).contains("B>* 192.168.2.0/24 ", "S>* 192.168.1.0/24 ");
    }

    @Test
    void withoutAProtocolTheTransportConnectsItsAttachmentsAsBefore() {
        Simulation run = after(210, SITES.formatted("provider-as 64512", "route 192.168.2.0/24 via 172.16.2.2 interface GigabitEthernet1",
                "route 192.168.1.0/24 via 172.16.1.2 interface GigabitEthernet1", ""));

        assertThat(run.routers()).extracting(RouterView::name).containsExactly("One", "Two");
    }

    @Test
    void theRoutersOfTheProviderComeBehindThoseOfTheModel() {
        Simulation run = after(1, SITES.formatted(EBGP, BGP_OF_ONE, BGP_OF_TWO, ""));

        assertThat(run.routers()).extracting(RouterView::name).containsExactly("One", "Two", "Mpls-core", "Mpls-One", "Mpls-Two");
        assertThat(run.routers()).filteredOn(RouterView::isProvider).hasSize(3);
        assertThat(run.trace().nodeNames()).startsWith("One", "Two", "Mpls-core", "Mpls-One", "Mpls-Two");
    }

    @Test
    void aLineIsDownForBothEnds() {
        String text = SITES.formatted(EBGP, BGP_OF_ONE, BGP_OF_TWO, "at 300s fail Two.Mpls  at 500s restore Two.Mpls");

        assertThat(routes(after(299, text), "One")).contains("192.168.2.0");
        Simulation failed = after(302, text);
        assertThat(routes(failed, "One")).doesNotContain("192.168.2.0");
        assertThat(routes(failed, "Mpls-Two")).doesNotContain("172.16.2.0/30 is directly connected");
        assertThat(routes(after(640, text), "One")).contains("192.168.2.0");
    }

    @Test
    void aSiteWithoutPowerIsMissedAtOnce() {
        String text = SITES.formatted(EBGP, BGP_OF_ONE, BGP_OF_TWO, "at 300s fail Two  at 400s restore Two");

        assertThat(routes(after(302, text), "One")).doesNotContain("192.168.2.0");
        assertThat(routes(after(560, text), "One")).contains("192.168.2.0");
    }

    /** Nothing goes down when the provider's network carries nothing: that takes the hold time of 180 s. */
    @Test
    void aSilentProviderIsMissedAfterTheHoldTime() {
        String text = SITES.formatted(EBGP, BGP_OF_ONE, BGP_OF_TWO, "at 300s fail transport Mpls");

        assertThat(routes(after(400, text), "One")).contains("192.168.2.0");
        assertThat(routes(after(485, text), "One")).doesNotContain("192.168.2.0");
    }

    @Test
    void aBrokenPathBetweenTwoSitesIsThatBetweenTheirEdges() {
        String text = SITES.formatted(EBGP, BGP_OF_ONE, BGP_OF_TWO, "at 190s fail path One to Two on Mpls  at 203500ms restore path One to Two on Mpls");
        Simulation run = after(210, text);

        assertThat(run.pings().getFirst().answered()).isEqualTo(1);
    }

    /** A router of the model that is the provider's end of a line stays that. */
    @Test
    void aProviderThatTheModelDeclaresIsNotMadeAgain() {
        String text = SITES.formatted(EBGP, BGP_OF_ONE, BGP_OF_TWO, "")
                + "router Edge { wan Mpls 172.16.1.1/30  lan 10.0.0.0/24 }";

        assertThat(after(1, text).routers()).extracting(RouterView::name).containsExactly("One", "Two", "Edge", "Mpls-core", "Mpls-Two");
    }

    @Test
    void aRunWithAProviderIsTheSameEachTime() {
        String text = SITES.formatted("pe-ce ebgp  ce-handoff ospf external type-1", OSPF, OSPF, "");

        assertThat(after(210, text).traceHash()).isEqualTo(after(210, text).traceHash());
    }

    /** Two customers on one line: the provider's end is down when both are, and each pays the latency once. */
    @Test
    void customersMayShareAnEdge() {
        String text = """
                network Sites
                transport Mpls { kind mpls-vpn  latency 10ms  pe-ce ebgp  provider-as 64512 }
                router One { wan Mpls 172.16.1.2/29  lan 192.168.1.0/24  routing bgp 65001 { advertise 192.168.1.0/24  neighbor 172.16.1.1 as 64512 } }
                router Two { wan Mpls 172.16.1.3/29  lan 192.168.2.0/24  routing bgp 65002 { advertise 192.168.2.0/24  neighbor 172.16.1.1 as 64512 } }
                router Three { wan Mpls 172.16.3.2/30  lan 192.168.3.0/24  routing bgp 65003 { advertise 192.168.3.0/24  neighbor 172.16.3.1 as 64512 } }
                scenario Run { seed 1  duration 15min
                  at 200s ping every 1s count 5 from Two.lan to Three.lan
                  at 300s fail One }
                """;

        Simulation run = after(210, text);
        assertThat(run.pings().getFirst().requests()).extracting(request -> request.roundTripNanos().orElseThrow()).containsOnly(20_000_000L);
        Simulation failed = after(350, text);
        assertThat(routes(failed, "Two")).contains("192.168.3.0");
        assertThat(failed.routerNamed("Mpls-One").orElseThrow().interfaces()).allMatch(each -> each.up());
    }

    /** RFC 3021: a line may have two addresses and no others. */
    @Test
    void aLineMayHaveTwoAddressesAlone() {
        String text = SITES.formatted("pe-ce static", "route 0.0.0.0/0 via 172.16.1.1 interface GigabitEthernet1",
                "route 0.0.0.0/0 via 172.16.2.1 interface GigabitEthernet1", "").replace("172.16.1.2/30", "172.16.1.0/31")
                .replace("172.16.2.2/30", "172.16.2.0/31");

        assertThat(after(210, text).pings().getFirst().answered()).isEqualTo(5);
        assertThat(after(1, text.replaceAll("route 0.0.0.0/0 via \\S+ interface \\S+", "")).routers()).hasSize(5);
    }

    @Test
    void namesOfTheProvidersRoutersAreUnique() {
        String text = SITES.formatted(EBGP, BGP_OF_ONE, BGP_OF_TWO, "").replace("router Two {", "router core {").replace("to Two.lan", "to core.lan");

        assertThat(after(1, text).routers()).extracting(RouterView::name).doesNotHaveDuplicates().contains("Mpls-core", "Mpls-One");
        String twoUplinks = text.replace("wan Mpls 172.16.1.2/30", "wan Mpls 172.16.1.2/30  wan Mpls 172.16.9.2/30");
        assertThat(after(1, twoUplinks).trace().nodeNames()).doesNotHaveDuplicates().contains("Mpls-One", "Mpls-One-edge");
    }

    @Test
    void passwordsAndWeightsOfMetricsAreThoseOfTheCustomer() {
        String password = BGP_OF_ONE.replace("as 64512", "as 64512 { password \"word\" }");
        assertThat(routes(after(210, SITES.formatted(EBGP, password, BGP_OF_TWO, "")), "Two")).contains("192.168.1.0");

        String eigrp = "routing eigrp 7 { on lan  on wan Mpls  k-values 1, 1, 1, 0, 0 }";
        assertThat(routes(after(210, SITES.formatted("pe-ce eigrp", eigrp, eigrp, "")), "One")).contains("192.168.2.0");
    }
}
