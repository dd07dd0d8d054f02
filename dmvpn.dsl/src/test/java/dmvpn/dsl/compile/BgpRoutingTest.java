package dmvpn.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static dmvpn.dsl.compile.RoutingModels.inPhase;
import static dmvpn.dsl.compile.RoutingModels.routing;
import static dmvpn.dsl.compile.RoutingModels.with;
import static dmvpn.dsl.compile.RoutingModels.withHub;

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
import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.RoutingConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model says about BGP becomes the configuration of each router, by the phase of the cloud. */
class BgpRoutingTest {

    private static BgpProcess bgp(String text, String device) {
        return routing(text, device).bgp().getFirst();
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

    /** Tables of VRFs may have the same networks. */
    @Test
    void bfdOfANeighborInAVrfIsThatOfAnInterfaceOfTheVrf() {
        String text = withHub("routing eigrp 100", "lan 172.16.1.0/24\n  lan 172.16.1.0/24 vrf red\n"
                + "  routing bgp 65000 in vrf red { neighbor 172.16.1.9 as 65001 { bfd 500ms multiplier 4 } }");

        assertThat(routing(text, "HQ").forwardingDetection()).singleElement().satisfies(detection ->
                assertThat(Models.device(text, "HQ").interfaceNamed(detection.interfaceName()).orElseThrow().vrf()).contains("red"));
    }

    /** An interface needs the times, or IOS has no session. */
    @Test
    void bfdOfANeighborIsThatOfTheInterfaceThatLeadsThere() {
        String text = withHub("routing bgp 65000 { listen }", "routing bgp 65000 { neighbor Branch[2] { bfd 500ms multiplier 4 } }");

        assertThat(bgp(text, "HQ").neighbors()).singleElement()
                .satisfies(neighbor -> assertThat(neighbor.peering().fastDetection()).isTrue());
        assertThat(routing(text, "HQ").forwardingDetection()).singleElement()
                .satisfies(detection -> {
                    assertThat(detection.interfaceName()).isEqualTo("Tunnel100");
                    assertThat(detection.interval()).isEqualTo(Duration.ofMillis(500));
                    assertThat(detection.multiplier()).isEqualTo(4);
                    assertThat(detection.clients()).containsExactly(RouteSource.BGP);
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
}
