package dmvpn.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** A command with a session. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a model has errors, an expectation was not met, or a file or the results could not be written",
            "2:wrong usage", "3:a defect of dmvpn", "130:stopped from the keyboard"})
abstract class SessionCommand implements Callable<Integer> {

    private final Session session;

    SessionCommand(Session session) {
        this.session = session;
    }

    Session session() {
        return session;
    }

    Terminal terminal() {
        return session.terminal();
    }
}
