package dmvpn.app.alarms;

import dmvpn.app.model.ModelReader;
import dmvpn.app.model.ReadModel;
import dmvpn.app.problem.Problem;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.dsl.load.ModelLoader;
import dmvpn.network.CompiledNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A model file that is checked and run. */
record TestedModel(Path file) {

    static final Path LABS = Path.of("src", "test", "resources", "labs");
    static final Path DECOYS = LABS.resolve("decoys");
    static final Path EXAMPLES = Path.of("..", "examples");

    /** All models of a folder; those below it too when asked. */
    static List<TestedModel> in(Path folder, boolean below) {
        try (Stream<Path> files = Files.walk(folder, below ? Integer.MAX_VALUE : 1)) {
            return files.filter(file -> file.toString().endsWith(".dmvpn")).sorted().map(TestedModel::new).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Name of the file without its extension. */
    String name() {
        return file.getFileName().toString().replace(".dmvpn", "");
    }

    /** What is found in it, once each, as {@code severity rule}; what says that something is not simulated is left out. */
    List<String> findings() {
        return problems().stream().filter(problem -> !problem.ruleId().equals("L-NOT-SIMULATED"))
                .map(problem -> problem.severity() + " " + problem.ruleId()).distinct().sorted().toList();
    }

    /** All that is found, as people read it. */
    List<Problem> problems() {
        return read().problems();
    }

    /** What the model means. */
    CompiledNetwork network() {
        return read().network().orElseThrow();
    }

    /**
     * What the model means with version 2 of IKE where it has version 1, which is not simulated. The exchange differs in
     * messages, not in who may talk to whom.
     */
    CompiledNetwork networkWithIkeVersion2() {
        try {
            String text = Files.readString(file);
            return text.contains("ike v1 main")
                    ? ModelLoader.create().parse(file.toString(), text.replace("ike v1 main", "ike v2")).network().orElseThrow()
                    : network();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ReadModel read() {
        return ModelReader.standalone().read(List.of(file), ProgressMonitor.NONE).getFirst();
    }

    @Override
    public String toString() {
        return file.getParent().getFileName() + "/" + name();
    }
}
