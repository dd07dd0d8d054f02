package dmvpn.app.draw;

import dmvpn.app.RequestException;
import dmvpn.app.files.AtomicFiles;
import dmvpn.app.model.ModelReader;
import dmvpn.app.model.ReadModel;
import dmvpn.app.problem.Problem;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.diagram.layout.DmvpnLayout;
import dmvpn.diagram.notation.DiagramNotation;
import dmvpn.diagram.svg.SvgWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Draws the topology of a model. A model with errors is drawn as far as it says something, as in the editor. */
public final class DrawService {

    private final ModelReader reader;

    /** @param reader reads the models */
    public DrawService(ModelReader reader) {
        this.reader = reader;
    }

    /**
     * What came of a drawing.
     *
     * @param problems what is wrong with the model
     * @param file the picture; empty when the model cannot be read at all
     */
    public record DrawResult(List<Problem> problems, Optional<Path> file) {

        /** Keeps an immutable copy of the list. */
        public DrawResult {
            problems = List.copyOf(problems);
        }

        /** True when the model is wrong, so that the picture may lack something. */
        public boolean hasErrors() {
            return problems.stream().anyMatch(Problem::isError);
        }
    }

    /**
     * Draws a model as SVG.
     *
     * @param path a file, or a folder with one model
     * @param svg file to write, whole or not at all
     * @throws RequestException when the folder has several models
     * @throws IOException when the file cannot be written
     */
    public DrawResult draw(Path path, Path svg, ProgressMonitor monitor) throws RequestException, IOException {
        ReadModel model = reader.readOne(path, monitor);
        if (model.text().isEmpty()) {
            return new DrawResult(model.problems(), Optional.empty());
        }
        monitor.begin("draw " + model.file());
        AtomicFiles.write(svg, SvgWriter.write(DmvpnLayout.place(DiagramNotation.of(model.text().get(), title(path)))));
        return new DrawResult(model.problems(), Optional.of(svg));
    }

    /** What the picture is called when the model does not say. */
    private static String title(Path path) {
        String name = path.toAbsolutePath().normalize().getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
