package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.storm.StormOutcome;
import dmvpn.app.storm.StormRequest;
import dmvpn.app.storm.StormResult;
import dmvpn.app.storm.StormText;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dmvpn storm}. */
@Command(name = "storm", header = "Breaks things at random, repairs them all, and says whether the network heals.",
        description = {"A storm is a row of faults that follows from its seed: routers, interfaces, transports, paths and protocols "
            + "fail and come back, loss and delay rise and fall, addresses change, tables are cleared. When all is repaired and "
            + "the network's own timers have run out, whatever works in a calm run must work again.",
            "Exit code 1 means that a network did not heal, or broke what must hold in every run."})
final class StormCommand extends SessionCommand {

    @Parameters(paramLabel = "PATH", description = "A model, or a folder with one.")
    private Path path;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of the first storm; ${DEFAULT-VALUE} by default.")
    private long seed;

    @Option(names = "--count", paramLabel = "N", defaultValue = "10", description = "How many storms; ${DEFAULT-VALUE} by default.")
    private int count;

    @Option(names = "--faults", paramLabel = "N", description = "Faults of a storm; " + StormRequest.DEFAULT_FAULTS + " by default.")
    private int faults = StormRequest.DEFAULT_FAULTS;

    @Option(names = "--length", paramLabel = "T", description = "From power on to the last repair; 10min by default.")
    private Duration length = StormRequest.DEFAULT_LENGTH;

    @Option(names = "--print", description = "Prints the faults of the storms as scenarios for the model, with the pings beside "
            + "them, and runs nothing.")
    private boolean print;

    @Option(names = "--json", description = "Prints one JSON object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    StormCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws RequestException {
        StormRequest request = request();
        if (print) {
            session().storm().scenarios(path, request, session()).forEach(terminal()::print);
            return ExitCode.OK;
        }
        StormResult result = session().storm().run(path, request, outcome -> print(outcome, request), session());
        terminal().tellProblems(result.problems());
        if (result.cancelled()) {
            return ExitCode.INTERRUPTED;
        }
        (json ? StormText.json(result) : StormText.lines(result)).forEach(terminal()::print);
        return result.healed() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private StormRequest request() {
        try {
            return new StormRequest(seed, count, faults, length);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    private void print(StormOutcome outcome, StormRequest request) {
        (json ? StormText.json(outcome) : StormText.lines(outcome, request, path.toString())).forEach(terminal()::print);
    }
}
