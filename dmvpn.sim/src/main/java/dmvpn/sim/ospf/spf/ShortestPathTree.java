package dmvpn.sim.ospf.spf;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.database.LinkStateDatabase;
import dmvpn.sim.ospf.message.LinkStateAdvertisement;
import dmvpn.sim.ospf.message.LinkStateBody;
import dmvpn.sim.ospf.message.LinkStateBody.LinkKind;
import dmvpn.sim.ospf.message.LinkStateBody.RouterLink;
import dmvpn.sim.ospf.message.LinkStateKey;
import dmvpn.sim.ospf.message.LinkStateType;
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
 * them, then the stub networks at the routers. Costs the number of links times the logarithm of the number of vertices.
 */
public final class ShortestPathTree {

    /** A router, or a network with a designated router. */
    private static final class Vertex {
        private final LinkStateAdvertisement advertisement;
        private final long cost;
        private final TreeSet<NextHop> nextHops = new TreeSet<>();
        private boolean replaced;

        Vertex(LinkStateAdvertisement advertisement, long cost) {
            this.advertisement = advertisement;
            this.cost = cost;
        }

        LinkStateKey key() {
            return advertisement.key();
        }

        boolean isNetwork() {
            return advertisement.body() instanceof LinkStateBody.Network;
        }
    }

    /** Networks before routers of the same cost, so that all their equal paths are found (section 16.1, step 3). */
    private static final Comparator<Vertex> NEAREST_FIRST = Comparator.comparingLong((Vertex vertex) -> vertex.cost)
            .thenComparing(vertex -> !vertex.isNetwork()).thenComparing(Vertex::key);

    private final LinkStateDatabase database;
    private final long area;
    private final Ipv4Address root;
    private final OwnLinks ownLinks;
    private final long nowNanos;
    private final Map<LinkStateKey, Vertex> candidates = new HashMap<>();
    private final PriorityQueue<Vertex> queue = new PriorityQueue<>(NEAREST_FIRST);
    private final Map<LinkStateKey, Vertex> tree = new HashMap<>();
    private final List<Vertex> routers = new ArrayList<>();
    private final Map<IpPrefix, NetworkPath> networks = new TreeMap<>();

    private ShortestPathTree(LinkStateDatabase database, long area, Ipv4Address root, OwnLinks ownLinks, long nowNanos) {
        this.database = database;
        this.area = area;
        this.root = root;
        this.ownLinks = ownLinks;
        this.nowNanos = nowNanos;
    }

    /**
     * Finds the shortest paths of an area.
     *
     * @param database advertisements of the area
     * @param area its number
     * @param root router ID of the router that calculates
     * @param ownLinks its interfaces
     * @param nowNanos the instant, for the ages of advertisements
     */
    public static AreaPaths calculate(LinkStateDatabase database, long area, Ipv4Address root, OwnLinks ownLinks,
            long nowNanos) {
        return new ShortestPathTree(database, area, root, ownLinks, nowNanos).calculate();
    }

    private AreaPaths calculate() {
        LinkStateAdvertisement own = router(root);
        if (own == null) {
            return new AreaPaths(Map.of(), Map.of());
        }
        add(new Vertex(own, 0));
        while (!queue.isEmpty()) {
            Vertex nearest = queue.poll();
            if (!nearest.replaced) {
                candidates.remove(nearest.key());
                tree.put(nearest.key(), nearest);
                visit(nearest);
            }
        }
        routers.forEach(this::addStubs);
        Map<Ipv4Address, RouterPath> reached = new TreeMap<>();
        for (Vertex vertex : routers) {
            if (!vertex.key().id().equals(root)) {
                LinkStateBody.Router body = (LinkStateBody.Router) vertex.advertisement.body();
                reached.put(vertex.key().id(), new RouterPath(vertex.key().id(), area, false, vertex.cost, body.border(),
                        body.boundary(), vertex.nextHops));
            }
        }
        return new AreaPaths(reached, networks);
    }

    private void add(Vertex vertex) {
        candidates.put(vertex.key(), vertex);
        queue.add(vertex);
    }

    private void visit(Vertex vertex) {
        if (vertex.advertisement.body() instanceof LinkStateBody.Network network) {
            merge(vertex.advertisement.prefix(network.maskLength()), vertex.cost, vertex.nextHops);
            for (Ipv4Address member : network.routers()) {
                LinkStateAdvertisement router = router(member);
                if (router != null && !tree.containsKey(router.key()) && leadsToNetwork(router, vertex.key().id())) {
                    relax(vertex, null, router, 0);
                }
            }
            return;
        }
        routers.add(vertex);
        for (RouterLink link : ((LinkStateBody.Router) vertex.advertisement.body()).links()) {
            switch (link.kind()) {
                case STUB -> { } // in the second stage
                case POINT_TO_POINT -> {
                    LinkStateAdvertisement far = router(link.id());
                    if (far != null && !tree.containsKey(far.key()) && leadsToRouter(far, vertex.key().id())) {
                        relax(vertex, link, far, link.metric());
                    }
                }
                case TRANSIT -> transitNetwork(link.id(), vertex.key().id())
                        .ifPresent(network -> relax(vertex, link, network, link.metric()));
            }
        }
    }

    /** A network that is not in the tree yet. Several may have one id for a while, when the address of a designated router went to another one. */
    private Optional<LinkStateAdvertisement> transitNetwork(Ipv4Address id, Ipv4Address member) {
        for (DatabaseEntry entry : database.entries(LinkStateType.NETWORK, id)) {
            if (!tree.containsKey(entry.key()) && !entry.isMaxAge(nowNanos)
                    && ((LinkStateBody.Network) entry.advertisement().body()).routers().contains(member)) {
                return Optional.of(entry.advertisement());
            }
        }
        return Optional.empty();
    }

    private LinkStateAdvertisement router(Ipv4Address id) {
        DatabaseEntry entry = database.get(new LinkStateKey(LinkStateType.ROUTER, id, id));
        return entry == null || entry.isMaxAge(nowNanos) ? null : entry.advertisement();
    }

    private static boolean leadsToRouter(LinkStateAdvertisement router, Ipv4Address back) {
        return hasLink(router, LinkKind.POINT_TO_POINT, back);
    }

    private static boolean leadsToNetwork(LinkStateAdvertisement router, Ipv4Address network) {
        return hasLink(router, LinkKind.TRANSIT, network);
    }

    private static boolean hasLink(LinkStateAdvertisement router, LinkKind kind, Ipv4Address id) {
        for (RouterLink link : ((LinkStateBody.Router) router.body()).links()) {
            if (link.kind() == kind && link.id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private void relax(Vertex parent, RouterLink link, LinkStateAdvertisement far, int metric) {
        long cost = parent.cost + metric;
        Vertex known = candidates.get(far.key());
        if (known != null && known.cost < cost) {
            return;
        }
        TreeSet<NextHop> nextHops = nextHops(parent, link, far);
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
        Vertex nearer = new Vertex(far, cost);
        nearer.nextHops.addAll(nextHops);
        add(nearer);
    }

    /** The first steps to a vertex behind another one (section 16.1.1). */
    private TreeSet<NextHop> nextHops(Vertex parent, RouterLink link, LinkStateAdvertisement far) {
        TreeSet<NextHop> found = new TreeSet<>();
        if (!parent.isNetwork() && parent.key().id().equals(root)) {
            ownLinks.of(link).ifPresent(own -> found.add(new NextHop(own.interfaceName(),
                    far.body() instanceof LinkStateBody.Router router
                            ? addressOn(router, LinkKind.POINT_TO_POINT, root, own.network()) : Optional.empty())));
            return found;
        }
        for (NextHop step : parent.nextHops) {
            if (step.address().isPresent() || !parent.isNetwork()) {
                found.add(step);
            } else {
                IpPrefix network =
                        parent.advertisement.prefix(((LinkStateBody.Network) parent.advertisement.body()).maskLength());
                addressOn((LinkStateBody.Router) far.body(), LinkKind.TRANSIT, parent.key().id(), network)
                        .ifPresent(address -> found.add(step.towards(address)));
            }
        }
        return found;
    }

    /** The address of a router on a link; of several links the one on the same network. */
    private static Optional<Ipv4Address> addressOn(LinkStateBody.Router router, LinkKind kind, Ipv4Address id,
            IpPrefix network) {
        Ipv4Address any = null;
        for (RouterLink link : router.links()) {
            if (link.kind() == kind && link.id().equals(id)) {
                if (network.contains(link.data())) {
                    return Optional.of(link.data());
                }
                any = any == null ? link.data() : any;
            }
        }
        return Optional.ofNullable(any);
    }

    private void addStubs(Vertex router) {
        boolean isRoot = router.key().id().equals(root);
        for (RouterLink link : ((LinkStateBody.Router) router.advertisement.body()).links()) {
            if (link.kind() == LinkKind.STUB) {
                TreeSet<NextHop> nextHops = router.nextHops;
                if (isRoot) {
                    nextHops = new TreeSet<>();
                    ownLinks.of(link).map(own -> new NextHop(own.interfaceName(), Optional.empty())).ifPresent(nextHops::add);
                }
                int length = Integer.bitCount(link.data().bits());
                merge(IpPrefix.containing(link.id(), length), router.cost + link.metric(), nextHops);
            }
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
