package dmvpn.app.report;

import dmvpn.app.model.ReadModel;
import dmvpn.app.problem.Problem;
import dmvpn.app.scenario.ScenarioResult;
import dmvpn.diagram.notation.Diagram;
import dmvpn.network.CompiledNetwork;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a report is about.
 *
 * @param model the model
 * @param diagram what its picture shows, also of a model with errors
 * @param svg its picture
 * @param problems what is wrong with the model and with the rules file of its project
 * @param ran true when the scenarios were to be run
 * @param verdicts what came of those that were
 */
record ReportContent(ReadModel model, Diagram diagram, String svg, List<Problem> problems, boolean ran, List<ScenarioResult> verdicts) {

    ReportContent {
        problems = List.copyOf(problems);
        verdicts = List.copyOf(verdicts);
    }

    /** What the model means, its sound part where it is wrong. */
    Optional<CompiledNetwork> network() {
        return model.network();
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** The name of the model's file: where it lies on the disk of who wrote the report is nobody else's matter. */
    String fileName() {
        return Path.of(model.file()).getFileName().toString();
    }

    /** A place for people, seen from the folder of the model. */
    String place(String file, int line, int column) {
        Path folder = Path.of(model.file()).toAbsolutePath().normalize().getParent();
        Path path = Path.of(file).toAbsolutePath().normalize();
        // Two drives of Windows have no way from one to the other.
        Path shown = path.getRoot().equals(folder.getRoot()) ? folder.relativize(path) : path;
        return shown.toString().replace('\\', '/') + ":" + line + ":" + column;
    }
}
