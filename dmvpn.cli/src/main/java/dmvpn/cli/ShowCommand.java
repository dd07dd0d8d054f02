package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.show.RouterConsole;
import dmvpn.app.show.ShowRequest;
import dmvpn.app.show.ShowResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmvpn show}. */
@Command(name = "show", header = "Shows a table of a router at any instant of a run.",
        description = {"Runs a model up to the instant and prints what the router answers to the command, such as 'show dmvpn'. "
            + "Words may be cut short as on a router.",
            "Without a command it is the router's console: commands are read line by line from standard input until 'exit'. "
            + "The console also knows 'at T', 'step', 'back', 'router R' and 'help'; on a terminal it completes words with Tab "
            + "and has a history."})
final class ShowCommand extends SessionCommand {

    @Parameters(index = "0", paramLabel = "PATH", description = "A model, or a folder with one.")
    private Path path;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "COMMAND",
            description = "A command of the router, in quotes or as several words.")
    private List<String> command = List.of();

    @Option(names = "--router", paramLabel = "R", required = true, description = "The router.")
    private String router;

    @Option(names = "--at", paramLabel = "T", description = "The instant, such as 90s; the end of the run by default.")
    private Duration at;

    @Option(names = "--scenario", paramLabel = "S", description = "Scenario to run; the first of the model by default.")
    private String scenario;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all randomness; the scenario's by default.")
    private Long seed;

    @Option(names = "--json",
            description = "Prints the tables behind the command as data, one JSON object a line; all tables without a command.")
    private boolean json;

    ShowCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws RequestException, IOException {
        ShowResult result = session().show().open(path, new ShowRequest(router, Optional.ofNullable(at),
                Optional.ofNullable(scenario), seed == null ? OptionalLong.empty() : OptionalLong.of(seed)),
                session());
        terminal().tellProblems(result.problems());
        if (result.console().isEmpty()) {
            return ExitCode.FINDINGS;
        }
        RouterConsole console = result.console().get();
        String line = String.join(" ", command);
        if (json) {
            console.json(line.isBlank() ? Optional.empty() : Optional.of(line)).forEach(terminal()::print);
            return ExitCode.OK;
        }
        if (!line.isBlank()) {
            console.show(line).forEach(terminal()::print);
            return ExitCode.OK;
        }
        return new Conversation(session()).hold(console);
    }
}
