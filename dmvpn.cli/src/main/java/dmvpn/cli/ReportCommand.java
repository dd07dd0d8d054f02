package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.report.ReportRequest;
import dmvpn.app.report.ReportResult;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmvpn report}. */
@Command(name = "report", header = "Writes a report of a model: one HTML page with all in it.",
        description = {"The page says what the network is made of, and has its picture, its routers with addresses, memberships and "
            + "servers, what the rules find, and the scenarios. It needs nothing beside it, and is readable on paper.",
            "A model with errors is reported as far as it says something, its errors among the findings."})
final class ReportCommand extends SessionCommand {

    @Parameters(paramLabel = "PATH", description = "A model, or a folder with one.")
    private Path path;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", required = true, description = "File to write, such as report.html.")
    private Path file;

    @Option(names = "--run", description = "Runs all scenarios, which may take minutes, and reports their verdicts.")
    private boolean run;

    ReportCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws RequestException, IOException {
        ReportResult result = session().report().report(path, new ReportRequest(file, run), session());
        terminal().tellProblems(result.problems());
        result.file().ifPresent(written -> terminal().print(written.toString()));
        if (result.cancelled()) {
            return ExitCode.INTERRUPTED;
        }
        return result.isGood() ? ExitCode.OK : ExitCode.FINDINGS;
    }
}
