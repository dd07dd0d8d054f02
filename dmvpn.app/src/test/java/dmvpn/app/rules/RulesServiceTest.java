package dmvpn.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

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
}
