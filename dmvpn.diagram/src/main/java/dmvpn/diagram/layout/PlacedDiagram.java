package dmvpn.diagram.layout;

import dmvpn.diagram.notation.Diagram;
import java.util.List;

/**
 * A diagram with a place for everything.
 *
 * @param diagram what is drawn
 * @param bounds the whole picture
 * @param clouds overlay clouds
 * @param transports transports
 * @param routers hubs, then spokes
 * @param connections lines
 * @param texts title and legend
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
        SpokeSlots slots) {

    /** Keeps immutable copies of the lists. */
    public PlacedDiagram {
        clouds = List.copyOf(clouds);
        transports = List.copyOf(transports);
        routers = List.copyOf(routers);
        connections = List.copyOf(connections);
        texts = List.copyOf(texts);
    }
}
