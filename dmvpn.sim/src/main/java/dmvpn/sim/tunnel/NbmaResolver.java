package dmvpn.sim.tunnel;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.IpPacket;
import java.util.List;
import java.util.Optional;

/** Finds the far end of a tunnel for a next hop: implemented by NHRP, used by the tunnel interface. */
public interface NbmaResolver {

    /**
     * The far end to encapsulate a unicast packet to. May start a resolution as a side effect.
     *
     * @param nextHop next hop that routing chose, an address of the overlay
     * @param packet the packet, whose destination a shortcut may match
     * @return empty when the packet must be dropped; the resolver recorded why
     */
    Optional<FarEnd> resolve(IpAddress nextHop, IpPacket packet);

    /**
     * The far end that {@link #resolve} would answer now, without any side effect: nothing is sent, created, counted
     * or marked as used. For path probes.
     */
    default Optional<FarEnd> peek(IpAddress nextHop, IpPacket packet) {
        return Optional.empty();
    }

    /** True when the far end of a neighbour is known and among {@link #multicastTargets}. */
    boolean multicastReaches(IpAddress neighbor);

    /** Far ends that get a copy of a multicast packet, in the order of their addition. */
    List<FarEnd> multicastTargets();
}
