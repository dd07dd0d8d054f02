package dmvpn.dsl.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.load.LoadedModel;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments that suppress findings. */
class SuppressionTest {

    /** Two findings: R-SEC-16 on the spokes' crypto suite, L-NOT-SIMULATED on a line of its own. */
    private static final String TEXT = Models.sound("  dpd 30s retry 5s  psk", "  psk")
            .replace("transport Internet { latency 10ms", "transport Internet {\n  provider-as 64512\n  latency 10ms");

    private static String with(String part, String replacement) {
        assertThat(TEXT).contains(part);
        return TEXT.replace(part, replacement);
    }

    @Test
    void withoutACommentBothAreShown() {
        assertThat(Models.broken(TEXT)).containsExactlyInAnyOrder("L-NOT-SIMULATED", "R-SEC-16");
    }

    @Test
    void aCommentAboveALineSuppressesWhatIsFoundInTheLine() {
        LoadedModel model = Models.load(with("  provider-as", "  // suppress L-NOT-SIMULATED: for the export\n  provider-as"));

        assertThat(model.findings()).extracting(finding -> finding.rule().id()).containsExactly("R-SEC-16");
        assertThat(model.suppressed()).singleElement().satisfies(suppressed -> {
            assertThat(suppressed.reason()).isEqualTo("for the export");
            assertThat(suppressed.finding().rule().id()).isEqualTo("L-NOT-SIMULATED");
        });
    }

    @Test
    void aCommentAtTheEndOfALineSuppressesWhatIsFoundInTheLine() {
        assertThat(Models.broken(with("64512", "64512 // suppress L-NOT-SIMULATED: for the export")))
                .containsExactly("R-SEC-16");
    }

    @Test
    void aCommentAboveAnElementCoversAllOfIt() {
        assertThat(Models.broken(with("transport Internet", "// suppress L-NOT-SIMULATED: for the export\ntransport Internet")))
                .containsExactly("R-SEC-16");
        assertThat(Models.broken(with("network Test", "// suppress L-NOT-SIMULATED: covers the name only\nnetwork Test")))
                .contains("L-NOT-SIMULATED", "L-SUPPRESS-UNUSED");
    }

    @Test
    void aCommentAboveTheFirstElementDoesNotCoverTheFile() {
        String text = TEXT.replace("network Test\n", "");

        assertThat(Models.broken("// suppress R-SEC-16: not here\n" + text)).contains("R-SEC-16", "L-SUPPRESS-UNUSED");
        assertThat(Models.broken("// suppress L-NOT-SIMULATED: here\n" + text)).containsExactly("R-SEC-16");
    }

    @Test
    void otherCommentsAndBlankLinesMayStandBetween() {
        assertThat(Models.broken(with("crypto Suite {\n", """
                // suppress R-SEC-16: the provider supervises the lines
                // suppress L-NOT-SIMULATED: nothing here
                /* the suite of all sites */

                crypto Suite {
                """))).containsExactlyInAnyOrder("L-NOT-SIMULATED", "L-SUPPRESS-UNUSED");
    }

    @Test
    void oneCommentMayNameSeveralRules() {
        String text = TEXT.replace("crypto Suite {\n  ike", "// suppress R-SEC-16, R-SEC-21: old routers\ncrypto Suite {\n  ike")
                .replace("group 19", "group 2");

        assertThat(Models.broken(text)).containsExactly("L-NOT-SIMULATED");
    }

    @Test
    void anotherRuleOfTheSamePlaceIsStillShown() {
        assertThat(Models.broken(with("crypto Suite {\n", "// suppress R-SEC-21: old routers\ncrypto Suite {\n")))
                .containsExactlyInAnyOrder("L-NOT-SIMULATED", "R-SEC-16", "L-SUPPRESS-UNUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"// suppress R-SEC-16", "// suppress R-SEC-16:", "// suppress R-SEC-16:  ", "// suppress R-SEC-16 why not"})
    void withoutAReasonACommentHasNoEffectAndIsReported(String comment) {
        assertThat(Models.broken(with("crypto Suite {\n", comment + "\ncrypto Suite {\n")))
                .containsExactlyInAnyOrder("L-NOT-SIMULATED", "R-SEC-16", "L-SUPPRESS-REASON");
    }

    @Test
    void aReasonThatIsStillToBeWrittenHasItsEffectAndIsAnInformation() {
        LoadedModel model = Models.load(with("crypto Suite {\n", SuppressionComment.pending("R-SEC-16") + "\ncrypto Suite {\n"));

        assertThat(model.suppressed()).extracting(suppressed -> suppressed.finding().rule().id()).containsExactly("R-SEC-16");
        assertThat(model.findings()).filteredOn(finding -> finding.rule().id().equals("L-SUPPRESS-REASON"))
                .singleElement().satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.INFO);
                    assertThat(finding.message()).contains("(say why)");
                });
    }

    @Test
    void anUnknownRuleIsReportedWithTheNearestOne() {
        assertThat(Models.findings(with("crypto Suite {\n", "// suppress R-SEC-166: old\ncrypto Suite {\n")))
                .contains("5:1 L-SUPPRESS-RULE No rule is called 'R-SEC-166': did you mean 'R-SEC-16'?");
    }

    @Test
    void ofSeveralRulesTheUnknownOneIsPointedAt() {
        String comment = "// suppress R-SEC-16, R-XX-99: old";
        LoadedModel model = Models.load(with("crypto Suite {\n", comment + "\ncrypto Suite {\n"));

        assertThat(model.findings()).filteredOn(finding -> finding.rule().id().equals("L-SUPPRESS-RULE")).singleElement()
                .satisfies(finding -> assertThat(finding.origin().length()).isEqualTo("R-XX-99".length()));
        assertThat(model.findings()).noneMatch(finding -> finding.rule().id().equals("R-SEC-16"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"// suppress", "// suppress: because", "//suppress"})
    void aCommentWithoutARuleIsReported(String comment) {
        assertThat(Models.broken(comment + "\n" + Models.SOUND)).containsExactly("L-SUPPRESS-RULE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"// suppress the default route here", "// suppressed R-SEC-16: x", "/* suppress R-SEC-16: x */",
        "// we suppress R-SEC-16: x", "# suppress"})
    void proseIsLeftAlone(String comment) {
        assertThat(Models.broken(comment + "\n" + Models.SOUND)).doesNotContain("L-SUPPRESS-RULE", "L-SUPPRESS-REASON",
                "L-SUPPRESS-UNUSED");
    }

    @Test
    void textsAndVendorLinesAreNoComments() {
        assertThat(Models.broken(Models.sound("\"wan-psk\"", "\"// suppress R-SEC-16\""))).isEmpty();
        assertThat(Models.broken(Models.sound("  join Corp as 10.0.0.1\n",
                "  join Corp as 10.0.0.1\n  raw cisco-iosxe <<<\n// suppress R-SEC-16\n>>>\n"))).containsExactly("L-RAW");
    }

    @Test
    void errorsOfTheLanguageCannotBeSuppressed() {
        String text = Models.sound("wan Internet dhcp", "// suppress L-LINK: later\n  wan Internt dhcp");

        assertThat(Models.broken(text)).contains("L-LINK", "L-SUPPRESS-RULE");
        assertThat(Models.load(text).hasErrors()).isTrue();
    }

    @Test
    void errorsOfTheNetworkCan() {
        String text = Models.sound("lan 192.168.{10+n}.0/24",
                "// suppress R-AD-06: one site moves to the other this week\n  lan 192.168.10.0/24");
        LoadedModel model = Models.load(text);

        assertThat(model.hasErrors()).isFalse();
        assertThat(model.suppressed()).extracting(suppressed -> suppressed.finding().rule().id()).contains("R-AD-06");
    }

    @Test
    void inATextThatIsNotUnderstoodNoSuppressionIsCalledNeedless() {
        String text = "// suppress R-SEC-16: old\n" + Models.sound("wan Internet dhcp", "wan Internt dhcp");

        assertThat(Models.broken(text)).contains("L-LINK").doesNotContain("L-SUPPRESS-UNUSED");
    }

    @Test
    void linesMayEndAsOnWindows() {
        assertThat(Models.broken(with("crypto Suite {\n", "// suppress R-SEC-16: supervised\ncrypto Suite {\n")
                .replace("\n", "\r\n"))).containsExactly("L-NOT-SIMULATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"// suppress R-SEC-16: x", "// suppress R-SEC-16: x\n", "// suppress R-SEC-16: x\n// y", "//suppress"})
    void aCommentAtTheEndOfTheFileIsHarmless(String comment) {
        assertThat(Models.load(Models.SOUND + comment).findings()).extracting(Finding::isError).containsOnly(false);
    }
}
