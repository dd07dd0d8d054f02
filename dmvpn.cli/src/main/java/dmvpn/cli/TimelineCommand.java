package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.simulate.ShownEvents;
import dmvpn.app.simulate.TimelineService.TimelineResult;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmvpn timeline}. */
@Command(name = "timeline", header = "Prints what happened in a run that was written into a file.",
        description = {"The file is one that 'dmvpn simulate --trace' wrote; of a run that was killed it has the beginning. Nothing "
            + "is run, and no model is needed."})
final class TimelineCommand extends SessionCommand {

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

    TimelineCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws RequestException {
        TimelineResult result = session().timeline().show(file, new ShownEvents(routers, protocols, keepAlives), json, this::printWhileRead, session());
        result.notes().forEach(terminal()::tell);
        if (result.cancelled()) {
            return readerHasGone() ? ExitCode.OK : ExitCode.INTERRUPTED;
        }
        return result.complete() ? ExitCode.OK : ExitCode.FINDINGS;
    }
}
