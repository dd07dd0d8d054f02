package dmvpn.dsl.ui.preview;

import dmvpn.app.preview.LineDifference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a previewed configuration differs from the one that was exported last.
 *
 * @param file file of the last export; empty when there was none
 * @param isThere false when the file cannot be read any more
 * @param differences what differs, in the order of the text
 */
record Comparison(Optional<Path> file, boolean isThere, List<LineDifference> differences) {

    static final Comparison NEVER_EXPORTED = new Comparison(Optional.empty(), false, List.of());

    static Comparison gone(Path file) {
        return new Comparison(Optional.of(file), false, List.of());
    }

    /** In words, for the line above the text. */
    String summary() {
        if (file.isEmpty()) {
            return "not exported yet";
        }
        if (!isThere) {
            return "the last export, " + file.get() + ", is not there any more";
        }
        return switch (differences.size()) {
            case 0 -> "as exported to " + file.get();
            case 1 -> "1 difference to " + file.get();
            default -> differences.size() + " differences to " + file.get();
        };
    }
}
