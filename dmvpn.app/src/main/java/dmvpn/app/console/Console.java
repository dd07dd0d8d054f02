package dmvpn.app.console;

import dmvpn.app.RequestException;
import java.util.List;

/** Answers lines that are typed, one after the other. Belongs to one thread. */
public interface Console {

    /** What stands in front of a line, when a person writes. */
    String prompt();

    /**
     * Does what a line says.
     *
     * @return lines to print
     * @throws RequestException when the line means nothing; it says what does
     */
    List<String> execute(String line) throws RequestException;

    /**
     * The words that may come next in a line.
     *
     * @param before the words in front of it, which may be cut short
     * @param begun what is written of it so far
     */
    List<String> completions(List<String> before, String begun);

    /** True when the last line was the end. */
    default boolean isOver() {
        return false;
    }

    /** The person wants the answer that is being made to come to an end; may be called from any thread. */
    default void interrupt() {
        // answers come at once
    }
}
