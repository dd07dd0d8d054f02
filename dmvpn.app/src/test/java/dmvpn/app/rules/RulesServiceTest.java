package dmvpn.app.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dmvpn.app.RequestException;
import dmvpn.dsl.ide.DmvpnIdeSetup;
import dmvpn.dsl.ide.quickfix.QuickFixService;
import org.junit.jupiter.api.Test;

class RulesServiceTest {

    private final RulesService service = new RulesService();

    @Test
    void aRuleIsFoundInAnyCase() {
        assertThat(service.rule("r-ad-02")).isPresent().isEqualTo(service.rule("R-AD-02"));
        assertThat(service.rule("R-AD")).isEmpty();
    }

    @Test
    void everyRuleThatIsListedIsExplained() {
        assertThat(service.all()).hasSizeGreaterThan(20).extracting(rule -> rule.id()).contains("DEFECT").doesNotHaveDuplicates();
        assertThat(service.all()).allSatisfy(rule -> {
            assertThat(rule.title()).isNotBlank();
            assertThat(rule.explanation()).isNotBlank();
            assertThat(rule.source()).isNotBlank();
        });
    }

    @Test
    void anAreaHasItsRulesInTheOrderOfTheCatalogue() throws RequestException {
        assertThat(service.ofArea("NHRP")).extracting(RuleText::id).contains("R-NH-04", "R-NH-19").allMatch(id -> id.startsWith("R-NH-"));
        assertThat(service.ofArea("tool")).extracting(RuleText::id).containsExactly("RULES-FILE", "BASELINE", "SECRETS-FILE", "DEFECT");
        assertThatThrownBy(() -> service.ofArea("nrhp")).isInstanceOf(RequestException.class)
                .hasMessageContaining("'nrhp'").hasMessageContaining("nhrp, ");
    }

    @Test
    void jsonHasTheExamples() {
        JsonObject rule = JsonParser.parseString(service.json(service.rule("R-NH-19").orElseThrow())).getAsJsonObject();

        assertThat(rule.keySet()).containsExactly("id", "area", "severity", "title", "explanation", "source", "quickFix",
                "breaks", "sound");
        assertThat(rule.get("quickFix").getAsBoolean()).isTrue();
        assertThat(JsonParser.parseString(service.json(service.rule("R-NH-01").orElseThrow())).getAsJsonObject().keySet())
                .contains("withoutModel").doesNotContain("breaks", "sound");
    }

    /** The editor's registry of quick fixes is the one place that says what a text edit mends. */
    @Test
    void everyQuickFixMendsARuleOfTheCatalogue() {
        assertThat(new DmvpnIdeSetup().createInjector().getInstance(QuickFixService.class).mendedRules())
                .isNotEmpty().isSubsetOf(service.all().stream().map(RuleText::id).toList());
    }
}
