package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.simulate.RunFormat;
import dmvpn.app.simulate.SimulateRequest;
import dmvpn.app.simulate.TimelineService.TimelineResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmvpn timeline}. */
@Command(name = "timeline", header = "Prints what happened in a run that was written into a file.",
        description = {"The file is one that 'dmvpn simulate --trace' wrote; of a run that was killed it has the beginning. Nothing "
            + "is run, and no model is needed."})
final class TimelineCommand extends SessionCommand {

    /** How many lines may be lost on a reader that has gone. */
    private static final int LINES_BETWEEN_QUESTIONS = 256;

    @Parameters(paramLabel = "FILE", description = "The trace of a run.")
    private Path file;

    @Option(names = "--router", paramLabel = "R", description = "Only this router or host; may be repeated.")
    private List<String> routers = List.of();

    @Option(names = "--protocol", paramLabel = "P", description = "Only this protocol, such as NHRP or IKEv2; may be repeated.")
    private List<String> protocols = List.of();

    @Option(names = "--keepalives", description = "Also shows keep-alives, such as periodic hellos and acknowledgements.")
    private boolean keepAlives;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    private long lines;
    private boolean readerHasGone;

    TimelineCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws RequestException {
        SimulateRequest request = new SimulateRequest(Optional.empty(), routers, protocols, OptionalLong.empty(), Optional.empty(),
                json ? RunFormat.JSON : RunFormat.TEXT, false, keepAlives);
        TimelineResult result = session().timeline().show(file, request, this::print, session());
        result.notes().forEach(terminal()::tell);
        if (result.cancelled()) {
            return readerHasGone ? ExitCode.OK : ExitCode.INTERRUPTED;
        }
        return result.complete() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private void print(String line) {
        terminal().print(line);
        if (++lines % LINES_BETWEEN_QUESTIONS == 0 && terminal().isClosed()) {
            readerHasGone = true;
            session().cancel();
        }
    }
}
