package dmvpn.dsl.ui.editor;

import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;

/** Shows the bracket that belongs to the one at the caret. */
public final class ModelBrackets extends DefaultCharacterPairMatcher {

    /** Created by the platform for each editor. */
    public ModelBrackets() {
        super(new char[] {'{', '}', '[', ']'});
    }
}
