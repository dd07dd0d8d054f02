package dmvpn.dsl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spokes that share their load between two clouds with direct tunnels (R-HUB-09). */
class SharedLoadTest {

    private static final String SHARED = """
            transport Internet { dhcp 198.51.100.0/24 }
            cloud First { overlay 10.0.0.0/24 phase 3 network-id 1 tunnel-key 1 registration no-unique
              routing eigrp 100 { summary 192.168.0.0/16 from hubs } }
            cloud Second { overlay 10.0.1.0/24 phase 3 network-id 2 tunnel-key 2 registration no-unique
              routing eigrp 100 { summary 192.168.0.0/16 from hubs } }
            hub HQ1 { wan Internet 203.0.113.1/24 gateway 203.0.113.254 lan 192.168.1.0/24 join First as 10.0.0.1 }
            hub HQ2 { wan Internet 203.0.113.2/24 gateway 203.0.113.254 lan 192.168.2.0/24 join Second as 10.0.1.1 }
            spoke Branch[1..2] {
              wan Internet dhcp
              lan 192.168.{10+n}.0/24
              join First as 10.0.0.{10+n} via HQ1
              join Second as 10.0.1.{10+n} via HQ2
            }
            """;
    private static final String SUMMARY = "routing eigrp 100 { summary 192.168.0.0/16 from hubs }";

    private static boolean isReported(String text) {
        return Models.load(text).findings().stream().anyMatch(finding -> finding.rule().id().equals("R-HUB-09"));
    }

    @Test
    void itIsReportedOnceAtTheSecondCloudWithBothNames() {
        assertThat(Models.findings(SHARED)).filteredOn(finding -> finding.contains("R-HUB-09")).singleElement().asString()
                .startsWith("4:").contains("Branch[1]", "clouds First and Second", "let Second cost more");
    }

    @Test
    void itIsReportedForProtocolsThatUseEqualRoutes() {
        assertThat(isReported(SHARED.replace(SUMMARY, "routing ospf 1 { area 1 }"))).isTrue();
        assertThat(isReported(SHARED.replace(SUMMARY, "routing eigrp 100 { split-horizon off next-hop-self off }")
                .replace("phase 3", "phase 2"))).isTrue();
        assertThat(isReported(SHARED.replace(SUMMARY, "routing bgp 65000 { hubs as 65000 spokes as 65000 maximum-paths 2 }"))).isTrue();
    }

    @Test
    void theChoiceIsSaidOrMade() {
        assertThat(isReported(SHARED.replace("tunnel-key 2", "tunnel-key 2 delay 200ms"))).isFalse();
        assertThat(isReported(SHARED.replace("tunnel-key 1", "tunnel-key 1 preferred over Second"))).isFalse();
        assertThat(isReported(SHARED.replace("tunnel-key 2", "tunnel-key 2 backup for First"))).isFalse();
        assertThat(isReported(SHARED.replace("from hubs }", "from hubs maximum-paths 1 }"))).isFalse();
        assertThat(isReported(SHARED.replace(SUMMARY, "routing bgp 65000 { hubs as 65000 spokes as 65000 }"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"phase 1", "phase 2", "redirect off", "shortcut off"})
    void withoutDirectTunnelsNothingComesAndGoes(String ofSecond) {
        String text = ofSecond.startsWith("phase") ? SHARED.replace("10.0.1.0/24 phase 3", "10.0.1.0/24 " + ofSecond)
                : SHARED.replace("tunnel-key 2", "tunnel-key 2 " + ofSecond);

        assertThat(isReported(text)).isFalse();
    }

    @Test
    void oneSpokeAloneHasNobodyToGoToDirectly() {
        assertThat(isReported(SHARED.replace("Branch[1..2]", "Branch[1..1]"))).isFalse();
    }

    @Test
    void aHubThatKeepsSpokesFromEachOtherLeadsToNone() {
        assertThat(isReported(SHARED.replace("tunnel-key 2 registration no-unique\n  " + SUMMARY,
                "tunnel-key 2 registration no-unique\n  routing eigrp 100 { }"))).isFalse();
    }
}
