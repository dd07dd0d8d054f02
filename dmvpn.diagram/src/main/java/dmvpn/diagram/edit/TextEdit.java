package dmvpn.diagram.edit;

import dmvpn.diagram.text.ChangedText;
import dmvpn.dsl.ide.document.Change;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An edit of a diagram as an edit of the text.
 *
 * @param text the text and its replacements
 * @param selected identifier of what the edit made or changed, in the diagram of the new text; empty for what was deleted
 * @param renamed identifiers that are others now, by their old ones: positions belong to the new ones
 */
public record TextEdit(ChangedText text, Optional<String> selected, Map<String, String> renamed) {

    /** Keeps an immutable copy of the table, in its order. */
    public TextEdit {
        renamed = Collections.unmodifiableMap(new LinkedHashMap<>(renamed));
    }

    /** The replacements, in the order of the text. */
    public List<Change> changes() {
        return text.changes();
    }

    /** The replacements that undo these ones. */
    public List<Change> inverse() {
        return text.inverse();
    }
}
