package dmvpn.diagram.layout;

import dmvpn.diagram.notation.Diagram;
import dmvpn.diagram.notation.NotationElement;
import dmvpn.diagram.notation.ProblemMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A diagram with a place for everything.
 *
 * @param diagram what is drawn
 * @param bounds the whole picture
 * @param clouds overlay clouds
 * @param transports transports
 * @param routers hubs, then plain routers, then spokes
 * @param connections lines
 * @param texts title and legend
 * @param marks hosts, sites and what stands on lines
 * @param slots places of the spokes, to be given to the next layout of the edited diagram
 */
public record PlacedDiagram(
        Diagram diagram,
        Box bounds,
        List<PlacedCloud> clouds,
        List<PlacedTransport> transports,
        List<PlacedRouter> routers,
        List<PlacedConnection> connections,
        List<PlacedText> texts,
        List<PlacedMark> marks,
        SpokeSlots slots) {

    /** Keeps immutable copies of the lists. */
    public PlacedDiagram {
        clouds = List.copyOf(clouds);
        transports = List.copyOf(transports);
        routers = List.copyOf(routers);
        connections = List.copyOf(connections);
        texts = List.copyOf(texts);
        marks = List.copyOf(marks);
    }

    /**
     * The same with problems at its nodes.
     *
     * @param problems what is wrong, by identifiers of nodes
     */
    public PlacedDiagram withProblems(Map<String, List<ProblemMark>> problems) {
        List<PlacedMark> all = new ArrayList<>(marks);
        routers.forEach(router -> add(problems, router.node().id(), router.card(), all));
        clouds.forEach(cloud -> add(problems, cloud.node().id(), cloud.bounds(), all));
        transports.forEach(transport -> add(problems, transport.node().id(), transport.band(), all));
        return new PlacedDiagram(diagram, bounds, clouds, transports, routers, connections, texts, all, slots);
    }

    private static void add(Map<String, List<ProblemMark>> problems, String id, Box node, List<PlacedMark> marks) {
        List<ProblemMark> here = problems.getOrDefault(id, List.of());
        if (!here.isEmpty()) {
            String says = here.stream().anyMatch(ProblemMark::isError) ? "!" : "?";
            PlacedMark mark = PlacedMark.startingAt(NotationElement.PROBLEM, id, says,
                    String.join("\n", here.stream().map(ProblemMark::message).toList()), 0, node.bottom(), node.width());
            marks.add(mark.movedTo(node.right() - mark.box().width() / 2));
        }
    }
}
