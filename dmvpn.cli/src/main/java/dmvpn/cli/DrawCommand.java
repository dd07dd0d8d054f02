package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.draw.DrawRequest;
import dmvpn.app.draw.DrawService.DrawResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmvpn draw}. */
@Command(name = "draw", header = "Draws the topology of a model as SVG, PNG or PDF.",
        description = {"A model with errors is drawn as far as it says something. The ending of the file says the format.",
            "Nodes stand where the file MODEL.dmvpn-layout beside the model has them."})
final class DrawCommand extends SessionCommand {

    @Parameters(paramLabel = "PATH", description = "A model, or a folder with one.")
    private Path path;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", required = true,
            description = "File to write: .svg, .png or .pdf.")
    private Path file;

    @Option(names = "--theme", paramLabel = "T",
            description = "Colours: light, dark, or auto, which follows the reader's screen (SVG alone).")
    private String theme = "auto";

    @Option(names = "--layers", paramLabel = "L", split = ",",
            description = "Show these layers alone: underlay, overlay, ipsec, routing, addresses.")
    private List<String> layers = List.of();

    @Option(names = "--cloud", paramLabel = "C", split = ",", description = "Show these clouds and their routers alone.")
    private List<String> clouds = List.of();

    @Option(names = "--site", paramLabel = "S", split = ",",
            description = "Show these sites alone, and the servers of their routers. A router's name is a site too.")
    private List<String> sites = List.of();

    @Option(names = "--expand", paramLabel = "F", split = ",",
            description = "Show the members that matter of these families: servers, those with hosts and those that scenarios name.")
    private List<String> families = List.of();

    @Option(names = "--problems", description = "Mark what rules find.")
    private boolean problems;

    DrawCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws RequestException, IOException {
        DrawRequest request = new DrawRequest(theme, layers, clouds, sites, families, problems);
        DrawResult result = session().draw().draw(path, file, request, session());
        terminal().tellProblems(result.problems());
        result.file().ifPresent(written -> terminal().print(written.toString()));
        return result.hasErrors() ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
