package dmvpn.app.model;

import dmvpn.app.RequestException;
import dmvpn.app.problem.Problem;
import dmvpn.app.problem.SuppressedProblem;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.rules.DefectRule;
import dmvpn.dsl.load.LoadedModel;
import dmvpn.dsl.load.ModelLoader;
import dmvpn.dsl.origins.LineIndex;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.network.rules.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
     * @return what was read until the monitor cancelled; what cannot be read, or makes the
     *     product fail, is there with a problem
     */
    public List<ReadModel> read(List<Path> paths, ProgressMonitor monitor) {
        List<ReadModel> models = new ArrayList<>();
        for (Path path : paths) {
            if (monitor.isCancelled()) {
                break;
            }
            monitor.begin("read " + path);
            models.addAll(load(path));
        }
        return models;
    }

    /** One file on which the product fails must not hide what is wrong with the others. */
    private List<ReadModel> load(Path path) {
        try {
            return loader.loadAll(List.of(path)).stream().map(ModelReader::convert).toList();
        } catch (RuntimeException | StackOverflowError defect) {
            return Files.isDirectory(path) ? loadOneByOne(path, defect) : List.of(failedOn(path, defect));
        }
    }

    /** Finds out which files of a folder are to blame. */
    private List<ReadModel> loadOneByOne(Path folder, Throwable defect) {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> file.toString().endsWith("." + ModelLoader.FILE_EXTENSION))
                    .filter(Files::isRegularFile).sorted().flatMap(file -> load(file).stream()).toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of(failedOn(folder, defect));
        }
    }

    private static ReadModel failedOn(Path path, Throwable defect) {
        return convert(LoadedModel.refused(path.toString(), DefectRule.finding(path.toString(), defect)));
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
