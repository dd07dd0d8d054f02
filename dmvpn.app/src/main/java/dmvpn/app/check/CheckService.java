package dmvpn.app.check;

import dmvpn.app.model.ModelReader;
import dmvpn.app.model.ReadModel;
import dmvpn.app.progress.ProgressMonitor;
import java.nio.file.Path;
import java.util.List;

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
        return new CheckResult(models.size(), models.stream().flatMap(model -> model.problems().stream()).toList());
    }
}
