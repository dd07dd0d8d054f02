package dmvpn.dsl.ide.hover;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.DmvpnIdeSetup;
import dmvpn.dsl.ide.testing.EditedModel;
import dmvpn.dsl.ide.testing.Models;
import dmvpn.dsl.services.DmvpnGrammarAccess;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.lsp4j.Hover;
import org.eclipse.xtext.GrammarUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoverTest {

    private static final String MODEL = Models.PHASE_3 + """

            hub HQ2 {
              wan Internet 203.0.113.2/24 gateway 203.0.113.254
              lan 10.2.0.0/16
              join Corp as 10.255.0.2 via HQ1 holdtime 5min
            }

            spoke Old {
              platform cisco-iosxe release "15.2"
              wan Internet dhcp
              lan 10.3.0.0/16
              join Corp as 10.255.0.3 via HQ1
            }
            """;

    @Test
    void everyWordOfTheLanguageIsExplained() {
        DmvpnGrammarAccess grammar = new DmvpnIdeSetup().createInjectorAndDoEMFRegistration()
                .getInstance(DmvpnGrammarAccess.class);
        LanguageDocumentation documentation = new LanguageDocumentation();
        Set<String> unexplained = new TreeSet<>();
        for (String keyword : GrammarUtil.getAllKeywords(grammar.getGrammar())) {
            if (Character.isLetter(keyword.charAt(0)) && documentation.ofKeyword(keyword).isEmpty()) {
                unexplained.add(keyword);
            }
        }
        assertThat(unexplained).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "holdtime 10min     | `600 s` (from cloud Corp, on 4 routers, such as HQ1); `300 s` (written at the join, on HQ2)",
        "holdtime 5min      | `300 s` (written at the join)",
        "  holdtime 10min   | RFC 2332 section 5.2.0.1",
        "  holdtime 10min   | Value: a duration of whole seconds",
        "tunnel-key         | `100` (from cloud Corp",
        "latency            | `10 ms` (written here)",
    })
    void aSettingShowsWhatIsInEffectAndWhoSaysSo(String marker, String expected) {
        try (EditedModel model = new EditedModel(MODEL)) {
            String text = hover(model, marker.strip());
            assertThat(text).contains(expected.strip());
        }
    }

    @Test
    void aJoinShowsAllSettingsOfItsTunnel() {
        try (EditedModel model = new EditedModel(MODEL)) {
            assertThat(hover(model, "lan 10.3.0.0/16\n  join"))
                    .contains("| holdtime | 600 s | from cloud Corp |")
                    .contains("| authentication | \"NHRP1\" | from cloud Corp |")
                    .contains("| delay | 50000 µs | default of Cisco IOS-XE 15.2 |");
        }
    }

    @Test
    void whatNobodyWroteIsTheDefaultOfThePlatformAndItsRelease() {
        try (EditedModel model = new EditedModel(MODEL.replace("holdtime 10min  ", ""))) {
            assertThat(hover(model, "lan 10.3.0.0/16\n  join")).contains("| holdtime | 7200 s | default of Cisco IOS-XE 15.2 |");
            assertThat(hover(model, "lan 10.1.0.0/16\n  join"))
                    .contains("| holdtime | 600 s | default of Cisco IOS-XE, a current release |");
        }
    }

    @Test
    void aModelThatIsBrokenElsewhereStillAnswers() {
        try (EditedModel model = new EditedModel(MODEL.replace("dpd 30s retry 5s on-demand", "dpd {"))) {
            assertThat(hover(model, "holdtime 5min")).contains("How long NHRP mappings stay valid");
        }
    }

    private static String hover(EditedModel model, String marker) {
        Hover hover = model.hoverOn(marker);
        assertThat(hover).as("hover on '%s'", marker).isNotNull();
        return hover.getContents().getRight().getValue();
    }
}
