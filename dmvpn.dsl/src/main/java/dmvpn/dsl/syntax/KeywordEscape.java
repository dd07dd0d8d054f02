package dmvpn.dsl.syntax;

import dmvpn.dsl.services.DmvpnGrammarAccess;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.RuleCall;

/** Which keywords are no names and need an escape to be one. */
@Singleton
public class KeywordEscape {

    private final DmvpnGrammarAccess grammar;
    private Set<String> reserved;

    /** @param grammar the language's grammar */
    @Inject
    public KeywordEscape(DmvpnGrammarAccess grammar) {
        this.grammar = grammar;
    }

    /** True when a name must be written with {@code ^}. */
    public synchronized boolean isReserved(String name) {
        if (reserved == null) {
            Set<String> keywords = new TreeSet<>(GrammarUtil.getAllKeywords(grammar.getGrammar()));
            removeNames(grammar.getNameRule(), keywords);
            reserved = keywords;
        }
        return reserved.contains(name);
    }

    private static void removeNames(AbstractRule rule, Set<String> keywords) {
        GrammarUtil.containedKeywords(rule).forEach(keyword -> keywords.remove(keyword.getValue()));
        for (RuleCall call : GrammarUtil.containedRuleCalls(rule)) {
            removeNames(call.getRule(), keywords);
        }
    }
}
