package dmvpn.sim.ospf.spf;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.ospf.message.LinkStateKey;
import dmvpn.sim.ospf.message.LinkStateType;
import dmvpn.sim.ospf.spf.AreaGraph.Edge;
import dmvpn.sim.ospf.spf.AreaGraph.PrefixAt;
import dmvpn.sim.ospf.spf.AreaGraph.Role;
import dmvpn.sim.ospf.spf.AreaPaths.NetworkPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The shortest-path tree of one area, rooted in one router (RFC 2328 section 16.1): first routers and the networks between
 * them, then the prefixes at them. Costs the number of links times the logarithm of the number of vertices.
 */
final class ShortestPathTree {

    /** A router, or a network with a designated router. */
    private static final class Vertex {
        private final LinkStateKey key;
        private final long cost;
        private final TreeSet<NextHop> nextHops = new TreeSet<>();
        private boolean replaced;

        Vertex(LinkStateKey key, long cost) {
            this.key = key;
            this.cost = cost;
        }

        boolean isNetwork() {
            return key.type() == LinkStateType.NETWORK;
        }
    }

    /** Networks before routers of the same cost, so that all their equal paths are found (section 16.1, step 3). */
    private static final Comparator<Vertex> NEAREST_FIRST = Comparator.comparingLong((Vertex vertex) -> vertex.cost)
            .thenComparing(vertex -> !vertex.isNetwork()).thenComparing(vertex -> vertex.key);

    private final AreaGraph graph;
    private final long area;
    private final Map<LinkStateKey, Vertex> candidates = new HashMap<>();
    private final PriorityQueue<Vertex> queue = new PriorityQueue<>(NEAREST_FIRST);
    private final Map<LinkStateKey, Vertex> tree = new HashMap<>();
    /** In the order of their distance. */
    private final List<Vertex> vertices = new ArrayList<>();
    private final Map<IpPrefix, NetworkPath> networks = new TreeMap<>();

    private ShortestPathTree(AreaGraph graph, long area) {
        this.graph = graph;
        this.area = area;
    }

    /**
     * Finds the shortest paths of an area.
     *
     * @param area its number
     * @param root router ID of the router that calculates
     */
    static AreaPaths calculate(AreaGraph graph, long area, Ipv4Address root) {
        return graph.router(root).map(own -> new ShortestPathTree(graph, area).calculate(own))
                .orElseGet(() -> new AreaPaths(Map.of(), Map.of()));
    }

    private AreaPaths calculate(LinkStateKey root) {
        add(new Vertex(root, 0));
        while (!queue.isEmpty()) {
            Vertex nearest = queue.poll();
            if (!nearest.replaced) {
                candidates.remove(nearest.key);
                tree.put(nearest.key, nearest);
                vertices.add(nearest);
                visit(nearest);
            }
        }
        Map<Ipv4Address, RouterPath> reached = new TreeMap<>();
        for (Vertex vertex : vertices) {
            addPrefixes(vertex);
            if (!vertex.isNetwork() && !isRoot(vertex)) {
                Ipv4Address id = vertex.key.advertisingRouter();
                Role role = graph.role(vertex.key);
                reached.put(id, new RouterPath(id, area, false, vertex.cost, role.border(), role.boundary(), vertex.nextHops));
            }
        }
        return new AreaPaths(reached, networks);
    }

    private boolean isRoot(Vertex vertex) {
        return vertex == vertices.getFirst();
    }

    private void add(Vertex vertex) {
        candidates.put(vertex.key, vertex);
        queue.add(vertex);
    }

    private void visit(Vertex vertex) {
        for (Edge edge : graph.edges(vertex.key)) {
            if (!tree.containsKey(edge.target())) {
                relax(vertex, edge);
            }
        }
    }

    private void relax(Vertex parent, Edge edge) {
        long cost = parent.cost + edge.metric();
        Vertex known = candidates.get(edge.target());
        if (known != null && known.cost < cost) {
            return;
        }
        TreeSet<NextHop> nextHops = nextHops(parent, edge);
        if (nextHops.isEmpty()) {
            return;
        }
        if (known != null && known.cost == cost) {
            known.nextHops.addAll(nextHops);
            return;
        }
        if (known != null) {
            known.replaced = true;
        }
        Vertex nearer = new Vertex(edge.target(), cost);
        nearer.nextHops.addAll(nextHops);
        add(nearer);
    }

    /** The first steps to a vertex behind another one (section 16.1.1). */
    private TreeSet<NextHop> nextHops(Vertex parent, Edge edge) {
        TreeSet<NextHop> found = new TreeSet<>();
        if (isRoot(parent)) {
            edge.step().ifPresent(found::add);
            return found;
        }
        for (NextHop step : parent.nextHops) {
            if (step.address().isPresent() || !parent.isNetwork()) {
                found.add(step);
            } else {
                graph.addressOn(parent.key, edge.target(), step.interfaceName())
                        .ifPresent(address -> found.add(step.towards(address)));
            }
        }
        return found;
    }

    private void addPrefixes(Vertex vertex) {
        for (PrefixAt at : graph.prefixes(vertex.key)) {
            TreeSet<NextHop> nextHops = vertex.nextHops;
            if (isRoot(vertex)) {
                nextHops = new TreeSet<>();
                at.ownInterface().map(name -> new NextHop(name, Optional.empty())).ifPresent(nextHops::add);
            }
            merge(at.prefix(), vertex.cost + at.metric(), nextHops);
        }
    }

    private void merge(IpPrefix prefix, long cost, TreeSet<NextHop> nextHops) {
        NetworkPath known = networks.get(prefix);
        if (known == null || cost < known.cost()) {
            networks.put(prefix, new NetworkPath(cost, new TreeSet<>(nextHops)));
        } else if (cost == known.cost()) {
            known.nextHops().addAll(nextHops);
        }
    }
}
