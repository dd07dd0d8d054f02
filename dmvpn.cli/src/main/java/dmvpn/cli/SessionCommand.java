package dmvpn.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** A command with a session. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a model has errors, an expectation was not met, or a file or the results could not be written",
            "2:wrong usage", "3:a defect of dmvpn", "130:stopped from the keyboard"})
abstract class SessionCommand implements Callable<Integer> {

    /** How many lines may be lost on a reader that has gone. */
    private static final int LINES_BETWEEN_QUESTIONS = 256;

    private final Session session;
    private long lines;
    private boolean readerHasGone;

    SessionCommand(Session session) {
        this.session = session;
    }

    Session session() {
        return session;
    }

    Terminal terminal() {
        return session.terminal();
    }

    /** Prints one of many lines; stops the work that makes them when nobody reads any more, as behind {@code | head}. */
    void printWhileRead(String line) {
        terminal().print(line);
        if (++lines % LINES_BETWEEN_QUESTIONS == 0 && terminal().isClosed()) {
            readerHasGone = true;
            session.cancel();
        }
    }

    /** True when the reader of the lines went before the last one. */
    boolean readerHasGone() {
        return readerHasGone;
    }
}
