package dmvpn.cli;

import dmvpn.app.RequestException;
import java.io.IOException;
import java.util.List;

/** Lines that are typed and answered, until one says the end: on a terminal with completion, else from a script. */
final class Conversation {

    /** Who answers. */
    interface Partner {

        /** What stands in front of a line, when a person writes. */
        String prompt();

        /**
         * The lines to print for a line.
         *
         * @throws RequestException when it means nothing
         */
        List<String> answer(String line) throws RequestException;

        /** Which words may come next. */
        List<String> completions(List<String> before, String begun);

        /** True when the last line was the end. */
        default boolean isOver() {
            return false;
        }

        /** The person wants the answer that is being made to come to an end; called on another thread. */
        default void interrupt() {
            // answers come at once
        }
    }

    private final Session session;

    Conversation(Session session) {
        this.session = session;
    }

    /**
     * Talks. A line that means nothing ends a script, as its results would be missing, but not a person's session.
     *
     * @return the exit code
     */
    int hold(Partner partner) throws IOException, RequestException {
        Terminal terminal = session.terminal();
        boolean watched = terminal.isWatched();
        try (ConsoleLines lines = watched ? EditedLines.of(partner::completions, terminal) : new PlainLines(terminal, false)) {
            lines.onInterrupt(partner::interrupt);
            while (true) {
                String line = lines.next(partner.prompt());
                if (line == null || line.strip().equals("exit") || line.strip().equals("quit")) {
                    return ExitCode.OK;
                }
                if (session.isCancelled()) {
                    return ExitCode.INTERRUPTED;
                }
                try {
                    partner.answer(line).forEach(terminal::print);
                } catch (RequestException wrong) {
                    if (!watched) {
                        throw wrong;
                    }
                    terminal.tell(wrong.getMessage());
                }
                if (partner.isOver()) {
                    return ExitCode.OK;
                }
            }
        }
    }
}
