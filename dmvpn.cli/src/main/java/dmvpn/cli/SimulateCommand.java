package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.simulate.RunFormat;
import dmvpn.app.simulate.SimulateRequest;
import dmvpn.app.simulate.SimulateResult;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmvpn simulate}. */
@Command(name = "simulate", header = "Runs a model and prints what happens while it happens.",
        description = {"Prints the timeline (time in seconds, router, protocol, message, key fields, reason), then 'show "
            + "dmvpn', 'show ip nhrp' and 'show ip route' of each router, then the verdicts of the scenario.",
            "A model with errors is not run: its problems are printed instead."})
final class SimulateCommand extends SessionCommand {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Models, or folders with one model each.")
    private List<Path> paths;

    @Mixin
    private RunOptions run;

    @Option(names = "--router", paramLabel = "R", description = "Only this router or host; may be repeated.")
    private List<String> routers = List.of();

    @Option(names = "--protocol", paramLabel = "P",
            description = "Only this protocol in the timeline, such as NHRP or IKEv2; may be repeated.")
    private List<String> protocols = List.of();

    @Option(names = "--keepalives",
            description = "Also shows keep-alives, such as periodic hellos and acknowledgements, in the timeline.")
    private boolean keepAlives;

    @Option(names = "--format", paramLabel = "F", description = "Form of the output: ${COMPLETION-CANDIDATES}; text by default. "
            + "debug prints what routers print with 'debug nhrp packet', and their log.")
    private RunFormat format;

    @Option(names = "--json", description = "The same as --format json: one JSON object a line.")
    private boolean json;

    @Option(names = "--quiet", description = "Leaves the timeline out.")
    private boolean quiet;

    @Option(names = "--trace", paramLabel = "FILE", description = "Writes all events of the run into this file, which "
            + "'dmvpn timeline' reads; an existing trace is overwritten, another file is not. Only with one model.")
    private Path trace;

    SimulateCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws RequestException {
        if (trace != null && paths.size() > 1) {
            throw new RequestException("--trace takes the events of one run: name one model");
        }
        session().onPlatform(run.platform());
        SimulateRequest shown = new SimulateRequest(
                run.until(), routers, protocols, run.seed(), run.scenario(), format(), quiet, keepAlives);
        SimulateRequest request = trace == null ? shown : shown.withTraceFile(trace);
        int exitCode = ExitCode.OK;
        for (Path path : paths) {
            SimulateResult result = session().simulate().simulate(path, request, this::printWhileRead, session());
            terminal().tellProblems(result.problems());
            result.notes().forEach(terminal()::tell);
            if (result.cancelled()) {
                return readerHasGone() ? ExitCode.OK : ExitCode.INTERRUPTED;
            }
            if (!result.ran() || result.failedExpectations() > 0) {
                exitCode = ExitCode.FINDINGS;
            }
        }
        return exitCode;
    }

    private RunFormat format() throws RequestException {
        if (json && format != null && format != RunFormat.JSON) {
            throw new RequestException("--json and --format name different forms of the output: give one of them");
        }
        return json ? RunFormat.JSON : format == null ? RunFormat.TEXT : format;
    }
}
