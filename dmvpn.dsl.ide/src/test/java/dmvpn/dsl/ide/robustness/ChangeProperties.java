package dmvpn.dsl.ide.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.formatting.FormatService;
import dmvpn.dsl.ide.quickfix.ActionStyle;
import dmvpn.dsl.ide.quickfix.CodeActionService;
import dmvpn.dsl.ide.rename.RenameException;
import dmvpn.dsl.ide.rename.RenameService;
import dmvpn.dsl.robustness.Watchdog;
import dmvpn.dsl.validation.Analysis;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.xtext.util.CancelIndicator;

/** What holds of the edits that services propose, whatever the text. */
final class ChangeProperties {

    private static final String NEW_NAME = "Renamed-9";

    private final Watchdog watchdog;
    private final ServiceProperties services;

    ChangeProperties(Watchdog watchdog) {
        this.watchdog = watchdog;
        this.services = new ServiceProperties(watchdog);
    }

    /** Formatting moves blanks alone, once; the network stays what it was. */
    void isFormatted(OpenModel model) {
        List<TextEdit> edits = watchdog.operation("format", () -> model.service(FormatService.class).format(model.document(), CancelIndicator.NullImpl));
        String formatted = model.after(edits);
        assertThat(withoutBlanks(formatted)).as("formatting moves blanks alone").isEqualTo(withoutBlanks(model.text()));
        if (edits.isEmpty()) {
            return;
        }
        OpenModel after = new OpenModel(formatted);
        List<TextEdit> again = watchdog.operation("format again", () -> after.service(FormatService.class).format(after.document(), CancelIndicator.NullImpl));
        assertThat(after.after(again)).as("a formatted text stays as it is").isEqualTo(formatted);
        if (!model.document().resource().getParseResult().hasSyntaxErrors()) {
            assertThat(Analysis.of(after.document().resource()).network()).as("formatting changes no network").isEqualTo(Analysis.of(model.document().resource()).network());
        }
    }

    /** Formatting some lines, or the block in front of a place, moves blanks alone. */
    void isFormattedInPart(OpenModel model, int start, int end) {
        Range range = new Range(model.position(start), model.position(end));
        List<TextEdit> edits = watchdog.operation("format lines", () -> model.service(FormatService.class).format(model.document(), range, CancelIndicator.NullImpl));
        List<TextEdit> block = watchdog.operation("format block", () -> model.service(FormatService.class).formatBlock(model.document(), range.getEnd()));
        assertThat(withoutBlanks(model.after(edits))).as("formatting lines moves blanks alone").isEqualTo(withoutBlanks(model.text()));
        assertThat(withoutBlanks(model.after(block))).as("formatting a block moves blanks alone").isEqualTo(withoutBlanks(model.text()));
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("[\\s;\uFEFF]+", "");
    }

    /** A rename is refused with a reason, or it renames without a new error. */
    void isRenamed(OpenModel model, int offset) {
        Position position = model.position(offset);
        WorkspaceEdit edit = watchdog.operation("rename at " + offset, () -> {
            try {
                model.service(RenameService.class).prepare(model.document(), position);
                return model.service(RenameService.class).rename(model.workspace(), model.document(), position, NEW_NAME, CancelIndicator.NullImpl);
            } catch (RenameException refused) {
                assertThat(refused.getMessage()).as("a refusal says why").isNotBlank();
                return null;
            }
        });
        if (edit != null && edit.getChanges() != null) {
            addsNoError("a rename", services.diagnostics(model), model.after(edit));
        }
    }

    /** Each action on a problem takes findings of its rule away and adds no error. */
    void isMended(OpenModel model, Diagnostic problem) {
        List<Diagnostic> before = services.diagnostics(model);
        CodeActionParams parameters = new CodeActionParams(new TextDocumentIdentifier(model.document().uri()), problem.getRange(),
                new CodeActionContext(List.of(problem)));
        List<CodeAction> actions = watchdog.operation("actions on " + code(problem),
                () -> model.service(CodeActionService.class).codeActions(model.document(), parameters, ActionStyle.PLAIN, CancelIndicator.NullImpl));
        for (CodeAction action : actions) {
            List<Diagnostic> after = addsNoError("'" + action.getTitle() + "' for " + code(problem), before, model.after(action.getEdit()));
            assertThat(count(after, problem)).as("a quick fix removes a finding of %s: '%s' at %s", code(problem), action.getTitle(), problem.getRange())
                    .isLessThan(count(before, problem));
        }
    }

    /** No more errors than before; a broken text may have another one in the place of the one that was mended. */
    private List<Diagnostic> addsNoError(String what, List<Diagnostic> before, String text) {
        List<Diagnostic> after = services.diagnostics(new OpenModel(text));
        assertThat(errors(after)).as("no error is added by %s; after it:\n%s", what.replace(']', ')'), text).hasSizeLessThanOrEqualTo(errors(before).size());
        return after;
    }

    private static List<String> errors(List<Diagnostic> problems) {
        return problems.stream().filter(problem -> problem.getSeverity() == DiagnosticSeverity.Error)
                .map(problem -> code(problem) + " " + problem.getMessage().getLeft()).toList();
    }

    private static long count(List<Diagnostic> problems, Diagnostic problem) {
        return problems.stream().filter(each -> code(each).equals(code(problem))).count();
    }

    private static String code(Diagnostic problem) {
        return problem.getCode().getLeft();
    }
}
