package dmvpn.dsl.ide.quickfix;

import com.google.inject.Inject;
import dmvpn.dsl.ide.completion.CompletionService;
import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.model.ServerClause;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Proposes the names that mean the right thing at the place. */
final class WrongTargetFix implements QuickFix {

    private static final int MOST_PROPOSALS = 5;

    private final CompletionService completion;

    @Inject
    WrongTargetFix(CompletionService completion) {
        this.completion = completion;
    }

    @Override
    public String ruleId() {
        return "L-TARGET";
    }

    @Override
    public boolean isCertain() {
        return false;
    }

    @Override
    public List<List<Mend>> ways(Problem problem) {
        int end = end(problem);
        return completion
                .complete(problem.document(), problem.document().lines().position(problem.offset())).stream()
                .filter(item -> item.getKind() != CompletionItemKind.Keyword && item.getKind() != CompletionItemKind.Snippet)
                .map(CompletionItem::getFilterText).distinct().limit(MOST_PROPOSALS)
                .map(name -> List.of(new Mend("Change to '" + name + "'", problem.offset(), end - problem.offset(), name)))
                .toList();
    }

    /** The number of a member that follows a name belongs to it. */
    private static int end(Problem problem) {
        int end = problem.offset() + problem.length();
        Optional<INode> server = problem.element(ServerClause.class).map(NodeModelUtils::findActualNodeFor);
        int bracket = problem.document().text().indexOf(']', problem.offset());
        return server.isPresent() && server.get().getOffset() == problem.offset() && bracket >= 0
                && bracket < server.get().getEndOffset() ? bracket + 1 : end;
    }
}
