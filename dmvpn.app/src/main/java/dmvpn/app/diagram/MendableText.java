package dmvpn.app.diagram;

import dmvpn.dsl.ide.document.Change;
import java.util.List;

/** The text behind a diagram, for what changes it without being an edit of the diagram. */
@FunctionalInterface
public interface MendableText {

    /**
     * Changes the text in one step of its history.
     *
     * @param label what is done, for people
     * @param before the text that the changes are for
     * @param changes replacements that do not overlap, in the order of the text
     * @throws dmvpn.diagram.edit.EditRefusedException when the text is another one now, or cannot be changed
     */
    void change(String label, String before, List<Change> changes);
}
