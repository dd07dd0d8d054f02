package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.capture.CaptureBy;
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
        description = {"Writes pcapng files, and the keys that let Wireshark look into IKE and ESP.",
            "A comment of each packet says what it is, and next to which event of the run it crossed."})
final class PcapCommand extends SessionCommand {

    @Parameters(paramLabel = "PATH", description = "A model, or a folder with one.")
    private Path path;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the files.")
    private Path folder;

    @Option(names = "--by", paramLabel = "S", description = "One file for each router, for each link (transport or local network), "
            + "or for the network: router, link, network; router by default. Those of links and networks have each packet once, "
            + "as it was sent.")
    private CaptureBy by = CaptureBy.ROUTER;

    @Option(names = "--clear", description = "Packets as they would be without IPsec, the key exchange in clear, too.")
    private boolean inClear;

    @Mixin
    private RunOptions run;

    PcapCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws RequestException, IOException {
        session().onPlatform(run.platform());
        CaptureResult result = session().capture().capture(path,
                new CaptureRequest(folder, run.scenario(), run.until(), run.seed(), by, inClear), session());
        terminal().tellProblems(result.problems());
        if (result.isRefused()) {
            return ExitCode.FINDINGS;
        }
        terminal().print(result.packets() + " packets, as sent and as received, crossed interfaces; they are in " + folder);
        return result.cancelled() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
}
