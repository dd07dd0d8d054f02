package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.export.ExportRequest;
import dmvpn.app.export.ExportResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmvpn export}. */
@Command(name = "export", header = "Writes device configurations.",
        description = "Writes a file per router and prints the names of the files.")
final class ExportCommand extends SessionCommand {

    @Parameters(paramLabel = "PATH", description = "A model, or a folder with one.")
    private Path path;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Choice choice;

    @Option(names = "--to", paramLabel = "FORMAT", defaultValue = "cisco",
            description = "Format: cisco or frr; ${DEFAULT-VALUE} by default.")
    private String target;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the files.")
    private Path folder;

    @Option(names = "--with-secrets", description = "Writes values of secrets from the files that the model names, "
            + "in place of placeholders.")
    private boolean withSecrets;

    /** Which routers. */
    static final class Choice {

        @Option(names = "--router", paramLabel = "R", required = true, description = "This router; may be repeated.")
        private List<String> routers;

        @Option(names = "--all", required = true, description = "All routers.")
        private boolean all;

        private List<String> wanted() {
            return all ? List.of() : routers;
        }
    }

    ExportCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws RequestException, IOException {
        ExportResult result = session().export()
                .export(path, new ExportRequest(choice.wanted(), target, folder, withSecrets), session());
        result.files().forEach(file -> terminal().print(file.toString()));
        terminal().tellProblems(result.problems());
        result.notes().forEach(terminal()::tell);
        if (session().isCancelled()) {
            return ExitCode.INTERRUPTED;
        }
        return result.isRefused() ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
