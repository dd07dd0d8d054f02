package dmvpn.dsl.ide.quickfix;

import com.google.inject.Inject;
import dmvpn.dsl.ide.completion.CompletionService;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;

/** Proposes the names that are legal at the place and close to what was written. */
final class UnknownNameFix implements QuickFix {

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
    public List<Mend> mends(Problem problem) {
        Stream<String> names = completion
                .complete(problem.document(), problem.document().lines().position(problem.offset())).stream()
                .filter(item -> item.getKind() != CompletionItemKind.Keyword)
                .map(CompletionItem::getFilterText);
        return Similarity.closest(problem.text(), names).stream()
                .map(name -> new Mend("Change to '" + name + "'", problem.offset(), problem.length(), name))
                .toList();
    }
}
