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
        "holdtime 10min     | `600 s` (written here, on 4 routers, such as HQ1); `300 s` (written at the join, on HQ2)",
        "holdtime 5min      | `300 s` (written here)",
        "  holdtime 10min   | RFC 2332 section 5.2.0.1",
        "  holdtime 10min   | Value: a duration of whole seconds",
        "tunnel-key         | `100` (written here",
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "group 20           | `20` (written here, on 5 routers, such as HQ1)",
        "prf sha384         | `sha384` (written here",
        "mode transport     | `transport` (written here",
        "retry 5s           | `5 s` (written here",
        "on-demand          | `on demand` (written here",
        "summary            | `10.0.0.0/8` (written here, on 2 routers, such as HQ1); `none` (default, on 3 routers, such as Branch[1])",
        "  stub             | `no stub` (written here, on 2 routers, such as HQ1); `stub connected summary` (written here, on 3 routers",
        "wan Internet 203.0.113.1/24 | `203.0.113.1/24` (written here)",
    })
    void everySettingShowsItsValue(String marker, String expected) {
        try (EditedModel model = new EditedModel(MODEL)) {
            assertThat(hover(model, marker.strip())).contains(expected.strip());
        }
    }

    @Test
    void theNameOfASuiteShowsWhatIsInEffectInIt() {
        try (EditedModel model = new EditedModel(MODEL)) {
            assertThat(hover(model, "}\n\ncrypto Suite"))
                    .contains("**crypto Suite**", "| lifetime | 3600 s | default of Cisco IOS-XE")
                    .contains("| pfs | none | default of Cisco IOS-XE", "| psk | secret \"wan-psk\" for everybody | written here");
        }
    }

    @Test
    void theNameOfACloudShowsWhatIsInEffectInItAndWhoDiffers() {
        try (EditedModel model = new EditedModel(MODEL)) {
            assertThat(hover(model, "cloud Corp"))
                    .contains("| holdtime | 300 s | written at the join, on HQ2 |")
                    .contains("| redirect | on | by phase 3 of cloud Corp, on 2 routers, such as HQ1 |")
                    .contains("**routing eigrp 100**", "| hello | 5 s | default of Cisco IOS-XE");
        }
    }

    @Test
    void theNameOfARouterShowsItsInterfacesItsTunnelsAndTheirRouting() {
        try (EditedModel model = new EditedModel(MODEL)) {
            assertThat(hover(model, "spoke Old"))
                    .contains("| release | 15.2 | written here |", "| wan | leased | written here |")
                    .contains("| max-send | 100 messages per 10 s | default of Cisco IOS-XE 15.2 |")
                    .contains("| stub | stub connected summary | from cloud Corp |")
                    .contains("| hello | 5 s | default of Cisco IOS-XE 15.2 |");
        }
    }

    @Test
    void anExceptionShowsWhatItHasFromItsFamilyAndAFragmentGivesItsClauses() {
        String model = MODEL + """
                spoke Branch[2] { lan 10.177.0.0/24 }
                fragment Usual { wan Internet dhcp  join Corp as 10.255.0.{50+n} via HQ1  holdtime 7min }
                spoke Shop[1..2] { use Usual  lan 10.150.{n}.0/24 }
                """;
        try (EditedModel edited = new EditedModel(model)) {
            assertThat(hover(edited, "}\nspoke Branch"))
                    .contains("| lan | 10.177.0.0/24 | written here |", "| wan | leased | from spoke Branch[1..2] |")
                    .doesNotContain("10.100.2.0/24");
            assertThat(hover(edited, "holdtime 7min")).contains("`420 s` (written here, on 2 routers, such as Shop[1])");
            assertThat(hover(edited, "spoke Shop")).contains("| holdtime | 420 s | written at the join |");
        }
    }

    @Test
    void timersOfRoutingAreThoseOfThePlatform() {
        String ospf = MODEL.replace("routing eigrp 100 { summary 10.0.0.0/8 from hubs  stub spokes }", "routing ospf 1 { }") + """
                spoke Linux { platform frr release "10.0"  wan Internet dhcp  lan 10.4.0.0/16  join Corp as 10.255.0.4 via HQ1 }
                """;
        try (EditedModel model = new EditedModel(ospf)) {
            assertThat(hover(model, "cloud Corp"))
                    .contains("| hello | 30 s | default of Cisco IOS-XE, a current release")
                    .contains("| hello | 10 s | default of FRR 10.0, on Linux |")
                    .contains("| dead | 120 s | default of Cisco IOS-XE 15.2, on Old |")
                    .contains("| holdtime | 600 s | written here");
            assertThat(hover(model, "}\n\ncrypto Suite"))
                    .contains("| replay-window | 64 packets | default of Cisco IOS-XE, a current release")
                    .contains("| replay-window | 32 packets | default of FRR 10.0, on Linux |");
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
