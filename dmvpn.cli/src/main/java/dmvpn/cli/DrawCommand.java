package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.draw.DrawService.DrawResult;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmvpn draw}. */
@Command(name = "draw", header = "Draws the topology of a model as SVG.",
        description = "A model with errors is drawn as far as it says something.")
final class DrawCommand extends SessionCommand {

    @Parameters(paramLabel = "PATH", description = "A model, or a folder with one.")
    private Path path;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", required = true, description = "File to write.")
    private Path file;

    DrawCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws RequestException, IOException {
        DrawResult result = session().draw().draw(path, file, session());
        terminal().tellProblems(result.problems());
        result.file().ifPresent(written -> terminal().print(written.toString()));
        return result.hasErrors() ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
