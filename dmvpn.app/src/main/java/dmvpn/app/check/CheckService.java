package dmvpn.app.check;

import dmvpn.app.model.ModelReader;
import dmvpn.app.model.ReadModel;
import dmvpn.app.problem.Problem;
import dmvpn.app.progress.ProgressMonitor;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Checks models against all rules, those of the language and those of the network. */
public final class CheckService {

    private final ModelReader reader;

    /** @param reader reads the models */
    public CheckService(ModelReader reader) {
        this.reader = reader;
    }

    /**
     * Checks models.
     *
     * @param paths files and folders; what cannot be read is a problem
     */
    public CheckResult check(List<Path> paths, ProgressMonitor monitor) {
        List<ReadModel> models = reader.read(paths, monitor);
        // One rules file serves many models, and is wrong once; so is a file that several models import.
        Stream<Problem> ofProjects = models.stream().flatMap(model -> model.projectProblems().stream()).distinct().sorted();
        return new CheckResult(models.stream().map(ReadModel::file).distinct().toList(),
                Stream.concat(ofProjects, models.stream().flatMap(model -> model.problems().stream())).distinct().toList(),
                models.stream().flatMap(model -> model.suppressed().stream()).distinct().toList(), List.of());
    }
}
