package dmvpn.dsl.ide.completion;

import dmvpn.dsl.ide.contentassist.antlr.DmvpnParser;
import java.util.Collection;
import org.eclipse.xtext.ide.editor.contentassist.antlr.FollowElement;

/**
 * Completion's parser, which does not read the blanks that {@link CompletionText} has in front of the element: what may
 * follow does not depend on where the text begins.
 */
public final class ElementParser extends DmvpnParser {

    @Override
    public Collection<FollowElement> getFollowElements(String input, boolean strict) {
        return super.getFollowElements(input.stripLeading(), strict);
    }
}
