package dmvpn.diagram.notation;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that a picture of a model shows.
 *
 * @param title name of the network
 * @param clouds overlay clouds in text order
 * @param transports transports in text order
 * @param hubs hubs in text order
 * @param spokes spokes, families and exceptions of families in text order
 * @param connections lines between them; both ends are in the lists
 * @param plainRouters routers that are no members of clouds, in text order
 * @param hosts hosts in text order
 */
public record Diagram(
        String title,
        List<CloudNode> clouds,
        List<TransportNode> transports,
        List<RouterNode> hubs,
        List<RouterNode> spokes,
        List<Connection> connections,
        List<RouterNode> plainRouters,
        List<HostNode> hosts) {

    /** Keeps immutable copies of the lists. */
    public Diagram {
        clouds = List.copyOf(clouds);
        transports = List.copyOf(transports);
        hubs = List.copyOf(hubs);
        spokes = List.copyOf(spokes);
        connections = List.copyOf(connections);
        plainRouters = List.copyOf(plainRouters);
        hosts = List.copyOf(hosts);
    }

    /** A diagram of hubs and spokes alone. */
    public Diagram(String title, List<CloudNode> clouds, List<TransportNode> transports, List<RouterNode> hubs,
            List<RouterNode> spokes, List<Connection> connections) {
        this(title, clouds, transports, hubs, spokes, connections, List.of(), List.of());
    }

    /** Hubs, plain routers and spokes. */
    public List<RouterNode> routers() {
        List<RouterNode> all = new ArrayList<>(hubs);
        all.addAll(plainRouters);
        all.addAll(spokes);
        return all;
    }

    /** True when there is no node at all. */
    public boolean isEmpty() {
        return clouds.isEmpty() && transports.isEmpty() && routers().isEmpty();
    }
}
