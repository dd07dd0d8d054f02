package dmvpn.app.export;

import dmvpn.app.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * What was written.
 *
 * @param problems what is wrong with the model; with an error among them nothing was written
 * @param files files in the order of the model's routers
 * @param notes what a person should know about the texts, each with the router's name
 */
public record ExportResult(List<Problem> problems, List<Path> files, List<String> notes) {

    /** Keeps immutable copies of the lists. */
    public ExportResult {
        problems = List.copyOf(problems);
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /** True when nothing was written because the model is wrong. */
    public boolean isRefused() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
