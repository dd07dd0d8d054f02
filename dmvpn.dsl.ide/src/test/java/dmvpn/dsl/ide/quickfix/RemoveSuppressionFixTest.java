package dmvpn.dsl.ide.quickfix;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.testing.EditedModel;
import dmvpn.dsl.ide.testing.Models;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoveSuppressionFixTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "L-SUPPRESS-UNUSED | '// suppress R-NH-19: dear lines\n'                      | ''",
        "L-SUPPRESS-UNUSED | '  \t// suppress R-NH-19: dear lines\n'                  | ''",
        "L-SUPPRESS-REASON | '// suppress R-NH-19\n'                                  | ''",
        "L-SUPPRESS-RULE   | '// suppress R-NH-91: dear lines\n'                      | ''",
        "L-SUPPRESS-RULE   | '// suppress\n'                                          | ''",
        "L-SUPPRESS-RULE   | '// suppress R-NH-91, R-NH-19: dear lines\n'             | '// suppress R-NH-19: dear lines\n'",
        "L-SUPPRESS-RULE   | '// suppress R-NH-19, R-NH-91: dear lines\n'             | '// suppress R-NH-19: dear lines\n'",
        "L-SUPPRESS-RULE   | '// suppress R-NH-19 , R-NH-91 ,R-NH-18: dear lines\n'   | '// suppress R-NH-19 , R-NH-18: dear lines\n'",
    })
    void theSuppressionOrItsRuleGoes(String rule, String comment, String left) {
        String before = Models.PHASE_3;
        try (EditedModel model = new EditedModel(before.replace("cloud Corp {", comment + "cloud Corp {"))) {
            CodeAction fix = onlyFix(model, model.problem(rule));
            model.apply(fix);

            assertThat(model.text()).isEqualTo(before.replace("cloud Corp {", left + "cloud Corp {"));
        }
    }

    @ParameterizedTest
    @CsvSource({"// suppress R-NH-19: dear lines", "// suppress R-NH-19"})
    void aCommentBehindASettingLeavesTheSetting(String comment) {
        String text = Models.PHASE_3.replace("phase 3", "phase 3 " + comment + "\n");
        try (EditedModel model = new EditedModel(text)) {
            Diagnostic problem = model.problems().stream().filter(each -> each.getCode().getLeft().startsWith("L-SUPPRESS"))
                    .findFirst().orElseThrow();
            model.apply(onlyFix(model, problem));

            assertThat(model.text()).isEqualTo(Models.PHASE_3.replace("phase 3", "phase 3\n"));
        }
    }

    private static CodeAction onlyFix(EditedModel model, Diagnostic problem) {
        List<CodeAction> fixes = model.fixes(problem);
        assertThat(fixes).hasSize(1);
        return fixes.getFirst();
    }
}
