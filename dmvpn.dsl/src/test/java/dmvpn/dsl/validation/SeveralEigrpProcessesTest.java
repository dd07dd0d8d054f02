package dmvpn.dsl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules about EIGRP look at every process of a tunnel, and only at neighbours of one autonomous system. */
class SeveralEigrpProcessesTest {

    private static String model(String phase, String ofHub, String ofSpokes) {
        return """
                transport Internet { latency 10ms  dhcp 198.51.100.0/24 }
                cloud Corp { overlay 10.0.0.0/16 phase %s network-id 1 tunnel-key 1 }
                hub HQ {
                  wan Internet 203.0.113.1/24 gateway 203.0.113.254 lan 192.168.1.0/24 join Corp as 10.0.0.1
                  routing eigrp 100 { on tunnel Corp }
                  %s
                }
                spoke Branch[1..400] { wan Internet dhcp lan 10.{10+n/200}.{n%%200}.0/24 join Corp as 10.0.{1+n/200}.{1+n%%200} via HQ %s }
                """.formatted(phase, ofHub, ofSpokes);
    }

    private static List<String> findings(String text, String rule) {
        return Models.findings(text).stream().filter(finding -> finding.contains(" " + rule + " ")).toList();
    }

    private static String fewer(String text) {
        return text.replace("[1..400]", "[1..2]");
    }

    @Test
    void aSummaryOfAnotherProcessKeepsTrafficOnAPhase2Hub() {
        String text = fewer(model("2", "routing eigrp 200 { on tunnel Corp { summary 10.0.0.0/8 } }", "routing eigrp 200"));

        assertThat(findings(text, "R-PH-05")).hasSize(1);
    }

    @Test
    void aDefaultOfTheProcessThatASpokeHearsCatchesItsTunnel() {
        String announced = "routing eigrp 200 { on tunnel Corp { summary 0.0.0.0/0 } }";

        assertThat(findings(fewer(model("3", announced, "routing eigrp 200 { on tunnel Corp }")), "R-UL-01")).isNotEmpty();
        assertThat(findings(fewer(model("3", announced, "routing eigrp 100 { on tunnel Corp }")), "R-UL-01")).isEmpty();
    }

    @Test
    void onlySpokesOfItsAutonomousSystemsAreNeighboursOfAHub() {
        assertThat(findings(model("3", "", "routing eigrp 200 { on tunnel Corp }"), "R-RT-12")).isEmpty();
        assertThat(findings(model("3", "routing eigrp 200 { on tunnel Corp }", "routing eigrp 200 { on tunnel Corp }"), "R-RT-12"))
                .singleElement().asString().contains("has 400 EIGRP neighbours");
    }

    @Test
    void everyProcessOfASpokeThatItsHubHearsIsAStub() {
        String both = "routing eigrp 100 { on tunnel Corp stub spokes } routing eigrp 200 { on tunnel Corp }";

        assertThat(findings(fewer(model("3", "routing eigrp 200 { on tunnel Corp }", both)), "R-RT-05")).isNotEmpty();
        assertThat(findings(fewer(model("3", "", both)), "R-RT-05")).isEmpty();
    }

    @Test
    void hubsThatExchangeRoutesOfASecondProcessBesideTheCloudAreSeen() {
        String text = """
                transport Internet { latency 10ms  dhcp 198.51.100.0/24 }
                cloud Corp { overlay 10.0.0.0/24 phase 3 network-id 1 tunnel-key 1 }
                hub HQ1 { wan Internet 203.0.113.1/24 gateway 203.0.113.254 join Corp as 10.0.0.1
                  routing eigrp 100 { on tunnel Corp }
                  routing eigrp 200 { on tunnel Corp on wan Internet } }
                hub HQ2 { wan Internet 203.0.113.2/24 gateway 203.0.113.254 join Corp as 10.0.0.2
                  routing eigrp 100 { on tunnel Corp }
                  routing eigrp 200 { on tunnel Corp on wan Internet } }
                spoke One { wan Internet dhcp lan 192.168.11.0/24 join Corp as 10.0.0.11 via HQ1 routing eigrp 200 { on tunnel Corp } }
                spoke Two { wan Internet dhcp lan 192.168.12.0/24 join Corp as 10.0.0.12 via HQ2 routing eigrp 200 { on tunnel Corp } }
                """;

        assertThat(findings(text, "R-HUB-06")).hasSize(1);
    }
}
