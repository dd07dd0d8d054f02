package dmvpn.app.model;

import dmvpn.app.RequestException;
import dmvpn.app.problem.Problem;
import dmvpn.app.problem.SuppressedProblem;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.rules.DefectRule;
import dmvpn.dsl.load.LoadMonitor;
import dmvpn.dsl.load.LoadedModel;
import dmvpn.dsl.load.ModelLoader;
import dmvpn.dsl.origins.LineIndex;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.network.rules.Finding;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** A reader of the same models on a platform. */
    public ModelReader onPlatform(PlatformChoice platform) {
        return new ModelReader(loader.onPlatform(platform.ofAll()));
    }

    /**
     * Reads models.
     *
     * @param paths files and folders; of a folder all models in it and below, by name. A file that another one imports is a
     *     part of that model
     * @return what was read until the monitor cancelled; what cannot be read, or makes the
     *     product fail, is there with a problem
     */
    public List<ReadModel> read(List<Path> paths, ProgressMonitor monitor) {
        return loader.loadAll(paths, new LoadMonitor() {
            @Override
            public void begin(Path path) {
                monitor.begin("read " + path);
            }

            @Override
            public boolean isCancelled() {
                return monitor.isCancelled();
            }

            @Override
            public Optional<Finding> defect(String file, Throwable failure) {
                // One file on which the product fails must not hide what is wrong with the others.
                return Optional.of(DefectRule.finding(file, failure));
            }
        }).stream().map(ModelReader::convert).toList();
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

    /**
     * Reads a model as if its file said something else.
     *
     * @param text what it says instead
     * @param imported what files say instead that it imports; those that are not named are read
     */
    public ReadModel read(Path file, String text, Map<Path, String> imported) {
        return convert(loader.load(file, text, imported));
    }

    private static ReadModel convert(LoadedModel loaded) {
        LineIndex lines = new LineIndex(loaded.resource().map(DmvpnResource::text).orElse(""));
        List<Problem> problems = loaded.findings().stream()
                .map(finding -> problem(loaded.file(), finding, lines)).sorted().distinct().toList();
        List<SuppressedProblem> suppressed = loaded.suppressed().stream()
                .map(hidden -> new SuppressedProblem(problem(loaded.file(), hidden.finding(), lines), hidden.reason()))
                .sorted(Comparator.comparing(SuppressedProblem::problem)).distinct().toList();
        return new ReadModel(loaded.file(), loaded.resource().map(DmvpnResource::model), loaded.network(), problems,
                suppressed, loaded.project().findings().stream().map(finding -> Problem.of("", finding)).toList());
    }

    /** The lines are those of the model's own file. */
    private static Problem problem(String file, Finding finding, LineIndex lines) {
        return finding.origin().file().equals(file) ? Problem.of(file, finding, lines) : Problem.of(file, finding);
    }
}
