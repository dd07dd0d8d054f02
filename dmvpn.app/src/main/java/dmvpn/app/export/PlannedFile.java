package dmvpn.app.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A configuration that could be written.
 *
 * @param router name of the router
 * @param file where it would be
 * @param text what it would hold
 * @param before what the file holds now; empty when there is none
 * @param notes what a person should know about the text
 */
public record PlannedFile(String router, Path file, String text, Optional<String> before, List<String> notes) {

    /** Keeps an immutable copy of the list. */
    public PlannedFile {
        notes = List.copyOf(notes);
    }

    /** What writing it would do. */
    public enum Effect {
        /** There is no such file yet. */
        NEW,
        /** The file holds another text. */
        CHANGED,
        /** The file holds this text already. */
        SAME
    }

    /** What writing it would do. */
    public Effect effect() {
        return before.map(older -> older.equals(text) ? Effect.SAME : Effect.CHANGED).orElse(Effect.NEW);
    }
}
