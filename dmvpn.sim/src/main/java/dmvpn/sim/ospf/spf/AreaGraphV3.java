package dmvpn.sim.ospf.spf;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.message.LinkStateAdvertisement;
import dmvpn.sim.ospf.message.LinkStateBodyV3;
import dmvpn.sim.ospf.message.LinkStateBodyV3.MetricPrefix;
import dmvpn.sim.ospf.message.LinkStateBodyV3.RouterLink;
import dmvpn.sim.ospf.message.LinkStateKey;
import dmvpn.sim.ospf.message.LinkStateType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An area of version 3: routers and networks are told of by their IDs, prefixes by {@code Intra-Area-Prefix-LSA}s that refer to
 * them, addresses on a link by {@code Link-LSA}s (RFC 5340 section 4.8). A router has one advertisement of its links.
 */
final class AreaGraphV3 implements AreaGraph {

    private final AreaView area;
    private final Ipv4Address root;
    private final long nowNanos;
    private final Map<LinkStateKey, List<MetricPrefix>> prefixes = new HashMap<>();
    /** The links of each router, once asked: a hub is asked for its way back once for each spoke. */
    private final Map<LinkStateKey, LinksByNeighbor> linksByNeighbor = new HashMap<>();

    /** Both ends of a link between two routers, as one of them tells it. */
    private record Ends(long interfaceId, Ipv4Address neighbor, long neighborInterfaceId) {
    }

    /** Links of a router: those to routers, and the first one to each network. */
    private record LinksByNeighbor(Set<Ends> toRouters, Map<LinkStateKey, RouterLink> toNetworks) {

        static LinksByNeighbor of(List<RouterLink> links) {
            LinksByNeighbor index = new LinksByNeighbor(new HashSet<>(), new HashMap<>());
            for (RouterLink link : links) {
                switch (link.kind()) {
                    case POINT_TO_POINT ->
                            index.toRouters.add(new Ends(link.interfaceId(), link.neighbor(), link.neighborInterfaceId()));
                    case TRANSIT -> index.toNetworks.putIfAbsent(networkOf(link), link);
                }
            }
            return index;
        }
    }

    /**
     * @param root router ID of the router that calculates
     * @param nowNanos the instant, for the ages of advertisements
     */
    AreaGraphV3(AreaView area, Ipv4Address root, long nowNanos) {
        this.area = area;
        this.root = root;
        this.nowNanos = nowNanos;
        for (DatabaseEntry entry : area.database().entries(LinkStateType.INTRA_AREA_PREFIX)) {
            LinkStateBodyV3.IntraAreaPrefix body = (LinkStateBodyV3.IntraAreaPrefix) entry.advertisement().body();
            // Who tells prefixes of somebody else is not believed (section 4.8.1).
            if (!entry.isMaxAge(nowNanos) && body.referenced().advertisingRouter().equals(entry.key().advertisingRouter())) {
                prefixes.computeIfAbsent(body.referenced(), key -> new ArrayList<>()).addAll(body.prefixes());
            }
        }
    }

    @Override
    public Optional<LinkStateKey> router(Ipv4Address id) {
        return existing(new LinkStateKey(LinkStateType.ROUTER, Ipv4Address.ANY, id));
    }

    private Optional<LinkStateKey> existing(LinkStateKey key) {
        return Optional.ofNullable(area.database().get(key)).filter(entry -> !entry.isMaxAge(nowNanos)).map(DatabaseEntry::key);
    }

    private LinkStateAdvertisement get(LinkStateKey vertex) {
        return area.database().get(vertex).advertisement();
    }

    private List<RouterLink> links(LinkStateKey router) {
        return ((LinkStateBodyV3.Router) get(router).body()).links();
    }

    private List<Ipv4Address> members(LinkStateKey network) {
        return ((LinkStateBodyV3.Network) get(network).body()).routers();
    }

    @Override
    public List<Edge> edges(LinkStateKey vertex, Predicate<LinkStateKey> wanted) {
        List<Edge> edges = new ArrayList<>();
        if (vertex.type() == LinkStateType.NETWORK) {
            for (Ipv4Address member : members(vertex)) {
                router(member).filter(wanted).filter(router -> transitLink(router, vertex).isPresent())
                        .ifPresent(router -> edges.add(new Edge(router, 0, Optional.empty())));
            }
            return edges;
        }
        for (RouterLink link : links(vertex)) {
            switch (link.kind()) {
                case POINT_TO_POINT -> router(link.neighbor()).filter(wanted).filter(far -> hasBack(far, link, vertex))
                        .ifPresent(far -> edges.add(new Edge(far, link.metric(), step(vertex, link, true))));
                case TRANSIT -> existing(networkOf(link)).filter(wanted).filter(network -> members(network).contains(vertex.advertisingRouter()))
                        .ifPresent(network -> edges.add(new Edge(network, link.metric(), step(vertex, link, false))));
            }
        }
        return edges;
    }

    /** True when the neighbour tells the other end of a link. */
    private boolean hasBack(LinkStateKey far, RouterLink link, LinkStateKey vertex) {
        return linksOf(far).toRouters()
                .contains(new Ends(link.neighborInterfaceId(), vertex.advertisingRouter(), link.interfaceId()));
    }

    private LinksByNeighbor linksOf(LinkStateKey router) {
        return linksByNeighbor.computeIfAbsent(router, key -> LinksByNeighbor.of(links(key)));
    }

    private Optional<RouterLink> transitLink(LinkStateKey router, LinkStateKey network) {
        return Optional.ofNullable(linksOf(router).toNetworks().get(network));
    }

    /** The designated router names a network after its interface (RFC 5340 section 4.4.3.3). */
    private static LinkStateKey networkOf(RouterLink link) {
        return new LinkStateKey(LinkStateType.NETWORK, new Ipv4Address((int) link.neighborInterfaceId()), link.neighbor());
    }

    private Optional<NextHop> step(LinkStateKey vertex, RouterLink link, boolean toRouter) {
        if (!isRoot(vertex)) {
            return Optional.empty();
        }
        return area.links().stream().filter(own -> own.isUp() && own.interfaceId() == link.interfaceId()).findFirst()
                .flatMap(own -> toRouter ? linkLocalAddress(own, link.neighbor(), link.neighborInterfaceId())
                        .map(address -> new NextHop(own.name(), Optional.of(address)))
                        : Optional.of(new NextHop(own.name(), Optional.empty())));
    }

    private boolean isRoot(LinkStateKey vertex) {
        return vertex.type() == LinkStateType.ROUTER && vertex.advertisingRouter().equals(root);
    }

    /** Next hops are the link-local addresses that routers tell on the link (RFC 5340 section 4.8.2). */
    private Optional<IpAddress> linkLocalAddress(OwnLink own, Ipv4Address router, long interfaceId) {
        DatabaseEntry entry = own.database().get(new LinkStateKey(LinkStateType.LINK, new Ipv4Address((int) interfaceId), router));
        return entry == null || entry.isMaxAge(nowNanos) ? Optional.empty()
                : Optional.of(((LinkStateBodyV3.Link) entry.advertisement().body()).linkLocalAddress());
    }

    @Override
    public Role role(LinkStateKey router) {
        LinkStateBodyV3.Router body = (LinkStateBodyV3.Router) get(router).body();
        return new Role(body.border(), body.boundary());
    }

    @Override
    public List<PrefixAt> prefixes(LinkStateKey vertex) {
        return prefixes.getOrDefault(vertex, List.of()).stream().map(at -> new PrefixAt(at.prefix().prefix(), at.metric(),
                isRoot(vertex) ? ownInterface(at.prefix().prefix()) : Optional.empty())).toList();
    }

    private Optional<String> ownInterface(IpPrefix prefix) {
        return area.links().stream().filter(OwnLink::isUp)
                .filter(own -> own.address().prefix().equals(prefix) || IpPrefix.host(own.address().address()).equals(prefix))
                .findFirst().map(OwnLink::name);
    }

    @Override
    public Optional<IpAddress> addressOn(LinkStateKey network, LinkStateKey router, String ownInterface) {
        return area.links().stream().filter(own -> own.name().equals(ownInterface)).findFirst()
                .flatMap(own -> transitLink(router, network)
                        .flatMap(link -> linkLocalAddress(own, router.advertisingRouter(), link.interfaceId())));
    }
}
