package dmvpn.diagram.text;

import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.ide.document.ElementText.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with the replacements that an edit makes.
 *
 * @param before the text as it was
 * @param changes replacements in the order of the text; they do not overlap
 * @param removed pieces that were taken out with all that is in them
 */
public record ChangedText(String before, List<Change> changes, List<Span> removed) {

    /** Keeps immutable copies of the lists. */
    public ChangedText {
        changes = List.copyOf(changes);
        removed = List.copyOf(removed);
    }

    /** The text as it will be. */
    public String after() {
        StringBuilder after = new StringBuilder(before.length() + 64);
        int position = 0;
        for (Change change : changes) {
            after.append(before, position, change.offset()).append(change.text());
            position = change.offset() + change.length();
        }
        return after.append(before, position, before.length()).toString();
    }

    /** The replacements that take a text with these ones back to what it was. */
    public List<Change> inverse() {
        List<Change> inverse = new ArrayList<>();
        int shift = 0;
        for (Change change : changes) {
            inverse.add(new Change(change.offset() + shift, change.text().length(),
                    before.substring(change.offset(), change.offset() + change.length())));
            shift += change.text().length() - change.length();
        }
        return inverse;
    }

    /** True when no two replacements meet in more than a point. */
    boolean isOrderly() {
        for (int index = 1; index < changes.size(); index++) {
            if (changes.get(index - 1).offset() + changes.get(index - 1).length() > changes.get(index).offset()) {
                return false;
            }
        }
        return true;
    }
}
