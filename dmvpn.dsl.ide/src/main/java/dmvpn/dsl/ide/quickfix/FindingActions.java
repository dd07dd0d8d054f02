package dmvpn.dsl.ide.quickfix;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.ide.document.ModelDocument;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.xtext.util.CancelIndicator;

/** The actions on a problem that text editors offer, for those who show a model otherwise. */
public final class FindingActions {

    private static final ActionStyle STYLE = new ActionStyle(true, false);

    private final CodeActionService actions;

    /** Created by the language's injector. */
    @Inject
    public FindingActions(CodeActionService actions) {
        this.actions = actions;
    }

    /**
     * An action on a problem.
     *
     * @param action the action as editors know it
     */
    public record FindingAction(CodeAction action) {

        /** What it does, for people. */
        public String title() {
            return action.getTitle();
        }
    }

    /**
     * The actions on a problem, in the order in which editors show them.
     *
     * @param ruleId rule that is broken
     * @param offset characters before the problem
     * @param length characters of the problem
     */
    public List<FindingAction> of(ModelDocument document, String ruleId, int offset, int length) {
        Diagnostic problem = new Diagnostic(document.lines().range(offset, length), "");
        problem.setCode(ruleId);
        CodeActionParams asked = new CodeActionParams(new TextDocumentIdentifier(document.uri()), problem.getRange(),
                new CodeActionContext(List.of(problem)));
        return actions.codeActions(document, asked, STYLE, CancelIndicator.NullImpl).stream().map(FindingAction::new).toList();
    }

    /**
     * What an action does to the text.
     *
     * @param document the document that the action was found for, unchanged
     * @throws FixRefusedException when the action would not mend anything
     */
    public List<Change> changes(ModelDocument document, FindingAction chosen) throws FixRefusedException {
        CodeAction action = chosen.action().getEdit() == null
                ? actions.resolve(document, chosen.action(), STYLE) : chosen.action();
        if (action.getEdit() == null) {
            throw new FixRefusedException("'" + chosen.title() + "' would mend nothing: edit the text");
        }
        return action.getEdit().getChanges().getOrDefault(document.uri(), List.of()).stream()
                .map(edit -> change(document, edit)).toList();
    }

    private static Change change(ModelDocument document, TextEdit edit) {
        int offset = document.lines().offset(edit.getRange().getStart());
        return new Change(offset, document.lines().offset(edit.getRange().getEnd()) - offset, edit.getNewText());
    }
}
