package dmvpn.dsl.ide.quickfix;

import com.google.inject.Inject;
import dmvpn.dsl.ide.completion.CompletionService;
import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.words.Similar;
import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;

/** Proposes the settings that the block knows and that are close to what was written. */
final class UnknownSettingFix implements QuickFix {

    private static final int MOST_PROPOSALS = 3;

    private final CompletionService completion;

    @Inject
    UnknownSettingFix(CompletionService completion) {
        this.completion = completion;
    }

    @Override
    public String ruleId() {
        return "L-SETTING-UNKNOWN";
    }

    @Override
    public boolean isCertain() {
        return false;
    }

    @Override
    public List<List<Mend>> ways(Problem problem) {
        List<String> settings = completion
                .complete(problem.document(), problem.document().lines().position(problem.offset())).stream()
                .filter(item -> item.getKind() == CompletionItemKind.Keyword)
                .map(CompletionItem::getFilterText)
                .toList();
        return Similar.closest(problem.text(), settings, MOST_PROPOSALS).stream()
                .map(setting -> new Mend("Change to '" + setting + "'", problem.offset(), problem.length(), setting)).map(List::of)
                .toList();
    }
}
