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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * The shortest-path tree of one area, rooted in one router (RFC 2328 section 16.1): first routers and the networks between
 * them, then the prefixes at them. Costs the number of links times the logarithm of the number of vertices.
 */
final class ShortestPathTree {

    /** A router, or a network with a designated router. */
    private static final class Vertex implements Comparable<Vertex> {
        private final LinkStateKey key;
        private final long cost;
        /** In order. */
        private List<NextHop> nextHops;
        private boolean onTree;
        /** A nearer way to the same was found before this one was visited. */
        private boolean replaced;

        Vertex(LinkStateKey key, long cost, List<NextHop> nextHops) {
            this.key = key;
            this.cost = cost;
            this.nextHops = nextHops;
        }

        boolean isNetwork() {
            return key.type() == LinkStateType.NETWORK;
        }

        /** Networks before routers of the same cost, so that all their equal paths are found (section 16.1, step 3). */
        @Override
        public int compareTo(Vertex other) {
            int byCost = Long.compare(cost, other.cost);
            int byKind = byCost != 0 ? byCost : Boolean.compare(!isNetwork(), !other.isNetwork());
            return byKind != 0 ? byKind : key.compareTo(other.key);
        }
    }

    private final AreaGraph graph;
    private final long area;
    /** The nearest known way to each: candidates, and what is on the tree. */
    private final Map<LinkStateKey, Vertex> known = new HashMap<>();
    private final PriorityQueue<Vertex> queue = new PriorityQueue<>();
    /** In the order of their distance. */
    private final List<Vertex> vertices = new ArrayList<>();
    private final Map<IpPrefix, NetworkPath> networks = new HashMap<>();

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
        add(new Vertex(root, 0, List.of()));
        while (!queue.isEmpty()) {
            Vertex nearest = queue.poll();
            if (!nearest.replaced) {
                nearest.onTree = true;
                vertices.add(nearest);
                visit(nearest);
            }
        }
        Map<Ipv4Address, RouterPath> reached = new HashMap<>();
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
        known.put(vertex.key, vertex);
        queue.add(vertex);
    }

    private boolean isOffTree(LinkStateKey key) {
        Vertex vertex = known.get(key);
        return vertex == null || !vertex.onTree;
    }

    private void visit(Vertex vertex) {
        for (Edge edge : graph.edges(vertex.key, this::isOffTree)) {
            relax(vertex, edge);
        }
    }

    private void relax(Vertex parent, Edge edge) {
        long cost = parent.cost + edge.metric();
        Vertex candidate = known.get(edge.target());
        if (candidate != null && candidate.cost < cost) {
            return;
        }
        List<NextHop> nextHops = nextHops(parent, edge);
        if (nextHops.isEmpty()) {
            return;
        }
        if (candidate != null && candidate.cost == cost) {
            candidate.nextHops = NextHop.union(candidate.nextHops, nextHops);
            return;
        }
        if (candidate != null) {
            candidate.replaced = true;
        }
        add(new Vertex(edge.target(), cost, nextHops));
    }

    /** The first steps to a vertex behind another one (section 16.1.1). */
    private List<NextHop> nextHops(Vertex parent, Edge edge) {
        if (isRoot(parent)) {
            return edge.step().map(List::of).orElse(List.of());
        }
        if (!parent.isNetwork()) {
            return parent.nextHops;
        }
        TreeSet<NextHop> found = new TreeSet<>();
        for (NextHop step : parent.nextHops) {
            if (step.address().isPresent()) {
                found.add(step);
            } else {
                graph.addressOn(parent.key, edge.target(), step.interfaceName())
                        .ifPresent(address -> found.add(step.towards(address)));
            }
        }
        return List.copyOf(found);
    }

    private void addPrefixes(Vertex vertex) {
        for (PrefixAt at : graph.prefixes(vertex.key)) {
            List<NextHop> nextHops = isRoot(vertex)
                    ? at.ownInterface().map(name -> List.of(new NextHop(name, Optional.empty()))).orElse(List.of())
                    : vertex.nextHops;
            merge(at.prefix(), vertex.cost + at.metric(), nextHops);
        }
    }

    private void merge(IpPrefix prefix, long cost, List<NextHop> nextHops) {
        NetworkPath path = networks.get(prefix);
        if (path == null || cost < path.cost()) {
            networks.put(prefix, new NetworkPath(cost, nextHops));
        } else if (cost == path.cost()) {
            networks.put(prefix, new NetworkPath(cost, NextHop.union(path.nextHops(), nextHops)));
        }
    }
}
