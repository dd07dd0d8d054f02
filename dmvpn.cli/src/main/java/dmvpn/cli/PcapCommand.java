package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.capture.CaptureRequest;
import dmvpn.app.capture.CaptureResult;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmvpn pcap}. */
@Command(name = "pcap", header = "Runs a model and writes what crosses the wires.",
        description = "Writes a pcapng file per router and host, and the keys that let Wireshark look into IKE and ESP.")
final class PcapCommand extends SessionCommand {

    @Parameters(paramLabel = "PATH", description = "A model, or a folder with one.")
    private Path path;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the files.")
    private Path folder;

    @Mixin
    private RunOptions run;

    PcapCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws RequestException, IOException {
        CaptureResult result = session().capture().capture(path,
                new CaptureRequest(folder, run.scenario(), run.until(), run.seed()), session());
        terminal().tellProblems(result.problems());
        if (result.isRefused()) {
            return ExitCode.FINDINGS;
        }
        terminal().print(result.packets() + " packets, as sent and as received, are in " + folder);
        return result.cancelled() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
}
