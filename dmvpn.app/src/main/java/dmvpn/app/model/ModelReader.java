package dmvpn.app.model;

import dmvpn.app.RequestException;
import dmvpn.app.problem.Problem;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.dsl.load.LoadedModel;
import dmvpn.dsl.load.ModelLoader;
import dmvpn.dsl.resource.DmvpnResource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads models from files and folders. Not for use by several threads at once. */
public final class ModelReader {

    private final ModelLoader loader;

    /** @param loader loader of the language */
    public ModelReader(ModelLoader loader) {
        this.loader = loader;
    }

    /** A reader for use outside of Eclipse. */
    public static ModelReader standalone() {
        return new ModelReader(ModelLoader.create());
    }

    /**
     * Reads models.
     *
     * @param paths files and folders; of a folder all models in it and below, by name
     * @return what was read until the monitor cancelled; what cannot be read is there with a problem
     */
    public List<ReadModel> read(List<Path> paths, ProgressMonitor monitor) {
        List<ReadModel> models = new ArrayList<>();
        for (Path path : paths) {
            if (monitor.isCancelled()) {
                break;
            }
            monitor.begin("read " + path);
            loader.loadAll(List.of(path)).forEach(loaded -> models.add(convert(loaded)));
        }
        return models;
    }

    /**
     * Reads the one model that is meant.
     *
     * @param path a file, or a folder with one model
     * @throws RequestException when a folder holds several models
     */
    public ReadModel readOne(Path path, ProgressMonitor monitor) throws RequestException {
        List<ReadModel> models = read(List.of(path), monitor);
        if (models.size() != 1) {
            throw new RequestException("'" + path + "' holds " + models.size() + " models: name one of "
                    + String.join(", ", models.stream().map(ReadModel::file).toList()));
        }
        return models.getFirst();
    }

    private static ReadModel convert(LoadedModel loaded) {
        List<Problem> problems = loaded.findings().stream()
                .map(finding -> Problem.of(loaded.file(), finding)).sorted().distinct().toList();
        return new ReadModel(
                loaded.file(), loaded.resource().map(DmvpnResource::model), loaded.network(), problems);
    }
}
