package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.debug.DebugRequest;
import dmvpn.app.debug.DebugResult;
import dmvpn.app.debug.console.DebugConsole;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dmvpn debug}. */
@Command(name = "debug", header = "Steps through a run of a model in the terminal, forwards and backwards.",
        description = {"Commands are read line by line from standard input until 'quit'; words may be cut short. "
            + "'step', 'over' and 'return' go forwards, 'back', 'back-over' and 'reverse' backwards, 'break' sets breakpoints on lines, "
            + "events, changes of state, instants and expectations, 'print' and 'watch' look at state, 'where' shows the event in hand "
            + "with the lines of the model behind it. 'help' lists all.",
            "On a terminal it completes words with Tab, has a history, and Ctrl+C stops a command that runs."})
final class DebugCommand extends SessionCommand {

    @Parameters(index = "0", paramLabel = "PATH", description = "A model, or a folder with one.")
    private Path path;

    @Mixin
    private RunOptions run;

    DebugCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws RequestException, IOException {
        session().onPlatform(run.platform());
        DebugResult result = session().debug().open(path, new DebugRequest(run.scenario(), run.until(), run.seed()), session(),
                terminal()::print);
        terminal().tellProblems(result.problems());
        if (result.branches().isEmpty()) {
            return ExitCode.FINDINGS;
        }
        return new Conversation(session()).hold(new DebugConsole(result.model(), result.branches().get()));
    }
}
