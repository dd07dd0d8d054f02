package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.sequence.TimeAxis;
import dmvpn.app.simulate.SequenceRequest;
import dmvpn.app.simulate.SequenceService.SequenceResult;
import dmvpn.app.simulate.ShownEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmvpn sequence}. */
@Command(name = "sequence", header = "Draws a run as a sequence chart, in SVG.",
        description = "Routers are lifelines, messages are arrows from the one that sent them to the one that received them, and what "
            + "happens on one router is a dot. A message with a dashed arrow was received by nobody in the chart.")
final class SequenceCommand extends SessionCommand {

    @Parameters(paramLabel = "PATH", description = "A model, or a folder with one.")
    private Path path;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", required = true, description = "File to write.")
    private Path file;

    @Mixin
    private RunOptions run;

    @Option(names = "--from", paramLabel = "T", description = "Leaves out what happens before, such as 100s.")
    private Duration from = Duration.ZERO;

    @Option(names = "--router", paramLabel = "R", description = "Only this router or host; may be repeated.")
    private List<String> routers = List.of();

    @Option(names = "--protocol", paramLabel = "P", description = "Only this protocol, such as NHRP or IKEv2; may be repeated.")
    private List<String> protocols = List.of();

    @Option(names = "--keepalives", description = "Also shows keep-alives, such as periodic hellos and acknowledgements.")
    private boolean keepAlives;

    @Option(names = "--axis", paramLabel = "A", description = "How far down events stand: ${COMPLETION-CANDIDATES}; compressed by default.")
    private TimeAxis axis = TimeAxis.COMPRESSED;

    @Option(names = "--line", paramLabel = "T", description = "Time that a line of the chart stands for; 10ms by default.")
    private Duration line = Duration.ofMillis(10);

    SequenceCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws RequestException, IOException {
        if (line.isZero()) {
            throw new RequestException("--line is a time above zero");
        }
        session().onPlatform(run.platform());
        SequenceResult result = session().sequence().draw(path, new SequenceRequest(run.scenario(), run.seed(),
                new ShownEvents(routers, protocols, keepAlives), from, run.until(), axis, line), file, session());
        terminal().tellProblems(result.problems());
        result.notes().forEach(terminal()::tell);
        if (result.elements().isEmpty()) {
            return session().isCancelled() ? ExitCode.INTERRUPTED : ExitCode.FINDINGS;
        }
        terminal().print(file.toString());
        return ExitCode.OK;
    }
}
