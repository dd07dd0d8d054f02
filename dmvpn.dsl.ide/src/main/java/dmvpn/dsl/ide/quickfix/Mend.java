package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.ide.document.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A text edit that mends a problem.
 *
 * @param title what it does, for people
 * @param changes replacements that refer to the text as it is and do not overlap, in the order of the text
 */
public record Mend(String title, List<Change> changes) {

    /** Puts the changes into the order of the text. */
    public Mend {
        List<Change> sorted = new ArrayList<>(changes);
        sorted.sort(Comparator.comparingInt(Change::offset));
        changes = List.copyOf(sorted);
    }

    /** A mend by one replacement. */
    public Mend(String title, int offset, int length, String text) {
        this(title, List.of(new Change(offset, length, text)));
    }

    /** A text with the changes made. */
    public String in(String text) {
        return applied(text, changes);
    }

    /** A text with changes made that are in its order. */
    static String applied(String text, List<Change> changes) {
        StringBuilder mended = new StringBuilder(text);
        for (Change change : changes.reversed()) {
            mended.replace(change.offset(), change.offset() + change.length(), change.text());
        }
        return mended.toString();
    }

    boolean touches(Mend other) {
        return changes.stream().anyMatch(change -> other.changes.stream().anyMatch(change::touches));
    }
}
