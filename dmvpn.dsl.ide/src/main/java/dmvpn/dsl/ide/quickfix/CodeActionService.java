package dmvpn.dsl.ide.quickfix;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.quickfix.PendingEdit.Kind;
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
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;

/**
 * The actions on the problems at a place: quick fixes for each, one for all problems of a rule in the file, one that accepts
 * the problem, and, for a client that asks for it, one for everything that can be mended without a doubt.
 *
 * <p>Editors ask for actions whenever the caret moves, so an answer must not take long, and what is offered must have been
 * tried, which takes as long as an edit: some milliseconds for an ordinary model, but most of a second for one of a thousand
 * routers, whose cloud is changed. So there are three sizes of text. In an ordinary one everything is tried before it is
 * offered. In a larger one a client that can resolve actions gets them untried, and the one that is chosen is tried then; it
 * is refused when it would not mend the problem. A client that cannot resolve waits a little longer; in the largest texts,
 * where the wait would be too long, it gets no actions.
 */
public final class CodeActionService {

    /** Up to here a mend is tried in the time that nobody notices. */
    private static final int LONGEST_TRIED_FIRST = 60_000;

    /** A longer text takes too long to mend for an action that nobody has chosen yet. */
    private static final int LONGEST_AT_ONCE = 200_000;

    private final QuickFixService fixes;
    private final FixAllService fixAll;
    private final SuppressionAction suppression;
    private final OperationCanceledManager cancellation;

    /** Created by the language's injector. */
    @Inject
    public CodeActionService(QuickFixService fixes, FixAllService fixAll, SuppressionAction suppression,
            OperationCanceledManager cancellation) {
        this.fixes = fixes;
        this.fixAll = fixAll;
        this.suppression = suppression;
        this.cancellation = cancellation;
    }

    /** The actions for the problems that the client shows at a place. */
    public List<CodeAction> codeActions(ModelDocument document, CodeActionParams parameters, ActionStyle style,
            CancelIndicator cancelled) {
        List<String> only = parameters.getContext().getOnly();
        List<CodeAction> actions = new ArrayList<>();
        if (isWanted(only, CodeActionKind.QuickFix)) {
            addQuickFixes(document, parameters.getContext().getDiagnostics(), style, actions, cancelled);
        }
        if (only != null && isWanted(only, FixAllService.SOURCE_FIX_ALL)) {
            addSourceFixAll(document, style, actions);
        }
        return actions;
    }

    private static boolean isWanted(List<String> only, String kind) {
        return only == null || only.isEmpty()
                || only.stream().anyMatch(wanted -> kind.equals(wanted) || kind.startsWith(wanted + "."));
    }

    private void addQuickFixes(ModelDocument document, List<Diagnostic> diagnostics, ActionStyle style, List<CodeAction> actions,
            CancelIndicator cancelled) {
        boolean late = style.lazily() && document.text().length() > LONGEST_TRIED_FIRST;
        if (!late && document.text().length() > LONGEST_AT_ONCE) {
            return;
        }
        Map<String, Diagnostic> mendable = new LinkedHashMap<>();
        List<CodeAction> suppressing = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            cancellation.checkCanceled(cancelled);
            if (diagnostic.getCode() != null && diagnostic.getCode().isLeft()) {
                Problem problem = problem(document, diagnostic);
                List<CodeAction> mends = late ? untried(problem) : tried(problem);
                if (!mends.isEmpty()) {
                    mends.getFirst().setIsPreferred(true);
                    mendable.putIfAbsent(problem.ruleId(), diagnostic);
                }
                mends.forEach(action -> action.setDiagnostics(List.of(diagnostic)));
                actions.addAll(mends);
                suppress(problem, late, style).ifPresent(action -> {
                    action.setDiagnostics(List.of(diagnostic));
                    suppressing.add(action);
                });
            }
        }
        cancellation.checkCanceled(cancelled);
        mendable.forEach((rule, diagnostic) -> addFixAll(document, rule, diagnostic, style, actions));
        actions.addAll(suppressing);
    }

    private static Problem problem(ModelDocument document, Diagnostic diagnostic) {
        int offset = document.lines().offset(diagnostic.getRange().getStart());
        int length = document.lines().offset(diagnostic.getRange().getEnd()) - offset;
        return new Problem(diagnostic.getCode().getLeft(), document, offset, length);
    }

    private List<CodeAction> tried(Problem problem) {
        return fixes.mends(problem).stream().map(mend -> {
            CodeAction action = quickFix(mend.title());
            action.setEdit(Edits.of(problem.document(), mend));
            return action;
        }).toList();
    }

    private List<CodeAction> untried(Problem problem) {
        List<List<Mend>> ways = fixes.ways(problem);
        List<CodeAction> actions = new ArrayList<>();
        for (int way = 0; way < ways.size(); way++) {
            CodeAction action = quickFix(ways.get(way).getFirst().title());
            action.setData(pending(problem, Kind.FIX, way).json());
            actions.add(action);
        }
        return actions;
    }

    private Optional<CodeAction> suppress(Problem problem, boolean late, ActionStyle style) {
        CodeAction action = quickFix(SuppressionAction.title(problem.ruleId()));
        if (late && suppression.applies(problem.ruleId())) {
            action.setData(pending(problem, Kind.SUPPRESS, 0).json());
            return Optional.of(action);
        }
        return suppression.mend(problem).map(mend -> {
            action.setEdit(Edits.suppression(problem.document(), mend, style.snippets()));
            return action;
        });
    }

    private static PendingEdit pending(Problem problem, Kind kind, int way) {
        return new PendingEdit(problem.document().uri(), kind, problem.ruleId(), problem.offset(), problem.length(), way);
    }

    private static CodeAction quickFix(String title) {
        CodeAction action = new CodeAction(title);
        action.setKind(CodeActionKind.QuickFix);
        return action;
    }

    private void addFixAll(ModelDocument document, String rule, Diagnostic diagnostic, ActionStyle style, List<CodeAction> actions) {
        List<Finding> findings = Analysis.of(document.resource()).findingsIn(document.resource()).stream()
                .filter(finding -> finding.rule().id().equals(rule)).toList();
        if (findings.size() < 2) {
            return;
        }
        CodeAction action = quickFix("Fix all of this kind in the file: " + findings.getFirst().rule().title()
                + " (" + findings.size() + ")");
        action.setDiagnostics(List.of(diagnostic));
        complete(document, rule, style, action).ifPresent(actions::add);
    }

    private void addSourceFixAll(ModelDocument document, ActionStyle style, List<CodeAction> actions) {
        CodeAction action = new CodeAction("Fix all problems whose mend is certain");
        action.setKind(FixAllService.SOURCE_FIX_ALL);
        complete(document, "", style, action).ifPresent(actions::add);
    }

    private Optional<CodeAction> complete(ModelDocument document, String rule, ActionStyle style, CodeAction action) {
        if (style.lazily()) {
            action.setData(PendingEdit.fixAll(document.uri(), rule).json());
            return Optional.of(action);
        }
        if (document.text().length() > LONGEST_AT_ONCE) {
            return Optional.empty();
        }
        return fixAll(document, rule).map(edit -> {
            action.setEdit(edit);
            return action;
        });
    }

    private Optional<WorkspaceEdit> fixAll(ModelDocument document, String rule) {
        Optional<TextEdit> edit = rule.isEmpty() ? fixAll.certain(document) : fixAll.ofRule(document, rule);
        return edit.map(change -> new WorkspaceEdit(Map.of(document.uri(), List.of(change))));
    }

    /**
     * Adds the edit to an action that was offered without one.
     *
     * @throws FixRefusedException when the action would not mend the problem that it was offered for
     */
    public CodeAction resolve(ModelWorkspace workspace, CodeAction action, ActionStyle style) throws FixRefusedException {
        Optional<PendingEdit> pending = action.getEdit() == null ? PendingEdit.of(action.getData()) : Optional.empty();
        Optional<ModelDocument> document = pending.flatMap(edit -> workspace.find(edit.document()));
        return document.isPresent() ? resolve(document.get(), action, style) : action;
    }

    /** The same for an action that was offered for a document. */
    CodeAction resolve(ModelDocument document, CodeAction action, ActionStyle style) throws FixRefusedException {
        Optional<PendingEdit> pending = PendingEdit.of(action.getData());
        if (pending.isPresent()) {
            Optional<WorkspaceEdit> edit = edit(document, pending.get(), style);
            if (edit.isEmpty() && pending.get().kind() != Kind.FIX_ALL) {
                throw new FixRefusedException("'" + action.getTitle() + "' would not mend this problem, or add an error: "
                        + "see what " + pending.get().rule() + " says, and edit the text");
            }
            edit.ifPresent(action::setEdit);
        }
        return action;
    }

    private Optional<WorkspaceEdit> edit(ModelDocument document, PendingEdit pending, ActionStyle style) {
        Problem problem = new Problem(pending.rule(), document, pending.offset(), pending.length());
        return switch (pending.kind()) {
            case FIX_ALL -> fixAll(document, pending.rule());
            case SUPPRESS -> suppression.mend(problem).map(mend -> Edits.suppression(document, mend, style.snippets()));
            case FIX -> {
                List<List<Mend>> ways = fixes.ways(problem);
                yield pending.way() < 0 || pending.way() >= ways.size() ? Optional.empty()
                        : fixes.thatWork(problem, ways.get(pending.way())).stream().findFirst().map(mend -> Edits.of(document, mend));
            }
        };
    }
}
