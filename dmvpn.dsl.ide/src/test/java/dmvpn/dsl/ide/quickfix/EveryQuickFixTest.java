package dmvpn.dsl.ide.quickfix;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.testing.EditedModel;
import dmvpn.dsl.rules.RuleExample;
import dmvpn.dsl.rules.RuleExamples;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever a quick fix is offered in a model that breaks a rule, it removes its finding and adds no error. */
class EveryQuickFixTest {

    static List<String> rules() {
        return Analysis.catalogue().rules().stream().filter(rule -> RuleExamples.of(rule).isPresent()).map(Rule::id).toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aQuickFixRemovesItsFindingAndAddsNoError(String id) {
        String text = example(id).breaks();
        List<Diagnostic> problems = problems(text);
        for (int problem = 0; problem < problems.size(); problem++) {
            for (int fix = 0; fix < fixes(text, problem).size(); fix++) {
                apply(text, problem, fix, problems);
            }
        }
    }

    private static void apply(String text, int problem, int fix, List<Diagnostic> before) {
        try (EditedModel model = new EditedModel(text)) {
            Diagnostic mended = model.problems().get(problem);
            CodeAction action = model.fixes(mended).get(fix);
            model.apply(action);
            List<Diagnostic> after = model.problems();

            String code = code(mended);
            assertThat(after.stream().filter(each -> code(each).equals(code)).count())
                    .as("findings of %s after '%s' in\n%s", code, action.getTitle(), model.text())
                    .isLessThan(before.stream().filter(each -> code(each).equals(code)).count());
            Map<String, Long> known = errors(before);
            errors(after).forEach((error, count) -> assertThat(count)
                    .as("'%s' after '%s' in\n%s", error, action.getTitle(), model.text())
                    .isLessThanOrEqualTo(known.getOrDefault(error, 0L)));
        }
    }

    @Test
    void theExamplesTryEveryQuickFix() {
        Set<String> tried = new TreeSet<>();
        for (String id : rules()) {
            try (EditedModel model = new EditedModel(example(id).breaks())) {
                for (Diagnostic problem : model.problems()) {
                    if (!model.fixes(problem).isEmpty()) {
                        tried.add(code(problem));
                    }
                }
            }
        }
        assertThat(tried).containsAll(new dmvpn.dsl.ide.DmvpnIdeSetup().createInjectorAndDoEMFRegistration()
                .getInstance(QuickFixService.class).mendedRules());
    }

    private static RuleExample example(String id) {
        return Analysis.catalogue().rules().stream().filter(rule -> rule.id().equals(id)).findFirst()
                .flatMap(RuleExamples::of).orElseThrow();
    }

    private static List<Diagnostic> problems(String text) {
        try (EditedModel model = new EditedModel(text)) {
            return new ArrayList<>(model.problems());
        }
    }

    private static List<CodeAction> fixes(String text, int problem) {
        try (EditedModel model = new EditedModel(text)) {
            return model.fixes(model.problems().get(problem));
        }
    }

    private static String code(Diagnostic problem) {
        return problem.getCode().getLeft();
    }

    /** Errors by what they say, numbers left out: a mend may move what another error speaks of. */
    private static Map<String, Long> errors(List<Diagnostic> problems) {
        return problems.stream().filter(problem -> problem.getSeverity() == DiagnosticSeverity.Error)
                .map(problem -> code(problem)).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
