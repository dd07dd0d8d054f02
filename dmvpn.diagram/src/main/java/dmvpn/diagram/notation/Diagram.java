package dmvpn.diagram.notation;

import java.util.List;

/**
 * Everything that a picture of a model shows.
 *
 * @param title name of the network
 * @param clouds overlay clouds in text order
 * @param transports transports in text order
 * @param hubs hubs in text order
 * @param spokes spokes, families and exceptions of families in text order
 * @param connections lines between them; both ends are in the lists above
 */
public record Diagram(
        String title,
        List<CloudNode> clouds,
        List<TransportNode> transports,
        List<RouterNode> hubs,
        List<RouterNode> spokes,
        List<Connection> connections) {

    /** Keeps immutable copies of the lists. */
    public Diagram {
        clouds = List.copyOf(clouds);
        transports = List.copyOf(transports);
        hubs = List.copyOf(hubs);
        spokes = List.copyOf(spokes);
        connections = List.copyOf(connections);
    }

    /** True when there is no node at all. */
    public boolean isEmpty() {
        return clouds.isEmpty() && transports.isEmpty() && hubs.isEmpty() && spokes.isEmpty();
    }
}
