package dmvpn.app.draw;

import dmvpn.app.RequestException;
import dmvpn.app.files.AtomicFiles;
import dmvpn.app.model.ModelReader;
import dmvpn.app.model.ReadModel;
import dmvpn.app.problem.Problem;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.diagram.layout.DmvpnLayout;
import dmvpn.diagram.layout.PlacedDiagram;
import dmvpn.diagram.layout.Positions;
import dmvpn.diagram.notation.CloudNode;
import dmvpn.diagram.notation.Diagram;
import dmvpn.diagram.notation.DiagramNotation;
import dmvpn.diagram.notation.DiagramView;
import dmvpn.diagram.notation.DrawnModel;
import dmvpn.diagram.notation.ProblemDecorations;
import dmvpn.diagram.notation.RouterNode;
import dmvpn.diagram.svg.SvgWriter;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.resource.DmvpnResource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

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

    /** Draws all of a model. */
    public DrawResult draw(Path path, Path picture, ProgressMonitor monitor) throws RequestException, IOException {
        return draw(path, picture, DrawRequest.ALL, monitor);
    }

    /**
     * Draws a model. Nodes that somebody has moved stand where its layout file says.
     *
     * @param path a file, or a folder with one model
     * @param picture file to write, whole or not at all; its ending says the format
     * @throws RequestException when the folder has several models, when the model has not what is to be seen, or when there
     *     are no fonts to paint with
     * @throws IOException when a file cannot be read or written
     */
    public DrawResult draw(Path path, Path picture, DrawRequest request, ProgressMonitor monitor)
            throws RequestException, IOException {
        ReadModel model = reader.readOne(path, monitor);
        if (model.text().isEmpty()) {
            return new DrawResult(model.problems(), Optional.empty());
        }
        monitor.begin("draw " + model.file());
        DiagramView view = request.view();
        refuseUnknown(model.text().get(), request);
        DrawnModel drawn = DiagramNotation.drawn(model.text().get(), title(path), view);
        Positions positions = LayoutFile.read(Path.of(model.file())).adaptedTo(drawn.ids());
        PictureFormat format = PictureFormat.of(picture);
        PlacedDiagram placed = DmvpnLayout.place(drawn.diagram(), positions);
        String svg = SvgWriter.write(request.problems() ? marked(placed, drawn, model.text().get()) : placed, request.theme(format));
        AtomicFiles.write(picture, format.bytes(svg));
        return new DrawResult(model.problems(), Optional.of(picture));
    }

    private static PlacedDiagram marked(PlacedDiagram placed, DrawnModel drawn, Model model) {
        return model.eResource() instanceof DmvpnResource resource ? placed.withProblems(ProblemDecorations.of(drawn, resource)) : placed;
    }

    /** What the picture of all of a model shows; the model has a text. */
    public static Diagram drawn(ReadModel model) {
        return notation(model).diagram();
    }

    /**
     * The picture of all of a model as SVG, in colours that follow the reader's screen, for pages that have it in them. The model
     * has a text; nodes that somebody has moved stand where its layout file says.
     *
     * @throws IOException when the layout file cannot be read
     */
    public static String svg(ReadModel model) throws IOException {
        DrawnModel drawn = notation(model);
        Positions positions = LayoutFile.read(Path.of(model.file())).adaptedTo(drawn.ids());
        return SvgWriter.write(DmvpnLayout.place(drawn.diagram(), positions));
    }

    private static DrawnModel notation(ReadModel model) {
        return DiagramNotation.drawn(model.text().orElseThrow(), title(Path.of(model.file())));
    }

    private static void refuseUnknown(Model model, DrawRequest request) throws RequestException {
        DrawnModel all = DiagramNotation.drawn(model, "");
        refuseUnknown("cloud", request.clouds(), all.diagram().clouds().stream().map(CloudNode::label).toList());
        List<String> sites = new ArrayList<>();
        for (RouterNode router : all.diagram().routers()) {
            sites.add(router.label().replaceFirst("\\[.*", ""));
            sites.add(router.site());
        }
        refuseUnknown("site", request.sites(), sites);
    }

    private static void refuseUnknown(String kind, Collection<String> wanted, List<String> known) throws RequestException {
        for (String name : new TreeSet<>(wanted)) {
            if (!known.contains(name)) {
                List<String> names = known.stream().filter(each -> !each.isEmpty()).distinct().sorted().toList();
                throw new RequestException("There is no " + kind + " " + name + (names.isEmpty() ? "" : ": the model has "
                        + String.join(", ", names)));
            }
        }
    }

    /** What the picture is called when the model does not say. */
    private static String title(Path path) {
        String name = path.toAbsolutePath().normalize().getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
