package dmvpn.dsl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.rules.RuleExamples;
import dmvpn.network.rules.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules on uplinks, translations, several clouds and VRFs say, and what they leave alone. */
class UnderlayRulesOfModelsTest {

    private static String breaks(String id) {
        return RuleExamples.of(Analysis.catalogue().rule(id).orElseThrow()).orElseThrow().breaks();
    }

    private static String replaced(String text, String part, String replacement) {
        assertThat(text).contains(part);
        return text.replace(part, replacement);
    }

    private static List<String> messages(String text, String id) {
        return Models.load(text).findings().stream().filter(finding -> finding.rule().id().equals(id)).map(Finding::message).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "R-PH-15|Branch1 has no underlay route to 198.51.100.255 of Remote[2], so the two have no direct tunnel: give GigabitEthernet1 of Branch1 a gateway",
        "R-UL-02|The local policy of HQ toward 203.0.113.253 is meant for ESP packets, which it never sees: put the uplink into a front-door VRF",
        "R-UL-04|no best route leads out of GigabitEthernet2 (the best leads out of GigabitEthernet1): give GigabitEthernet2 a gateway",
        "R-UL-05|Tunnel100 of Branch[1] leaves by another uplink when GigabitEthernet1 has no route: write mandatory",
        "R-UL-06|with the source address of GigabitEthernet1: put each uplink into a VRF of its own",
        "R-UL-09|The firewall in front of Branch[1] blocks ESP, which Tunnel100 needs to HQ: permit it",
        "R-UL-10|GigabitEthernet2 of HQ drops packets from beyond its own network, since the default route leads out of GigabitEthernet1",
        "R-UL-13|The address 10.9.0.1 of HQ on Internet is private",
        "R-SEC-23|Branch[1] and Branch[2] are behind one translation to 192.0.2.5 and have no direct tunnel between them in cloud Corp",
        "R-SEC-24|Hub HQ is behind port address translation, which lets no registration in: write behind nat as with its outside address",
        "R-VR-01|The tunnels of Provider to RedSite and BlueSite, which both use 192.168.11.0/24, are in the global table: put Tunnel200 into a VRF of its own",
        "R-VR-02|Branch[1] has the networks of one customer, so VRF RED keeps nothing apart",
        "R-VR-03|The default route of HQ to 192.168.1.9 on GigabitEthernet2 takes the place of the one out of GigabitEthernet1, which its tunnels need",
        "R-VR-04|The route 0.0.0.0/0 of HQ via 203.0.113.254 is in the global table, but the next hop is behind GigabitEthernet1 in VRF INET: add interface GigabitEthernet1",
        "R-HUB-02|All 2 hubs of cloud Corp are at site Campus: move one of them",
        "R-HUB-07|Shop and Factory have no cloud in common, and no router has tunnels to both in one table",
        "R-HUB-08|Spokes of cloud Plant alone, such as Factory, and of cloud Sales alone, such as Shop, reach each other through HQ only",
        "R-HUB-14|When GigabitEthernet1 of Branch[1] fails, its tunnels fail although GigabitEthernet2 is there: join a second cloud over Lte"})
    void aFindingNamesWhoAndWhat(String id, String message) {
        assertThat(messages(breaks(id), id)).isNotEmpty().anySatisfy(found -> assertThat(found).contains(message));
    }

    @Test
    void twoRoutersOfOneSiteShareALocalNetworkAndTwoSitesDoNot() {
        String text = replaced(Models.SOUND, "lan 192.168.1.0/24", "site Campus lan 192.168.1.0/24")
                + "router Core { site Campus lan 192.168.1.0/24 address 192.168.1.2 }";

        assertThat(messages(text, "R-AD-06")).isEmpty();
        String spokes = replaced(Models.SOUND, "lan 192.168.{10+n}.0/24", "site Yard lan 192.168.11.0/24 address 192.168.11.{n}");
        assertThat(messages(spokes, "R-AD-06")).isEmpty();
        assertThat(messages(spokes.replace("site Yard", "site Yard") + "spoke Branch[2] { site Depot }", "R-AD-06"))
                .containsExactly("Local network 192.168.11.0/24 of Branch[2] is also the local network of Branch[1]:"
                        + " give one of the two other addresses");
        assertThat(messages(replaced(spokes, "address 192.168.11.{n}", "address 192.168.11.1"), "R-AD-06")).singleElement().asString()
                .contains("at one site, where both have the address 192.168.11.1");
    }

    @Test
    void customersInVrfsOfTheirOwnMayUseTheSameNetworks() {
        String text = RuleExamples.of(Analysis.catalogue().rule("R-VR-01").orElseThrow()).orElseThrow().sound();

        assertThat(messages(text, "R-AD-06")).isEmpty();
        assertThat(messages(breaks("R-VR-01"), "R-AD-06")).isEmpty();
    }

    @Test
    void anOverlapOfTheFirstAndTheThirdCustomerSiteIsFoundPastTheSecond() {
        String text = RuleExamples.of(Analysis.catalogue().rule("R-VR-01").orElseThrow()).orElseThrow().sound()
                + "spoke SecondRed { wan Internet dhcp lan 192.168.11.0/24 join Red as 10.0.0.12 via Provider }";

        assertThat(messages(text, "R-AD-06")).containsExactly("Local network 192.168.11.0/24 of SecondRed is also the local network of"
                + " RedSite: give one of the two other addresses");
    }

    @Test
    void twoUplinksToOneTransportLeaveByTheRightOneEitherWay() {
        String text = replaced(breaks("R-UL-06"), "wan Lte 192.0.2.1/24 gateway 192.0.2.254\n", "wan Lte 192.0.2.1/24 vrf ISP2 gateway 192.0.2.254\n");

        assertThat(messages(text, "R-UL-06")).isEmpty();
    }

    @Test
    void aServerBehindAFirewallThatDropsWhatWasNotAskedFor() {
        String text = replaced(Models.SOUND, "gateway 203.0.113.254", "gateway 203.0.113.254 blocks unsolicited");

        assertThat(messages(text, "R-UL-09")).singleElement().asString().contains("The firewall in front of HQ drops what was not asked for");
        assertThat(messages(replaced(Models.SOUND, "wan Internet dhcp", "wan Internet dhcp blocks unsolicited"), "R-UL-09")).isEmpty();
    }

    @Test
    void behindATranslationEspIsInUdp() {
        String text = replaced(Models.SOUND, "wan Internet dhcp", "wan Internet dhcp behind pat blocks esp");

        assertThat(messages(text, "R-UL-09")).isEmpty();
        assertThat(messages(text.replace("blocks esp", "blocks udp port 4500"), "R-UL-09")).singleElement().asString()
                .contains("blocks UDP port 4500");
    }

    @Test
    void uplinksBehindOnePortTranslationShareTheirAddressAndOthersDoNot() {
        assertThat(messages(breaks("R-SEC-23"), "R-AD-02")).isEmpty();
        assertThat(messages(replaced(Models.SOUND, "wan Internet dhcp", "wan Internet dhcp behind nat as 192.0.2.5"), "R-AD-02")).hasSize(1);
    }

    @Test
    void aClientOfATransportThatReachesThatOfItsServerIsConnected() {
        String text = "transport Cable { dhcp 192.0.2.0/24 reaches Internet }\n" + replaced(Models.SOUND, "wan Internet dhcp", "wan Cable dhcp");

        assertThat(messages(text, "R-UL-14")).isEmpty();
        assertThat(messages(text.replace(" reaches Internet", ""), "R-UL-14")).hasSize(1);
    }

    @Test
    void aSecondUplinkForTheInternetOrAProvidersVpnIsNoSpare() {
        String text = breaks("R-HUB-14");

        assertThat(messages(replaced(text, "via HQ", "via HQ internet-exit Lte"), "R-HUB-14")).isEmpty();
        assertThat(messages(replaced(text, "kind lte", "kind mpls-vpn"), "R-HUB-14")).isEmpty();
    }

    @Test
    void aFloatingDefaultRouteToTheLocalNetworkIsFine() {
        String text = replaced(breaks("R-VR-03"), "via 192.168.1.9", "via 192.168.1.9 distance 250");

        assertThat(messages(text, "R-VR-03")).isEmpty();
    }
}
