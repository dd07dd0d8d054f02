package dmvpn.sim.ospf.spf;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.ospf.message.LinkStateKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The routers and networks of an area as a graph (RFC 2328 section 16.1; RFC 5340 section 4.8.1). Vertices are named by the
 * advertisement that describes them; what is too old is not there.
 */
public interface AreaGraph {

    /**
     * An edge to a vertex from which one leads back.
     *
     * @param target the vertex
     * @param metric cost
     * @param step of an edge of the root: the first step, without an address to a network; empty when the interface is down by now
     */
    record Edge(LinkStateKey target, int metric, Optional<NextHop> step) {
    }

    /**
     * What a router says of itself.
     *
     * @param border it is in several areas
     * @param boundary it tells external routes
     */
    record Role(boolean border, boolean boundary) {
    }

    /**
     * A prefix at a vertex.
     *
     * @param prefix the prefix
     * @param metric cost from the vertex
     * @param ownInterface of a prefix at the root: the interface with the prefix; empty when it is down by now
     */
    record PrefixAt(IpPrefix prefix, int metric, Optional<String> ownInterface) {
    }

    /** The vertex of a router; empty when nothing is known of it. */
    Optional<LinkStateKey> router(Ipv4Address id);

    /**
     * The edges of a vertex, in the order of its advertisement.
     *
     * @param wanted says which ends are looked for: whether a way leads back is asked for these alone
     */
    List<Edge> edges(LinkStateKey vertex, Predicate<LinkStateKey> wanted);

    /** What a router that is a vertex says of itself. */
    Role role(LinkStateKey router);

    /** The prefixes at a vertex. */
    List<PrefixAt> prefixes(LinkStateKey vertex);

    /**
     * The address of a router on a network that the root is attached to.
     *
     * @param ownInterface the root's interface there
     */
    Optional<IpAddress> addressOn(LinkStateKey network, LinkStateKey router, String ownInterface);
}
