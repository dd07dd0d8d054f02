package dmvpn.dsl.ide.quickfix;

import com.google.gson.JsonObject;
import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.workspace.ModelWorkspace;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/**
 * The actions on the problems at a place: a quick fix for each, one for all problems of a rule in the file, and, for a
 * client that asks for it, one for everything that can be mended without a doubt.
 */
public final class CodeActionService {

    private static final String DATA_DOCUMENT = "document";
    private static final String DATA_RULE = "rule";

    /** A longer text takes too long to mend for an action that nobody has chosen yet. */
    private static final int LONGEST_AT_ONCE = 200_000;

    private final QuickFixService fixes;
    private final FixAllService fixAll;

    /** Created by the language's injector. */
    @Inject
    public CodeActionService(QuickFixService fixes, FixAllService fixAll) {
        this.fixes = fixes;
        this.fixAll = fixAll;
    }

    /**
     * The actions for the problems that the client shows at a place.
     *
     * @param lazily true to leave out edits that take time, for the client to have them {@linkplain #resolve resolved}
     */
    public List<CodeAction> codeActions(ModelDocument document, CodeActionParams parameters, boolean lazily) {
        List<String> only = parameters.getContext().getOnly();
        List<CodeAction> actions = new ArrayList<>();
        if (isWanted(only, CodeActionKind.QuickFix)) {
            addQuickFixService(document, parameters.getContext().getDiagnostics(), lazily, actions);
        }
        if (only != null && isWanted(only, FixAllService.SOURCE_FIX_ALL)) {
            addSourceFixAll(document, lazily, actions);
        }
        return actions;
    }

    private static boolean isWanted(List<String> only, String kind) {
        return only == null || only.isEmpty()
                || only.stream().anyMatch(wanted -> kind.equals(wanted) || kind.startsWith(wanted + "."));
    }

    private void addQuickFixService(ModelDocument document, List<Diagnostic> diagnostics, boolean lazily,
            List<CodeAction> actions) {
        Map<String, Diagnostic> mendable = new LinkedHashMap<>();
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.getCode() != null && diagnostic.getCode().isLeft()) {
                String rule = diagnostic.getCode().getLeft();
                int offset = document.lines().offset(diagnostic.getRange().getStart());
                int length = document.lines().offset(diagnostic.getRange().getEnd()) - offset;
                List<Mend> mends = fixes.mends(rule, document, offset, length);
                mends.forEach(mend -> actions.add(quickFix(document, diagnostic, mend, mend == mends.getFirst())));
                if (!mends.isEmpty()) {
                    mendable.putIfAbsent(rule, diagnostic);
                }
            }
        }
        mendable.forEach((rule, diagnostic) -> addFixAll(document, rule, diagnostic, lazily, actions));
    }

    private static CodeAction quickFix(ModelDocument document, Diagnostic diagnostic, Mend mend, boolean best) {
        CodeAction action = new CodeAction(mend.title());
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(diagnostic));
        action.setIsPreferred(best);
        action.setEdit(edit(document, mend));
        return action;
    }

    private static WorkspaceEdit edit(ModelDocument document, Mend mend) {
        List<TextEdit> edits = mend.changes().stream().map(change ->
                new TextEdit(document.lines().range(change.offset(), change.length()), change.text())).toList();
        return new WorkspaceEdit(Map.of(document.uri(), edits));
    }

    private void addFixAll(ModelDocument document, String rule, Diagnostic diagnostic, boolean lazily,
            List<CodeAction> actions) {
        List<Finding> findings = Analysis.of(document.resource()).findingsIn(document.resource()).stream()
                .filter(finding -> finding.rule().id().equals(rule)).toList();
        if (findings.size() < 2) {
            return;
        }
        CodeAction action = new CodeAction("Fix all of this kind in the file: " + findings.getFirst().rule().title()
                + " (" + findings.size() + ")");
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(diagnostic));
        complete(document, rule, lazily, action).ifPresent(actions::add);
    }

    private void addSourceFixAll(ModelDocument document, boolean lazily, List<CodeAction> actions) {
        CodeAction action = new CodeAction("Fix all problems whose mend is certain");
        action.setKind(FixAllService.SOURCE_FIX_ALL);
        complete(document, "", lazily, action).ifPresent(actions::add);
    }

    private Optional<CodeAction> complete(ModelDocument document, String rule, boolean lazily, CodeAction action) {
        if (lazily) {
            JsonObject data = new JsonObject();
            data.addProperty(DATA_DOCUMENT, document.uri());
            data.addProperty(DATA_RULE, rule);
            action.setData(data);
            return Optional.of(action);
        }
        if (document.text().length() > LONGEST_AT_ONCE) {
            return Optional.empty();
        }
        return edit(document, rule).map(edit -> {
            action.setEdit(edit);
            return action;
        });
    }

    private Optional<WorkspaceEdit> edit(ModelDocument document, String rule) {
        return (rule.isEmpty() ? fixAll.certain(document) : fixAll.ofRule(document, rule))
                .map(edit -> new WorkspaceEdit(Map.of(document.uri(), List.of(edit))));
    }

    /** Adds the edit to an action that was offered without one. */
    public CodeAction resolve(ModelWorkspace workspace, CodeAction action) {
        if (action.getEdit() == null && action.getData() instanceof JsonObject data
                && data.has(DATA_DOCUMENT) && data.has(DATA_RULE)) {
            workspace.find(data.get(DATA_DOCUMENT).getAsString())
                    .flatMap(document -> edit(document, data.get(DATA_RULE).getAsString()))
                    .ifPresent(action::setEdit);
        }
        return action;
    }
}
