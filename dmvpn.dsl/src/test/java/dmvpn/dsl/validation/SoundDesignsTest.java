package dmvpn.dsl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.network.rules.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Designs that work, and look at first sight as if they broke a rule. */
class SoundDesignsTest {

    /** Two hubs with a cloud each; the second one does not announce spokes to spokes. */
    private static final String TWO_CLOUDS = """
            transport Internet { latency 10ms  dhcp 198.51.100.0/24 }
            cloud First { overlay 10.0.0.0/24 phase 2 network-id 1 tunnel-key 1
                          routing eigrp 100 { stub spokes } }
            cloud Second { overlay 10.0.1.0/24 phase 2 network-id 2 tunnel-key 2
                           routing eigrp 100 { stub spokes  split-horizon on } }
            hub One { wan Internet 203.0.113.1/24 gateway 203.0.113.254 lan 192.168.1.0/24 join First as 10.0.0.1 }
            hub Two { wan Internet 203.0.113.2/24 gateway 203.0.113.254 lan 192.168.2.0/24 join Second as 10.0.1.1 }
            spoke Branch[1..2] {
              wan Internet dhcp  lan 192.168.{10+n}.0/24
              join First as 10.0.0.{10+n} via One
              join Second as 10.0.1.{10+n} via Two
            }
            """;

    /** A hub that runs two autonomous systems, for a spoke of each. */
    private static final String TWO_SYSTEMS = """
            transport Internet { latency 10ms  dhcp 198.51.100.0/24 }
            cloud Corp { overlay 10.0.0.0/24 phase 3 network-id 1 tunnel-key 1 }
            hub HQ {
              wan Internet 203.0.113.1/24 gateway 203.0.113.254 lan 192.168.1.0/24 join Corp as 10.0.0.1
              routing eigrp 100 { on tunnel Corp }
              routing eigrp 200 { on tunnel Corp }
            }
            spoke First { wan Internet dhcp lan 192.168.11.0/24 join Corp as 10.0.0.11 via HQ routing eigrp 100 { on tunnel Corp } }
            spoke Second { wan Internet dhcp lan 192.168.12.0/24 join Corp as 10.0.0.12 via HQ routing eigrp 200 { on tunnel Corp } }
            """;

    /** One Phase 2 cloud with two hubs. */
    private static final String TWO_HUBS = """
            transport Internet { latency 10ms  dhcp 198.51.100.0/24 }
            cloud Corp { overlay 10.0.0.0/24 phase 2 network-id 1 tunnel-key 1
                         routing eigrp 100 { stub spokes } }
            hub One { wan Internet 203.0.113.1/24 gateway 203.0.113.254 join Corp as 10.0.0.1 }
            hub Two { wan Internet 203.0.113.2/24 gateway 203.0.113.254 join Corp as 10.0.0.2 via One }
            spoke Branch[1..2] { wan Internet dhcp lan 192.168.{10+n}.0/24 join Corp as 10.0.0.{10+n} via One, Two }
            """;

    private static List<Severity> severities(String text, String rule) {
        return Models.load(text).findings().stream().filter(finding -> finding.rule().id().equals(rule))
                .map(finding -> finding.severity()).toList();
    }

    @Test
    void spokesThatKnowEachOtherFromAnotherHubAreWarnedOnly() {
        assertThat(severities(TWO_CLOUDS, "R-RT-02")).containsExactly(Severity.WARNING);
        assertThat(Models.findings(TWO_CLOUDS)).anyMatch(finding -> finding.contains(
                "Hub Two does not announce the networks of its spokes to each other, which know each other from One alone"));
    }

    @Test
    void spokesThatKnowEachOtherFromNobodyAreAnError() {
        String nobody = TWO_CLOUDS.replace("routing eigrp 100 { stub spokes }", "routing eigrp 100 { stub spokes  split-horizon on }");

        assertThat(severities(nobody, "R-RT-02")).containsExactly(Severity.ERROR, Severity.ERROR);
    }

    @Test
    void aHubThatTellsNotAllOfThemIsNotEnough() {
        String other = TWO_CLOUDS + "spoke Other { wan Internet dhcp lan 192.168.20.0/24 join Second as 10.0.1.20 via Two }\n";

        assertThat(severities(other, "R-RT-02")).containsExactly(Severity.ERROR);
    }

    @Test
    void aHubMayRunFurtherAutonomousSystems() {
        assertThat(severities(TWO_SYSTEMS, "R-RT-04")).isEmpty();
        assertThat(severities(TWO_SYSTEMS.replace("  routing eigrp 200 { on tunnel Corp }\n", ""), "R-RT-04"))
                .containsExactly(Severity.ERROR);
    }

    @Test
    void spokesWhoseNextHopIsAlwaysAHubDoNotWaitForTemporaryEntries() {
        assertThat(severities(TWO_HUBS, "R-HUB-03")).containsExactly(Severity.WARNING);
        assertThat(severities(TWO_HUBS.replace("stub spokes", "stub spokes  next-hop-self on"), "R-HUB-03")).isEmpty();
    }

    @Test
    void oneSpokeOrProtocolWhoseNextHopIsLeftAloneIsEnoughToWait() {
        String always = TWO_HUBS.replace("stub spokes }", "stub spokes  next-hop-self on }");
        String other = always
                .replace("hub Two", "hub Three { wan Internet 203.0.113.3/24 gateway 203.0.113.254 join Corp as 10.0.0.3 via One "
                        + "routing eigrp 100 { on tunnel Corp { next-hop-self off } } }\nhub Two")
                + "spoke Other { wan Internet dhcp lan 192.168.20.0/24 join Corp as 10.0.0.20 via One, Three }\n";

        assertThat(Models.findings(other)).anySatisfy(finding -> assertThat(finding).contains("R-HUB-03").contains("such as Other"));
        assertThat(severities(always.replace("routing eigrp", "routing ospf 1 { network-type broadcast } routing eigrp"), "R-HUB-03"))
                .containsExactly(Severity.WARNING);
    }

    @Test
    void aCloudRunsSeveralProtocolsAndEachOnce() {
        String two = TWO_HUBS.replace("routing eigrp 100 { stub spokes }", "routing eigrp 100 { stub spokes } routing ospf 1");
        String twice = TWO_HUBS.replace("routing eigrp 100 { stub spokes }", "routing eigrp 100 routing eigrp 100 { stub spokes }");

        assertThat(Models.broken(two)).doesNotContain("L-SETTING-TWICE");
        assertThat(Models.broken(twice)).contains("L-SETTING-TWICE");
    }

    /** Running configurations of these releases have no line for the hold time, and mappings expire within ten minutes. */
    @ParameterizedTest
    @CsvSource({"15.5, true", "15.6, true", "15.7, false", "15.9(3)M, false", "16.9, false", "12.4, true"})
    void theHoldTimeThatNobodyWritesIsThatOfTheRelease(String release, boolean tooLong) {
        String text = "platform cisco-iosxe release \"" + release + "\"\n" + TWO_HUBS;

        assertThat(Models.broken(text).contains("R-NH-19")).isEqualTo(tooLong);
    }
}
