package dmvpn.dsl.ide.completion;

import dmvpn.dsl.ide.contentassist.antlr.DmvpnParser;
import java.util.Collection;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.ide.editor.contentassist.antlr.FollowElement;

/**
 * Completion's parser, which does not read the blanks that {@link CompletionText} has in front of the element: what may
 * follow does not depend on where the text begins.
 */
public final class ElementParser extends DmvpnParser {

    /**
     * A text that the parser could make nothing of does not tell by which rule it was read, and a parser without a first rule
     * fails: it stays the one that every text is read by. A text that was opened with another set of services of the language
     * has the rule of that set, which means nothing here: the own one has the same name.
     */
    @Override
    public void initializeFor(AbstractRule rule) {
        // Xtext tells the first rule while the parser is made, before it has its grammar: that rule is of the same set.
        boolean isOwn = getGrammarAccess() == null;
        if (rule != null) {
            super.initializeFor(isOwn ? rule : GrammarUtil.findRuleForName(getGrammarAccess().getGrammar(), rule.getName()));
        }
    }

    @Override
    public Collection<FollowElement> getFollowElements(String input, boolean strict) {
        return super.getFollowElements(input.stripLeading(), strict);
    }
}
