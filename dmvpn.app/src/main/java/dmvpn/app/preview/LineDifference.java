package dmvpn.app.preview;

import java.util.List;

/**
 * Lines that differ between two texts.
 *
 * @param firstLine index from 0 of the first line in the new text; of the line behind, when lines were only removed
 * @param added how many lines of the new text the old one does not have
 * @param removed the lines of the old text that the new one does not have
 */
public record LineDifference(int firstLine, int added, List<String> removed) {

    /** What happened to the lines. */
    public enum Kind { ADDED, CHANGED, REMOVED }

    /** Keeps an immutable copy of the list. */
    public LineDifference {
        removed = List.copyOf(removed);
    }

    /** What happened to the lines. */
    public Kind kind() {
        if (removed.isEmpty()) {
            return Kind.ADDED;
        }
        return added == 0 ? Kind.REMOVED : Kind.CHANGED;
    }
}
