package dmvpn.dsl.ide.quickfix;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import dmvpn.dsl.ide.DmvpnIdeSetup;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.testing.Examples;
import dmvpn.dsl.ide.workspace.ModelWorkspace;
import dmvpn.dsl.robustness.Runs;
import dmvpn.dsl.rules.RuleExample;
import dmvpn.dsl.rules.RuleExamples;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Rule;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule of the catalogue has a quick fix that mends its example, or says why people have to decide; and wherever a
 * quick fix is offered in an example, it removes its finding and adds no error.
 */
class EveryQuickFixTest {

    private static final Injector INJECTOR = new DmvpnIdeSetup().createInjectorAndDoEMFRegistration();
    private static final String URI = "file:///models/test.dmvpn";

    static List<Rule> rules() {
        return Analysis.catalogue().rules();
    }

    static List<Rule> rulesWithExample() {
        return rules().stream().filter(rule -> RuleExamples.of(rule).isPresent()).toList();
    }

    private static ModelDocument open(String uri, String text) {
        return INJECTOR.getInstance(ModelWorkspace.class).open(uri, 1, text);
    }

    private static List<Mend> mends(ModelDocument document, Finding finding) {
        return INJECTOR.getInstance(QuickFixService.class)
                .mends(finding.rule().id(), document, finding.origin().offset(), finding.origin().length());
    }

    @ParameterizedTest
    @MethodSource("rulesWithExample")
    void theExampleOfARuleIsMendedOrItsMendIsADecision(Rule rule) {
        ModelDocument document = open(URI, RuleExamples.of(rule).map(RuleExample::breaks).orElseThrow());
        List<Mend> mends = findings(document).stream().filter(finding -> finding.rule().id().equals(rule.id()))
                .flatMap(finding -> mends(document, finding).stream()).toList();

        assertThat(mends.isEmpty()).as("%s is mended (%s), or RulesWithoutQuickFix says why not", rule.id(), mends)
                .isEqualTo(RulesWithoutQuickFix.reason(rule.id()).isPresent());
    }

    @Test
    void whatNoModelCanBreakNeedsNoQuickFix() {
        assertThat(rules()).filteredOn(rule -> RuleExamples.of(rule).isEmpty())
                .allSatisfy(rule -> assertThat(RulesWithoutQuickFix.reason(rule.id())).as(rule.id()).isEmpty());
    }

    @Test
    void everyReasonIsOneOfARuleOfTheCatalogue() {
        assertThat(rules()).extracting(Rule::id).containsAll(RulesWithoutQuickFix.ids());
    }

    @ParameterizedTest
    @MethodSource("rulesWithExample")
    void aQuickFixRemovesItsFindingAndAddsNoError(Rule rule) {
        check(URI, RuleExamples.of(rule).map(RuleExample::breaks).orElseThrow());
    }

    static List<Path> shipped() {
        return Examples.files();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void soItIsInTheExamplesThatAreShipped(Path file) {
        check(file.toAbsolutePath().normalize().toUri().toString(), Examples.text(file));
    }

    /** One problem of each rule, for others of the rule have the same fix mostly; in the long profile all. */
    private static void check(String uri, String original) {
        ModelDocument document = open(uri, original);
        List<Finding> before = findings(document);
        Set<String> rules = new HashSet<>();
        for (Finding finding : before) {
            for (Mend mend : rules.add(finding.rule().id()) || Runs.isLong() ? mends(document, finding) : List.<Mend>of()) {
                String text = mend.in(document.text());
                List<Finding> after = findings(open(uri, text));
                String id = finding.rule().id();
                assertThat(count(after).getOrDefault(id, 0L)).as("findings of %s after '%s' in\n%s", id, mend.title(), text)
                        .isLessThan(count(before).get(id));
                Map<String, Long> known = errors(before);
                errors(after).forEach((error, count) -> assertThat(count).as("'%s' after '%s' in\n%s", error, mend.title(), text)
                        .isLessThanOrEqualTo(known.getOrDefault(error, 0L)));
            }
        }
    }

    private static List<Finding> findings(ModelDocument document) {
        return Analysis.of(document.resource()).findings();
    }

    private static Map<String, Long> count(List<Finding> findings) {
        return findings.stream().collect(Collectors.groupingBy(finding -> finding.rule().id(), TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> errors(List<Finding> findings) {
        return count(findings.stream().filter(Finding::isError).toList());
    }
}
