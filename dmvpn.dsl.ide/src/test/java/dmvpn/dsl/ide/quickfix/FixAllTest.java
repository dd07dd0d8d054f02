package dmvpn.dsl.ide.quickfix;

import static dmvpn.dsl.ide.testing.EditedModel.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.testing.EditedModel;
import dmvpn.dsl.ide.testing.Models;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;

class FixAllTest {

    private static final String CLASHES = Models.PHASE_3 + """

            spoke A { wan Internet dhcp  lan 10.90.0.0/24  join Corp as 10.255.0.1 via HQ1 }
            spoke B { wan Internet dhcp  lan 10.91.0.0/24  join Corp as 10.255.0.1 via HQ1 }
            spoke C { wan Internet dhcp  lan 10.92.0.7/24  join Corp as 10.255.0.1 via HQ1 }
            spoke D { wan Internet dhcp  lan 10.93.0.7/24  join Corp as 10.255.0.9 via HQ1 }
            """;

    @Test
    void allProblemsOfARuleAreMendedTogetherAndNoTwoGetTheSameAddress() {
        try (EditedModel model = new EditedModel(CLASHES)) {
            CodeAction all = fixAll(model, "R-AD-01");
            model.apply(all);
            assertThat(codes(model)).doesNotContain("R-AD-01").contains("L-VALUE-HOST-BITS");
            assertThat(model.text()).contains("as 10.255.0.2 ", "as 10.255.0.3 ", "as 10.255.0.4 ");
        }
    }

    @Test
    void otherRulesAreLeftAlone() {
        try (EditedModel model = new EditedModel(CLASHES)) {
            model.apply(fixAll(model, "L-VALUE-HOST-BITS"));
            assertThat(codes(model)).doesNotContain("L-VALUE-HOST-BITS").contains("R-AD-01");
            assertThat(model.text()).contains("lan 10.92.0.0/24", "lan 10.93.0.0/24");
        }
    }

    @Test
    void forOneProblemAloneThereIsNoSuchAction() {
        try (EditedModel model = new EditedModel(Models.PHASE_3.replace("lan 10.1.0.0/16", "lan 10.1.0.5/16"))) {
            assertThat(model.fixes(model.problem("L-VALUE-HOST-BITS"))).extracting(CodeAction::getTitle)
                    .noneMatch(title -> title.startsWith("Fix all"));
        }
    }

    @Test
    void onSavingOnlyWhatIsCertainIsMended() {
        try (EditedModel model = new EditedModel(CLASHES.replace("  dpd 30s retry 5s on-demand\n", "")
                .replace("crypto Suite\n", "crypto Suit\n"))) {
            List<CodeAction> actions = answer(model.server().getTextDocumentService().codeAction(new CodeActionParams(
                    model.document(), new Range(new Position(0, 0), new Position(0, 0)),
                    new CodeActionContext(List.of(), List.of("source.fixAll"))))).stream().map(each -> each.getRight()).toList();
            assertThat(actions).singleElement().satisfies(action -> assertThat(action.getKind()).startsWith("source.fixAll"));
            model.apply(actions.getFirst());
            assertThat(codes(model)).doesNotContain("L-VALUE-HOST-BITS").contains("R-AD-01", "L-LINK");
        }
    }

    @Test
    void onSavingASoundModelThereIsNothingToDo() {
        try (EditedModel model = new EditedModel(Models.PHASE_3)) {
            assertThat(model.problems()).noneMatch(problem -> problem.getSeverity() == DiagnosticSeverity.Error);
            assertThat(answer(model.server().getTextDocumentService().codeAction(new CodeActionParams(
                    model.document(), new Range(new Position(0, 0), new Position(0, 0)),
                    new CodeActionContext(List.of(), List.of("source.fixAll")))))).isEmpty();
        }
    }

    private static CodeAction fixAll(EditedModel model, String rule) {
        return model.fixes(model.problem(rule)).stream().filter(fix -> fix.getTitle().startsWith("Fix all")).findFirst()
                .orElseThrow(() -> new AssertionError("No action for all problems of " + rule));
    }

    private static List<String> codes(EditedModel model) {
        return model.problems().stream().map(Diagnostic::getCode).map(code -> code.getLeft()).toList();
    }
}
