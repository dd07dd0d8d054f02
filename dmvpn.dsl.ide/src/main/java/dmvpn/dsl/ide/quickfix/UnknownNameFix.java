package dmvpn.dsl.ide.quickfix;

import com.google.inject.Inject;
import dmvpn.dsl.ide.completion.CompletionService;
import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.words.Similar;
import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;

/** Proposes the names that are legal at the place and close to what was written. */
final class UnknownNameFix implements QuickFix {

    private static final int MOST_PROPOSALS = 3;

    private final CompletionService completion;

    @Inject
    UnknownNameFix(CompletionService completion) {
        this.completion = completion;
    }

    @Override
    public String ruleId() {
        return "L-LINK";
    }

    @Override
    public boolean isCertain() {
        return false;
    }

    @Override
    public List<List<Mend>> ways(Problem problem) {
        List<String> names = completion
                .complete(problem.document(), problem.document().lines().position(problem.offset())).stream()
                .filter(item -> item.getKind() != CompletionItemKind.Keyword)
                .map(CompletionItem::getFilterText)
                .toList();
        return Similar.closest(problem.text(), names, MOST_PROPOSALS).stream()
                .map(name -> new Mend("Change to '" + name + "'", problem.offset(), problem.length(), name)).map(List::of)
                .toList();
    }
}
