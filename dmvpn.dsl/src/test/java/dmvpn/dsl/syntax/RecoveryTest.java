package dmvpn.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.NamedElement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One typing mistake leaves the rest of a file working. */
class RecoveryTest {

    private static List<String> names(String text) {
        Model model = Models.model(text);
        return model.getElements().stream().filter(NamedElement.class::isInstance).map(NamedElement.class::cast)
                .map(NamedElement::getName).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "latency 10ms|latncy 10ms|2:22 L-SETTING-UNKNOWN 'latncy' is not a setting: did you mean 'latency'?",
        "latency 10ms|latency|2:31 L-SYNTAX 'dhcp' does not belong here: expected a duration such as 30s",
        "lan 192.168.1.0/24|lan|17:3 L-SYNTAX 'join' does not belong here: expected a prefix such as 10.0.0.0/24",
        "hub HQ {|hub HQ|15:3 L-SYNTAX '{' is missing before 'wan'",
        "hub HQ {|hub {|14:5 L-SYNTAX '{' does not belong here: expected a name",
        "phase 3 network-id|phase network-id|9:29 L-SYNTAX 'network-id' does not belong here: expected 1, 2 or 3",
        "is direct|is|28:1 L-SYNTAX '}' does not belong here: expected direct, or via and the name of a router",
        "gateway 203|203|15:31 L-SETTING-UNKNOWN '203.0.113.254' is one value too many in a hub: a setting starts with its name"})
    void aMistakeIsExplainedWhereItIsAndNothingElseIsLost(String part, String mistake, String finding) {
        String text = Models.sound(part, mistake);

        assertThat(Models.findings(text)).contains(finding);
        assertThat(names(text)).contains("Internet", "Suite", "Corp", "Branch", "First");
        assertThat(Models.findings(text).stream().filter(shown -> shown.contains("L-SYNTAX"))).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aMissingClosingBraceEndsWithTheNextElement() {
        String text = Models.sound("  join Corp as 10.0.0.1\n}", "  join Corp as 10.0.0.1\n");

        assertThat(names(text)).containsExactly("Internet", "Suite", "Corp", "HQ", "Branch", "First");
        assertThat(Models.findings(text)).containsExactly("19:1 L-SYNTAX '}' is missing before 'spoke'");
        assertThat(Models.network(text)).isEqualTo(Models.network(Models.SOUND));
    }

    @Test
    void aClosingBraceTooManyIsReportedAlone() {
        String text = Models.sound("  join Corp as 10.0.0.1\n}", "  join Corp as 10.0.0.1\n} }");

        assertThat(Models.findings(text)).containsExactly("18:3 L-SETTING-UNKNOWN This closing brace closes nothing");
        assertThat(Models.network(text)).isEqualTo(Models.network(Models.SOUND));
    }

    @Test
    void aSettingOfAnotherBlockIsReportedAndTheOthersKeepTheirMeaning() {
        String text = Models.sound("  lan 192.168.1.0/24\n", "  phase 3  lan 192.168.1.0/24\n");

        assertThat(Models.findings(text)).containsExactly("16:3 L-SETTING-UNKNOWN 'phase' belongs in a cloud, not in a hub");
        assertThat(Models.network(text)).isEqualTo(Models.network(Models.SOUND));
    }

    @Test
    void anUnknownBlockIsSkippedAsAWhole() {
        String text = Models.sound("  lan 192.168.1.0/24\n", "  qos { class voice { priority 10 } }  lan 192.168.1.0/24\n");

        assertThat(Models.broken(text)).containsExactly("L-SETTING-UNKNOWN");
        assertThat(Models.network(text)).isEqualTo(Models.network(Models.SOUND));
    }

    @Test
    void anUnfinishedWordWhileTypingIsAllThatIsReported() {
        String text = Models.sound("  lan 192.168.1.0/24\n", "  la\n  lan 192.168.1.0/24\n");

        assertThat(Models.findings(text)).containsExactly("16:3 L-SETTING-UNKNOWN 'la' is not a setting: did you mean 'lan'?");
    }

    @Test
    void anOpenTextEndsWithItsLine() {
        String text = Models.sound("\"wan-psk\"", "\"wan-psk");

        assertThat(Models.findings(text)).anyMatch(finding -> finding.contains("lacks its closing quote"));
        assertThat(names(text)).contains("Corp", "HQ", "Branch");
    }

    @Test
    void openRawLinesSayWhatCloses() {
        assertThat(Models.findings(Models.SOUND + "hub X { raw cisco-iosxe <<< abc }"))
                .anyMatch(finding -> finding.contains("never closed: write >>>"));
    }

    @Test
    void garbageBetweenElementsIsOneFinding() {
        String text = Models.sound("hub HQ {", "what is this 1 2 3 ?\nhub HQ {");

        assertThat(Models.broken(text)).containsExactly("L-SETTING-UNKNOWN");
        assertThat(Models.network(text)).isEqualTo(Models.network(Models.SOUND));
    }
}
