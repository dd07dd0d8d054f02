package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.console.Console;
import dmvpn.app.scenario.StoppedRunException;
import java.io.IOException;

/** Lines that are typed and answered, until one says the end: on a terminal with completion, else from a script. */
final class Conversation {

    private final Session session;

    Conversation(Session session) {
        this.session = session;
    }

    /**
     * Talks. A line that means nothing ends a script, as its results would be missing, but not a person's session.
     *
     * @return the exit code
     */
    int hold(Console console) throws IOException, RequestException {
        Terminal terminal = session.terminal();
        boolean watched = terminal.isWatched();
        try (ConsoleLines lines = watched ? EditedLines.of(console::completions, terminal) : new PlainLines(terminal, false)) {
            lines.onInterrupt(console::interrupt);
            while (true) {
                String line = lines.next(console.prompt());
                if (line == null || line.strip().equals("exit") || line.strip().equals("quit")) {
                    return ExitCode.OK;
                }
                if (session.isCancelled()) {
                    return ExitCode.INTERRUPTED;
                }
                try {
                    console.execute(line).forEach(terminal::print);
                } catch (RequestException | StoppedRunException wrong) {
                    if (!watched) {
                        throw wrong;
                    }
                    terminal.tell(wrong.getMessage());
                }
                if (console.isOver()) {
                    return ExitCode.OK;
                }
            }
        }
    }
}
