package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.diagnose.DiagnoseRequest;
import dmvpn.app.diagnose.DiagnoseResult;
import dmvpn.app.diagnose.DiagnosisText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmvpn diagnose}. */
@Command(name = "diagnose", header = "Says what keeps two routers apart, layer by layer.",
        description = {"Runs a model up to the instant and looks at the tunnels of both routers to their servers, from the "
            + "bottom up: physical, IPsec, GRE/NHRP, then routing from one to the other and back, and whether large packets get through.",
            "A finding names layer, router, evidence, likely cause and mend. Exit code 1 means that there is one."})
final class DiagnoseCommand extends SessionCommand {

    @Parameters(paramLabel = "PATH", description = "A model, or a folder with one.")
    private Path path;

    @Option(names = "--from", paramLabel = "A", required = true, description = "The router that sends.")
    private String from;

    @Option(names = "--to", paramLabel = "B", required = true, description = "The router that does not get it.")
    private String to;

    @Option(names = "--at", paramLabel = "T", description = "The instant, such as 90s; the end of the run by default.")
    private Duration at;

    @Option(names = "--scenario", paramLabel = "S", description = "Scenario to run; the first of the model by default.")
    private String scenario;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all randomness; the scenario's by default.")
    private Long seed;

    @Option(names = "--json", description = "Prints one JSON object a line.")
    private boolean json;

    DiagnoseCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws RequestException {
        DiagnoseResult result = session().diagnose().diagnose(path, new DiagnoseRequest(from, to, Optional.ofNullable(at),
                Optional.ofNullable(scenario), seed == null ? OptionalLong.empty() : OptionalLong.of(seed)), session());
        terminal().tellProblems(result.problems());
        if (result.diagnosis().isEmpty()) {
            return ExitCode.FINDINGS;
        }
        DiagnosisText text = new DiagnosisText(result.diagnosis().get());
        (json ? text.json() : text.lines()).forEach(terminal()::print);
        return result.diagnosis().get().findings().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }
}
