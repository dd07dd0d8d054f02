package dmvpn.dsl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.network.rules.Finding;
import dmvpn.network.tunnel.CloudPreference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cloud that is preferred over another: what the model says, and whether metrics make it so (R-HUB-13). */
class PreferredCloudTest {

    private static String model(String ofFirst, String ofSecond) {
        return """
                transport Internet { dhcp 198.51.100.0/24 }
                cloud First { overlay 10.0.0.0/24 phase 3 network-id 1 tunnel-key 1 registration no-unique
                  preferred over Second %s }
                cloud Second { overlay 10.0.1.0/24 phase 3 network-id 2 tunnel-key 2 registration no-unique %s }
                hub HQ1 { wan Internet 203.0.113.1/24 gateway 203.0.113.254 lan 192.168.1.0/24 join First as 10.0.0.1 }
                hub HQ2 { wan Internet 203.0.113.2/24 gateway 203.0.113.254 lan 192.168.2.0/24 join Second as 10.0.1.1 }
                spoke Branch[1..2] {
                  wan Internet dhcp
                  lan 192.168.{10+n}.0/24
                  join First as 10.0.0.{10+n} via HQ1
                  join Second as 10.0.1.{10+n} via HQ2
                }
                """.formatted(ofFirst, ofSecond);
    }

    private static List<Finding> findings(String text) {
        return Models.load(text).findings().stream().filter(finding -> finding.rule().id().equals("R-HUB-13")).toList();
    }

    @Test
    void thePreferenceIsKeptWithTheCloud() {
        assertThat(Models.network(model("", "")).cloudNamed("First").orElseThrow().preference().map(CloudPreference::over))
                .contains("Second");
    }

    @Test
    void aCloudIsNotPreferredOverItself() {
        assertThat(Models.broken(model("", "").replace("over Second", "over First"))).contains("L-TARGET");
    }

    @Test
    void twoCloudsAreNotPreferredOverEachOther() {
        assertThat(Models.findings(model("", "preferred over First"))).anySatisfy(finding ->
                assertThat(finding).contains("L-TARGET cloud First is preferred over cloud Second already"));
        assertThat(Models.broken(model("backup for Second", ""))).contains("L-TARGET");
    }

    @Test
    void ofPreferencesInARingTheLastIsReportedAndTheOthersStay() {
        String ring = model("", "preferred over Third") + "cloud Third { overlay 10.0.2.0/24 preferred over First }\n";

        assertThat(Models.findings(ring).stream().filter(finding -> finding.contains("L-TARGET"))).singleElement().asString()
                .contains("cloud First is preferred over cloud Third already");
        assertThat(Models.load(ring).findings().stream().filter(finding -> finding.rule().id().equals("L-TARGET")))
                .singleElement().satisfies(finding -> assertThat(finding.origin().offset()).isEqualTo(ring.lastIndexOf("First")));
        assertThat(Models.findings(model("", "preferred over First")).stream().filter(finding -> finding.contains("L-TARGET")))
                .hasSize(1);
        assertThat(Models.findings(model("", "preferred over Third") + "cloud Third { overlay 10.0.2.0/24 }\n"))
                .noneMatch(finding -> finding.contains("L-TARGET"));
    }

    @Test
    void equalAndWorseCostsAreToldApartAndReportedWhereThePreferenceStands() {
        String equal = model("routing eigrp 100", "routing eigrp 100");
        String worse = model("delay 200ms routing eigrp 100", "routing eigrp 100");

        assertThat(findings(equal)).singleElement().satisfies(finding -> {
            assertThat(finding.message()).startsWith("Branch[1] shares its load between clouds First and Second, since their EIGRP "
                    + "metric is the same: ");
            assertThat(equal.substring(finding.origin().offset())).startsWith("Second");
        });
        assertThat(findings(worse)).singleElement().satisfies(finding ->
                assertThat(finding.message()).startsWith("Branch[1] prefers cloud Second over First"));
    }

    /** At equal local preference the shorter path and the lower metric win, whoever set them. */
    @ParameterizedTest
    @CsvSource({"set metric 100, 0", "set prepend 65000*3, 0", "set tag 7, 1", "set local-preference 100, 1"})
    void whatSpokesDoToTheRoutesTheyAcceptMayDecide(String action, int reported) {
        String policies = "policy Worse { permit " + action + " }\n";

        assertThat(findings(policies + model("routing bgp 65000", "routing bgp 65000 { accept Worse by spokes }"))).hasSize(reported);
    }

    /** The hub's tunnel counts for the networks of other spokes only, and not for those of the hub. */
    @ParameterizedTest
    @CsvSource({"20ms, 30ms, 50ms, 10ms, 0", "30ms, 30ms, 10ms, 20ms, 0", "30ms, 20ms, 10ms, 50ms, 0", "30ms, 20ms, 50ms, 10ms, 1",
        "30ms, 30ms, 20ms, 10ms, 1", "30ms, 20ms, 10ms, 20ms, 1"})
    void theMetricsToTheHubAndToOtherSpokesAreTwo(String first, String second, String ofFirstHub, String ofSecondHub, int reported) {
        String text = model("delay " + first + " routing eigrp 100", "delay " + second + " routing eigrp 100")
                .replace("join First as 10.0.0.1 ", "join First as 10.0.0.1 delay " + ofFirstHub + " ")
                .replace("join Second as 10.0.1.1 ", "join Second as 10.0.1.1 delay " + ofSecondHub + " ");

        assertThat(findings(text)).as("%s", Models.findings(text)).hasSize(reported);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "routing eigrp 100|routing eigrp 100|true",
        "delay 1ms routing eigrp 100|routing eigrp 100|false",
        "bandwidth 10Mbps routing eigrp 100|bandwidth 1Mbps routing eigrp 100|false",
        "routing ospf 1|routing ospf 1|true",
        "routing ospf 1 { cost 10 }|routing ospf 1 { cost 100 }|false",
        "routing ospf 1 { cost 10 }|routing ospf 1 { cost spokes 10 }|true",
        "bandwidth 10Mbps routing ospf 1|routing ospf 1|false",
        "routing bgp 65000|routing bgp 65000|true",
        "routing bgp 65000 { local-preference spokes 200 }|routing bgp 65000|false",
        "routing bgp 65000|routing bgp 65000 { local-preference spokes 200 }|true",
        "routing bgp 65000|routing bgp 65000 { med hubs 100 }|false",
        "routing static { default from hubs }|routing static { default from hubs }|true",
        "routing static { default from hubs }|routing static { default from hubs distance 200 }|false",
        "routing eigrp 100|routing ospf 1|false"})
    void whatDecidesIsThatOfTheProtocol(String ofFirst, String ofSecond, boolean reported) {
        assertThat(!findings(model(ofFirst, ofSecond)).isEmpty()).as("%s", Models.findings(model(ofFirst, ofSecond))).isEqualTo(reported);
    }
}
