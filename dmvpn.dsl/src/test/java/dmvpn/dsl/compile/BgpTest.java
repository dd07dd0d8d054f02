package dmvpn.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpPeeringOptions;
import dmvpn.network.routing.BgpProcess;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model says about sessions of BGP beside who has them. */
class BgpTest {

    private static final String EIGRP = "routing eigrp 100 { summary 192.168.0.0/16 from hubs stub spokes }";

    private static String with(String routing) {
        return Models.sound(EIGRP, routing);
    }

    private static String withHub(String routing, String clauses) {
        return with(routing).replace("join Corp as 10.0.0.1", "join Corp as 10.0.0.1\n  " + clauses);
    }

    private static BgpProcess bgp(String text, String device) {
        return Models.device(text, device).routing().bgp().getFirst();
    }

    private static BgpPeeringOptions toBranch(String settings) {
        String text = withHub("routing bgp 65000 { listen }", "loopback 10.1.1.1/32\n  routing bgp 65000 { neighbor Branch[2] as 65001 { "
                + settings + " } }");
        return bgp(text, "HQ").neighbors().stream().map(BgpNeighbor::peering).map(BgpPeering::options).findFirst().orElseThrow();
    }

    @Test
    void aNeighborMayBePassive() {
        assertThat(toBranch("passive").passive()).isTrue();
        assertThat(toBranch("").passive()).isFalse();
    }

    @Test
    void aNeighborMayGetCommunities() {
        assertThat(toBranch("send-community").sendCommunity()).isTrue();
    }

    @Test
    void aNeighborMayGetPathsWithoutPrivateNumbers() {
        assertThat(toBranch("remove-private-as").removePrivateAutonomousSystems()).isTrue();
    }

    @Test
    void aNeighborMayBeSeveralHopsAwayAndGetNextHopsAsTheyAre() {
        assertThat(toBranch("multihop 3").multihop()).hasValue(3);
        assertThat(toBranch("multihop 3 next-hop-unchanged").nextHopUnchanged()).isTrue();
    }

    @Test
    void aSessionMayHaveTheAddressOfALoopbackOrAnotherInterface() {
        assertThat(toBranch("update-source loopback").updateSource()).contains("Loopback0");
        assertThat(toBranch("update-source Tunnel100").updateSource()).contains("Tunnel100");
    }

    @Test
    void aSessionWithoutSuchSettingsHasNone() {
        assertThat(toBranch("hello 10s")).isEqualTo(BgpPeeringOptions.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "multihop 0 | L-VALUE '0' is not",
        "multihop 256 | L-VALUE '256' is not",
        "next-hop-unchanged | several hops away only",
        "update-source Serial0 | HQ has no interface Serial0",
        "update-source loopback | HQ has no loopback",
        "hold 2s | BGP knows no hold time of 2s",
        "hold 1s | BGP knows no hold time of 1s"})
    void whatASessionCannotHaveIsReported(String settings, String finding) {
        String text = withHub("routing bgp 65000 { listen }", "routing bgp 65000 { neighbor Branch[2] as 65001 { " + settings + " } }");

        assertThat(Models.findings(text)).anyMatch(found -> found.contains(finding));
    }

    /** Cisco IOS IP Routing: BGP Command Reference: of neighbours in the own autonomous system IOS refuses them. */
    @ParameterizedTest
    @CsvSource({"remove-private-as, remove-private-as", "as-override, as-override", "multihop 3, multihop",
        "next-hop-unchanged, next-hop-unchanged"})
    void whatIsForOtherAutonomousSystemsIsReportedInside(String setting, String word) {
        String text = withHub("routing bgp 65000 { listen }", "routing bgp 65000 { neighbor Branch[2] { " + setting + " } }");
        BgpPeering peering = bgp(text, "HQ").neighbors().getFirst().peering();

        assertThat(Models.findings(text)).anyMatch(found ->
                found.contains("L-VALUE " + word + " is for neighbours in other autonomous systems"));
        assertThat(peering.options()).isEqualTo(BgpPeeringOptions.NONE);
        assertThat(peering.overrideAutonomousSystem()).isFalse();
    }

    /** RFC 4271 section 8.1.1: of two ends that wait none connects. */
    @Test
    void whereNobodyConnectsIsReported() {
        String waiting = "L-VALUE The hubs of Corp listen and its spokes wait, too";

        assertThat(Models.findings(with("routing bgp 65000 { listen passive spokes }"))).anyMatch(found -> found.contains(waiting));
        assertThat(Models.findings(with("routing bgp 65000 { passive spokes }"))).noneMatch(found -> found.contains(waiting));
        assertThat(Models.findings(with("routing bgp 65000 { listen passive hubs }"))).noneMatch(found -> found.contains(waiting));
    }

    @Test
    void passiveHubsConnectToEachOther() {
        String text = RoutingModels.withSecondHub(with("routing bgp 65000 { passive hubs }"))
                .replace("join Corp as 10.0.0.1", "join Corp as 10.0.0.1 via HQ2").replace("join Corp as 10.0.0.2", "join Corp as 10.0.0.2 via HQ");

        assertThat(Models.broken(text)).doesNotContain("L-VALUE");
        assertThat(bgp(text, "HQ").neighbors()).filteredOn(neighbor -> neighbor.peering().options().passive())
                .extracting(BgpNeighbor::device).doesNotContain(Optional.of("HQ2")).contains(Optional.of("Branch1"));
        assertThat(bgp(text, "HQ").neighbors()).extracting(BgpNeighbor::device).contains(Optional.of("HQ2"));
    }

    /** RFC 4271 section 4.2: the field has two bytes. */
    @Test
    void threeLongHellosAreNoLongerThanTheLongestHoldTime() {
        assertThat(bgp(with("routing bgp 65000 { hello 30000s }"), "Branch1").neighbors().getFirst().peering().hold())
                .contains(BgpPeering.LONGEST_HOLD_TIME);
        assertThat(BgpPeering.isHoldTime(BgpPeering.LONGEST_HOLD_TIME.plusSeconds(1))).isFalse();
    }

    /** RFC 4271 section 4.2: none, or at least three seconds. */
    @ParameterizedTest
    @ValueSource(strings = {"1s", "2s"})
    void aHoldTimeOfACloudIsNotTooShort(String hold) {
        assertThat(Models.findings(with("routing bgp 65000 { hold " + hold + " }")))
                .anyMatch(found -> found.contains("BGP knows no hold time of " + hold));
    }

    @Test
    void aHoldTimeOfZeroIsNone() {
        assertThat(bgp(with("routing bgp 65000 { hold 0s }"), "Branch1").neighbors().getFirst().peering().hold()).contains(Duration.ZERO);
        assertThat(bgp(with("routing bgp 65000 { hold 3s }"), "Branch1").neighbors().getFirst().peering().hold())
                .contains(Duration.ofSeconds(3));
    }

    @Test
    void aCloudSaysWhoIsPassiveAndWhoSendsWhat() {
        String text = with("routing bgp 65000 { hubs as 65000 spokes as 65001 passive hubs send-community hubs remove-private-as hubs }");

        assertThat(bgp(text, "HQ").peerings().map(BgpPeering::options)).isNotEmpty().allSatisfy(options -> {
            assertThat(options.passive()).isTrue();
            assertThat(options.sendCommunity()).isTrue();
            assertThat(options.removePrivateAutonomousSystems()).isTrue();
        });
        assertThat(bgp(text, "Branch1").peerings().map(BgpPeering::options)).containsOnly(BgpPeeringOptions.NONE);
    }

    /** IOS takes paths apart for neighbours in other autonomous systems alone. */
    @Test
    void insideNothingIsTakenOutOfPaths() {
        assertThat(bgp(with("routing bgp 65000 { remove-private-as hubs }"), "HQ").peerings().map(BgpPeering::options))
                .isNotEmpty().containsOnly(BgpPeeringOptions.NONE);
    }

    @Test
    void whatIsSaidOfACloudIsNotSaidOfARouter() {
        assertThat(Models.findings(withHub("routing bgp 65000 { listen }", "routing bgp 65000 { send-community hubs }")))
                .anyMatch(found -> found.contains("send-community is said of a cloud"));
    }

    /** Cisco, BGP Dynamic Neighbors: a router takes 100 unless it says more. */
    @Test
    void aHubOfMoreThanAHundredSpokesSaysHowManyItTakes() {
        String text = with("routing bgp 65000 { listen }").replace("overlay 10.0.0.0/24", "overlay 10.0.0.0/22")
                .replace("10.0.0.{10+n}", "10.0.1.{n}");

        assertThat(bgp(text.replace("Branch[1..2]", "Branch[1..100]"), "HQ").listenLimit()).isEqualTo(OptionalInt.empty());
        assertThat(bgp(text.replace("Branch[1..2]", "Branch[1..101]"), "HQ").listenLimit()).isEqualTo(OptionalInt.of(101));
        assertThat(bgp(text.replace("Branch[1..2]", "Branch[1..101]"), "Branch1").listenLimit()).isEmpty();
    }

    private static String ipv6(String routing) {
        return with(routing).replace("wan Internet dhcp", "wan Internet dhcp vrf INET")
                .replace("gateway 203.0.113.254", "gateway 203.0.113.254 vrf INET").replace("overlay 10.0.0.0/24", "overlay 2001:db8::/64").replace("as 10.0.0.1\n", "as 2001:db8::1\n")
                .replace("10.0.0.{10+n}", "2001:db8::b:{n}").replace("192.168.1.0/24", "2001:db8:1::/64")
                .replace("192.168.{10+n}.0/24", "2001:db8:b:{n}::/64");
    }

    /** A router whose table has no IPv4 address would have no identifier, and BGP would not start. */
    @Test
    void aRouterWithoutIpv4AddressesIsToldItsIdentifier() {
        assertThat(bgp(ipv6("routing bgp 65000"), "Branch2").routerId()).contains(Ipv4Address.parse("0.11.0.2"));
        assertThat(bgp(ipv6("routing bgp 65000"), "HQ").routerId()).contains(Ipv4Address.parse("0.0.0.1"));
        assertThat(bgp(ipv6("routing bgp 65000").replace("join Corp as 2001:db8::1\n", "loopback 10.1.1.1/32\n  join Corp as 2001:db8::1\n"),
                "HQ").routerId()).as("it has one to choose").isEmpty();
        assertThat(bgp(with("routing bgp 65000"), "HQ").routerId()).isEmpty();
    }

    @Test
    void overAnIpv6OverlayBgpIsSimulatedAndExported() {
        assertThat(Models.findings(ipv6("routing bgp 65000 { hello 10s hold 30s }"))).noneMatch(found -> found.contains("L-NOT-SIMULATED"));
        assertThat(bgp(ipv6("routing bgp 65000"), "Branch1").neighbors()).extracting(neighbor -> neighbor.address().toString())
                .containsExactly("2001:db8::1");
    }
}
