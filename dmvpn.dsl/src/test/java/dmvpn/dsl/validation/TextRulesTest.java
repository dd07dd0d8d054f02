package dmvpn.dsl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Rule;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule on the text with a text that breaks it, at the place that is marked. */
class TextRulesTest {

    /**
     * @param rule rule that must fire
     * @param part part of the sound model
     * @param breaking what stands there instead; the finding starts at the mark ‸
     * @param mended what stands there when the advice is followed
     */
    record Case(Rule rule, String part, String breaking, String mended) {
        String breakingText() {
            return Models.sound(part, breaking).replace("‸", "");
        }

        int offset() {
            return Models.sound(part, breaking).indexOf('‸');
        }

        @Override
        public String toString() {
            return rule.id() + ": " + breaking;
        }
    }

    private static final String JOIN = "  join Corp as 10.0.0.1\n";

    static Stream<Case> cases() {
        return Stream.of(
                new Case(TextRules.SYNTAX, "latency 10ms", "latency ‸", "latency 10ms"),
                new Case(TextRules.UNKNOWN_SETTING, "latency 10ms", "‸latncy 10ms", "latency 10ms"),
                new Case(TextRules.UNKNOWN_SETTING, "latency 10ms", "latency 10ms ‸10ms", "latency 10ms"),
                new Case(TextRules.SETTING_TWICE, "latency 10ms", "latency 10ms latency ‸20ms", "latency 20ms"),
                new Case(TextRules.SETTING_TWICE, "phase 3", "phase 3 mtu 1400 mss 1360 mtu ‸1400", "phase 3"),
                new Case(TextRules.SETTING_TWICE, "esp aes", "ah sha1 ‸ah sha256 esp aes", "ah sha1 esp aes"),
                new Case(TextRules.MISSING_SETTING, "overlay 10.0.0.0/24 ", "", "overlay 10.0.0.0/24 "),
                new Case(TextRules.MISSING_SETTING, "  psk secret \"wan-psk\"", "", "  psk secret \"other\""),
                new Case(TextRules.MISSING_SETTING, "  wan Internet 203.0.113.1/24 gateway 203.0.113.254\n", "", "  wan Internet 203.0.113.1/24\n"),
                new Case(TextRules.VERSION, "network Test", "dmvpn ‸2 network Test", "dmvpn 1 network Test"),
                new Case(TextRules.VERSION, "hub HQ", "‸dmvpn 1 hub HQ", "hub HQ"),
                new Case(TextRules.LINK, "wan Internet dhcp", "wan ‸Internt dhcp", "wan Internet dhcp"),
                new Case(TextRules.LINK, "via HQ", "via ‸HQ2", "via HQ"),
                new Case(TextRules.LINK, "crypto Suite\n  routing", "crypto ‸Suit\n  routing", "crypto Suite\n  routing"),
                new Case(TextRules.LINK, "join Corp as 10.0.0.1\n", "join ‸Corpo as 10.0.0.1\n", "join Corp as 10.0.0.1\n"),
                new Case(TextRules.LINK, "expect", "expect loss of ‸voice at most 1 expect", "expect loss of ping at most 1 expect"),
                new Case(TextRules.WRONG_TARGET, "via HQ", "via ‸Branch[2]", "via HQ"),
                new Case(TextRules.WRONG_TARGET, "via HQ", "via ‸HQ[1]", "via HQ"),
                new Case(TextRules.WRONG_TARGET, "from Branch[1].lan", "from ‸Branch.lan", "from Branch[2].lan"),
                new Case(TextRules.WRONG_TARGET, "from Branch[1].lan", "from ‸Branch[3].lan", "from Branch[2].lan"),
                new Case(TextRules.DUPLICATE_NAME, "cloud Corp {", "cloud Corp { overlay 10.9.0.0/24 }\ncloud ‸Corp {", "cloud Corp {"),
                new Case(TextRules.DUPLICATE_NAME, "hub HQ {", "hub Branch2 { } hub HQ {", "hub HQ2 { } hub HQ {"),
                new Case(TextRules.DUPLICATE_NAME, "network Test", "network Test network ‸Other", "network Other"),
                new Case(TextRules.DUPLICATE_NAME, "expect", "at 11s ‸ping from Branch[1].lan to HQ.lan expect",
                        "at 11s ping second from Branch[1].lan to HQ.lan expect"),
                new Case(TextRules.BAD_NAME, "hub HQ {", "hub ‸HQ:1 { } hub HQ {", "hub HQ-1 { } hub HQ {"),
                new Case(TextRules.VALUE, "latency 10ms", "latency ‸10", "latency 10s"),
                new Case(TextRules.VALUE, "phase 3", "phase ‸4", "phase 3"),
                new Case(TextRules.VALUE, "mtu 1400", "mtu ‸big", "mtu 1400"),
                new Case(TextRules.VALUE, "aes-gcm-256 prf", "‸aes-gcm-512 prf", "aes-gcm-128 prf"),
                new Case(TextRules.VALUE, "ike v2", "ike ‸v3", "ike v2"),
                new Case(TextRules.VALUE, "esp aes-gcm-256", "esp aes-gcm-256 integrity ‸sha256", "esp aes-gcm-256"),
                new Case(TextRules.VALUE, "eigrp 100", "eigrp ‸70000", "eigrp 65535"),
                new Case(TextRules.VALUE, "203.0.113.1/24", "‸203.0.113.1", "203.0.113.1/24"),
                new Case(TextRules.VALUE, "gateway 203.0.113.254", "gateway ‸203.0.114.254", "gateway 203.0.113.253"),
                new Case(TextRules.VALUE, "\"secret12\"", "‸\"sec?12\"", "\"sec!12\""),
                new Case(TextRules.VALUE, "\"secret12\"", "‸\"two wor\"", "\"two-wor\""),
                new Case(TextRules.VALUE, "\"secret12\"", "‸\"gehäuse\"", "\"gehause\""),
                new Case(TextRules.VALUE, "psk secret \"wan-psk\"", "psk ‸\"a\\\"b\"", "psk \"a'b\""),
                new Case(TextRules.VALUE, "psk secret \"wan-psk\"", "psk ‸\"a b\"", "psk secret \"a b\""),
                new Case(TextRules.VALUE, "every 1s from", "every ‸0s from", "every 2s from"),
                new Case(TextRules.HOST_BITS, "lan 192.168.1.0/24", "lan ‸192.168.1.5/24", "lan 192.168.1.0/24"),
                new Case(TextRules.HOST_BITS, "overlay 10.0.0.0/24", "overlay ‸10.0.0.9/24", "overlay 10.0.0.0/24"),
                new Case(TextRules.COMPUTED, "10.0.0.{10+n} via", "‸10.0.{n}.10 via", "10.0.0.{20+n} via"),
                new Case(TextRules.COMPUTED, "10.0.0.{10+n} via", "‸10.0.0.{10+m} via", "10.0.0.{n+10} via"),
                new Case(TextRules.COMPUTED, "as 10.0.0.1\n", "as ‸10.0.0.{n}\n", "as 10.0.0.2\n"),
                new Case(TextRules.UNUSABLE_ADDRESS, "as 10.0.0.1\n", "as ‸10.0.0.255\n", "as 10.0.0.254\n"),
                new Case(TextRules.UNUSABLE_ADDRESS, "as 10.0.0.1\n", "as ‸10.0.0.0\n", "as 10.0.0.2\n"),
                new Case(TextRules.UNUSABLE_ADDRESS, "203.0.113.1/24 gateway", "‸203.0.113.0/24 gateway", "203.0.113.2/24 gateway"),
                new Case(TextRules.MEMBER, "scenario First", "spoke Branch[‸3] { lan 10.9.0.0/16 } scenario First",
                        "spoke Branch[2] { lan 172.16.0.0/24 } scenario First"),
                new Case(TextRules.MEMBER, "scenario First", "hub Other[‸1] { } scenario First", "hub Other { } scenario First"),
                new Case(TextRules.NO_LEASES, "  dhcp 198.51.100.0/24", "", "  dhcp 198.51.0.0/16"),
                new Case(TextRules.PLATFORM, "hub HQ {", "hub HQ { platform ‸nx-os", "hub HQ { platform cisco-iosxe"),
                new Case(TextRules.UNMAPPED_SERVER, "via HQ", "via ‸10.0.0.1", "via 10.0.0.1 nbma 203.0.113.1"),
                new Case(TextRules.ISIS, "routing eigrp 100", "routing ‸isis", "routing eigrp 200"),
                new Case(TextRules.NOT_SIMULATED, "latency 10ms", "latency 10ms provider-as ‸64512", "latency 10ms"),
                new Case(TextRules.VALUE, "summary 192.168.0.0/16", "summary ‸2001:db8::/32", "summary 192.168.0.0/17"),
                new Case(TextRules.VALUE, JOIN, JOIN + "route 10.9.0.0/16 via ‸2001:db8::1\n", JOIN),
                new Case(TextRules.RAW, JOIN, JOIN + "raw ‸cisco-iosxe <<<\n! x\n>>>\n", JOIN),
                new Case(TextRules.INLINE_SECRET, "psk secret \"wan-psk\"", "psk ‸\"cisco123\"", "psk secret \"x\""),
                new Case(TextRules.SCENARIO, "at 10s ping", "at ‸10min ping", "at 10s ping"),
                new Case(TextRules.SCENARIO, "from Branch[1].lan", "from ‸10.99.0.1", "from 192.168.11.20"),
                new Case(TextRules.SCENARIO, "from Branch[1].lan", "from ‸Branch[1].vlan", "from Branch[1].tunnel"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRuleFiresWhereItIsBroken(Case broken) {
        List<Finding> findings = Models.load(broken.breakingText()).findings().stream()
                .filter(finding -> finding.rule().equals(broken.rule())).toList();

        assertThat(findings).as("all: %s", Models.findings(broken.breakingText())).isNotEmpty();
        if (broken.offset() >= 0) {
            assertThat(findings).as(findings.toString()).anyMatch(finding -> finding.origin().offset() == broken.offset()
                    || broken.rule() == TextRules.SYNTAX);
        }
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.message()).matches("(?s)[\\p{L}'0-9].{14,}").doesNotContain("null");
            assertThat(finding.origin().line()).isPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRuleIsContentWithTheMendedText(Case broken) {
        assertThat(Models.broken(Models.sound(broken.part(), broken.mended()))).doesNotContain(broken.rule().id());
    }

    @Test
    void theSoundModelBreaksNoRule() {
        assertThat(Models.findings(Models.SOUND)).isEmpty();
    }

    @Test
    void everyRuleHasACaseHereOrIsAboutWholeFilesOrSuppressions() {
        TreeSet<String> tested = new TreeSet<>();
        cases().forEach(broken -> tested.add(broken.rule().id()));
        tested.add(TextRules.FILE.id());
        tested.add(TextRules.EMPTY.id());
        tested.add(TextRules.IMPORT.id());
        tested.addAll(List.of(TextRules.SUPPRESS_RULE.id(), TextRules.SUPPRESS_REASON.id(), TextRules.SUPPRESS_UNUSED.id()));

        assertThat(TextRules.ALL).extracting(Rule::id).containsExactlyInAnyOrderElementsOf(tested);
    }

    @Test
    void anEmptyFileSaysHowToStart() {
        assertThat(Models.findings("")).singleElement().asString().startsWith("1:1 L-EMPTY");
        assertThat(Models.broken("// nothing\nnetwork X\n")).containsExactly("L-EMPTY");
        assertThat(Models.broken("hub A { }")).doesNotContain("L-EMPTY");
    }

    @Test
    void theCatalogueNamesAllRulesOnce() {
        assertThat(Analysis.catalogue().rules()).extracting(Rule::id).doesNotHaveDuplicates().contains("L-LINK", "R-AD-01");
    }

    @Test
    void aMisspeltNameIsAskedFor() {
        assertThat(Models.findings(Models.sound("wan Internet dhcp", "wan Internt dhcp")))
                .contains("20:7 L-LINK No transport is called 'Internt': did you mean 'Internet'?");
    }

    @Test
    void isIsIsRefusedWithItsReason() {
        assertThat(Models.findings(Models.sound("routing eigrp 100", "routing isis")))
                .anyMatch(finding -> finding.contains("R-RT-01") && finding.contains("not carried in IP"));
    }

    @Test
    void aRefusedCharacterIsNamedButTheSecretIsNotRepeated() {
        assertThat(Models.findings(Models.sound("\"secret12\"", "\"sec?12\""))).singleElement().asString()
                .contains("a question mark").doesNotContain("sec?12");
    }

    @Test
    void aMisspeltSettingOfAClauseIsAskedFor() {
        assertThat(Models.findings(Models.sound("gateway", "gateawy")))
                .contains("15:31 L-SETTING-UNKNOWN 'gateawy' is not a setting: did you mean 'gateway'?");
    }

    /** Over an IPv6 overlay EIGRP, OSPF, BGP and static routes run; of EIGRP some settings are of IPv4 alone. */
    @Test
    void whatDoesNotRunOverAnIpv6OverlayIsReported() {
        String ipv6 = Models.sound("overlay 10.0.0.0/24", "overlay 2001:db8::/64");
        String eigrp = "routing eigrp 100 \\{[^}]*}";

        assertThat(Models.findings(ipv6)).noneMatch(finding -> finding.contains("L-NOT-SIMULATED"));
        assertThat(Models.findings(ipv6.replaceAll(eigrp, "routing eigrp 100 { distance 95 }")))
                .anyMatch(finding -> finding.contains("the distance is neither exported nor used in a run over an IPv6 overlay"));
        assertThat(Models.findings(ipv6.replaceAll(eigrp, "routing eigrp 100 { bfd 1s multiplier 5 }")))
                .anyMatch(finding -> finding.contains("Of EIGRP BFD is neither exported nor used in a run over an IPv6 overlay"));
        assertThat(Models.findings(ipv6.replaceAll(eigrp, "routing rip")))
                .anyMatch(finding -> finding.contains("rip over an IPv6 overlay is neither simulated nor exported yet"));
        for (String routing : List.of("routing static", "routing ospf 1", "routing bgp 65000")) {
            assertThat(Models.findings(ipv6.replaceAll(eigrp, routing))).noneMatch(finding -> finding.contains("L-NOT-SIMULATED"));
        }
    }

    @Test
    void aComputedPartThatBelongsToNoValueSaysWhereItMayStand() {
        assertThat(Models.findings(Models.sound("192.168.{10+n}.0/24", "2001:db8:1{n}::/64")))
                .anyMatch(finding -> finding.contains("A computed part follows '.', ':', '-' or '/'"));
        assertThat(Models.findings(Models.sound("overlay 10.0.0.0/24", "overlay 10.0.0{n}")))
                .anyMatch(finding -> finding.contains("A computed part follows '.', ':', '-' or '/'"));
    }

    @Test
    void messagesRepeatTheBeginningOfALongTextOnly() {
        String deep = "10.0.0.{" + "(".repeat(10_000) + "n" + ")".repeat(10_000) + "}";

        assertThat(Models.findings(Models.sound("10.0.0.{10+n}", deep))).isNotEmpty().allMatch(finding -> finding.length() < 250);
        assertThat(Models.findings(Models.sound("via HQ", "via " + "H".repeat(10_000)))).isNotEmpty()
                .allMatch(finding -> finding.length() < 250);
    }
}
