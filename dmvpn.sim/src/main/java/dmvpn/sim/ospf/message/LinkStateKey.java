package dmvpn.sim.ospf.message;

import dmvpn.network.address.Ipv4Address;

/**
 * What tells link-state advertisements apart, whatever their instance (RFC 2328 section 12.1).
 *
 * @param type type
 * @param id Link State ID: its meaning depends on the type
 * @param advertisingRouter router ID of the originator
 */
public record LinkStateKey(LinkStateType type, Ipv4Address id, Ipv4Address advertisingRouter)
        implements Comparable<LinkStateKey> {

    @Override
    public int compareTo(LinkStateKey other) {
        int byType = type.compareTo(other.type);
        int byId = byType != 0 ? byType : id.compareTo(other.id);
        return byId != 0 ? byId : advertisingRouter.compareTo(other.advertisingRouter);
    }

    @Override
    public String toString() {
        return "type " + type.code() + " " + id + " of " + advertisingRouter;
    }
}
