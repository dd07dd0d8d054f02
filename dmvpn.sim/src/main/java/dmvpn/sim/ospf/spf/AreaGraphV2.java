package dmvpn.sim.ospf.spf;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.message.LinkStateAdvertisement;
import dmvpn.sim.ospf.message.LinkStateBodyV2;
import dmvpn.sim.ospf.message.LinkStateBodyV2.LinkKind;
import dmvpn.sim.ospf.message.LinkStateBodyV2.RouterLink;
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

/** An area of version 2: addresses and prefixes are in the advertisements of routers and networks (RFC 2328 section 16.1). */
final class AreaGraphV2 implements AreaGraph {

    /** Fewer links than that are looked through faster than put into a set. */
    private static final int FEW_LINKS = 16;

    private final AreaView area;
    private final Ipv4Address root;
    private final long nowNanos;
    /** Routers with many links that were asked for a way back once; most are not asked again. */
    private final Set<LinkStateKey> askedOnce = new HashSet<>();
    /** What such a router has links to, from the second time on: a hub may be asked once for each spoke. */
    private final Map<LinkStateKey, Set<FarEnd>> farEnds = new HashMap<>();

    /** The other end of a link. */
    private record FarEnd(LinkKind kind, Ipv4Address id) {
    }

    /**
     * @param root router ID of the router that calculates
     * @param nowNanos the instant, for the ages of advertisements
     */
    AreaGraphV2(AreaView area, Ipv4Address root, long nowNanos) {
        this.area = area;
        this.root = root;
        this.nowNanos = nowNanos;
    }

    @Override
    public Optional<LinkStateKey> router(Ipv4Address id) {
        return find(new LinkStateKey(LinkStateType.ROUTER, id, id)).map(LinkStateAdvertisement::key);
    }

    private Optional<LinkStateAdvertisement> find(LinkStateKey key) {
        return Optional.ofNullable(area.database().get(key)).filter(entry -> !entry.isMaxAge(nowNanos))
                .map(DatabaseEntry::advertisement);
    }

    private LinkStateAdvertisement get(LinkStateKey vertex) {
        return area.database().get(vertex).advertisement();
    }

    private List<RouterLink> links(LinkStateKey router) {
        return ((LinkStateBodyV2.Router) get(router).body()).links();
    }

    private LinkStateBodyV2.Network network(LinkStateKey vertex) {
        return (LinkStateBodyV2.Network) get(vertex).body();
    }

    @Override
    public List<Edge> edges(LinkStateKey vertex, Predicate<LinkStateKey> wanted) {
        List<Edge> edges = new ArrayList<>();
        if (vertex.type() == LinkStateType.NETWORK) {
            for (Ipv4Address member : network(vertex).routers()) {
                router(member).filter(wanted).filter(router -> hasLink(router, LinkKind.TRANSIT, vertex.id()))
                        .ifPresent(router -> edges.add(new Edge(router, 0, Optional.empty())));
            }
            return edges;
        }
        for (RouterLink link : links(vertex)) {
            switch (link.kind()) {
                case STUB -> { } // a prefix, no edge
                case POINT_TO_POINT -> router(link.id()).filter(wanted)
                        .filter(far -> hasLink(far, LinkKind.POINT_TO_POINT, vertex.id()))
                        .ifPresent(far -> edges.add(new Edge(far, link.metric(), step(vertex, link, Optional.of(far)))));
                case TRANSIT -> transitNetwork(link.id(), vertex.id()).filter(wanted)
                        .ifPresent(network -> edges.add(new Edge(network, link.metric(), step(vertex, link, Optional.empty()))));
            }
        }
        return edges;
    }

    private boolean hasLink(LinkStateKey router, LinkKind kind, Ipv4Address id) {
        List<RouterLink> links = links(router);
        if (links.size() > FEW_LINKS && !askedOnce.add(router)) {
            return farEnds.computeIfAbsent(router, this::farEnds).contains(new FarEnd(kind, id));
        }
        for (RouterLink link : links) {
            if (link.kind() == kind && link.id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private Set<FarEnd> farEnds(LinkStateKey router) {
        Set<FarEnd> ends = new HashSet<>();
        links(router).forEach(link -> ends.add(new FarEnd(link.kind(), link.id())));
        return ends;
    }

    /** Several networks may have one id for a while, when the address of a designated router went to another one. */
    private Optional<LinkStateKey> transitNetwork(Ipv4Address id, Ipv4Address member) {
        for (DatabaseEntry entry : area.database().entries(LinkStateType.NETWORK, id)) {
            if (!entry.isMaxAge(nowNanos)
                    && ((LinkStateBodyV2.Network) entry.advertisement().body()).routers().contains(member)) {
                return Optional.of(entry.key());
            }
        }
        return Optional.empty();
    }

    private Optional<NextHop> step(LinkStateKey vertex, RouterLink link, Optional<LinkStateKey> farRouter) {
        return isRoot(vertex) ? ownLink(link).map(own -> new NextHop(own.name(), farRouter.flatMap(far ->
                addressOn(far, LinkKind.POINT_TO_POINT, root, own.address().prefix())))) : Optional.empty();
    }

    private boolean isRoot(LinkStateKey vertex) {
        return vertex.type() == LinkStateType.ROUTER && vertex.id().equals(root);
    }

    /** The interface of a link; empty when it is down by now. */
    private Optional<OwnLink> ownLink(RouterLink link) {
        for (OwnLink own : area.links()) {
            if (own.isUp() && isOf(link, own)) {
                return Optional.of(own);
            }
        }
        return Optional.empty();
    }

    /** Links to routers and networks have the address of the interface, those to stub networks the network or the address. */
    private static boolean isOf(RouterLink link, OwnLink own) {
        return link.kind() == LinkKind.STUB
                ? own.address().prefix().network().equals(link.id()) || own.address().address().equals(link.id())
                : own.address().address().equals(link.data());
    }

    @Override
    public Role role(LinkStateKey router) {
        LinkStateBodyV2.Router body = (LinkStateBodyV2.Router) get(router).body();
        return new Role(body.border(), body.boundary());
    }

    @Override
    public List<PrefixAt> prefixes(LinkStateKey vertex) {
        if (vertex.type() == LinkStateType.NETWORK) {
            return List.of(new PrefixAt(prefix(vertex), 0, Optional.empty()));
        }
        List<PrefixAt> stubs = new ArrayList<>();
        for (RouterLink link : links(vertex)) {
            if (link.kind() == LinkKind.STUB) {
                IpPrefix prefix = IpPrefix.containing(link.id(), Integer.bitCount(link.data().bits()));
                stubs.add(new PrefixAt(prefix, link.metric(), isRoot(vertex) ? ownLink(link).map(OwnLink::name) : Optional.empty()));
            }
        }
        return stubs;
    }

    private IpPrefix prefix(LinkStateKey network) {
        return get(network).prefix(network(network).maskLength());
    }

    @Override
    public Optional<IpAddress> addressOn(LinkStateKey network, LinkStateKey router, String ownInterface) {
        return addressOn(router, LinkKind.TRANSIT, network.id(), prefix(network));
    }

    /** The address of a router on a link; of several links the one on the same network. */
    private Optional<IpAddress> addressOn(LinkStateKey router, LinkKind kind, Ipv4Address id, IpPrefix network) {
        Optional<IpAddress> any = Optional.empty();
        for (RouterLink link : links(router)) {
            if (link.kind() == kind && link.id().equals(id)) {
                if (network.contains(link.data())) {
                    return Optional.of(link.data());
                }
                any = any.isEmpty() ? Optional.of(link.data()) : any;
            }
        }
        return any;
    }
}
