package dmvpn.sim.invariant;

import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.underlay.PacketTap.Direction;
import java.util.Optional;

/**
 * A packet on a wire.
 *
 * @param network the network as it is now
 * @param node index of the router or host
 * @param interfaceName physical interface
 * @param timeNanos instant since the start of the run
 * @param direction which way
 * @param packet the packet
 */
public record Crossing(LiveNetwork network, int node, String interfaceName, long timeNanos, Direction direction,
        IpPacket packet) {

    boolean isSent() {
        return direction == Direction.SENT;
    }

    /** True at a router, false at a host. */
    boolean isAtRouter() {
        return network.device(node).isPresent();
    }

    /** The outermost layer of a class. */
    <P extends Packet> Optional<P> layer(Class<P> type) {
        Packet layer = packet;
        while (layer != null) {
            if (type.isInstance(layer)) {
                return Optional.of(type.cast(layer));
            }
            layer = layer.payload().orElse(null);
        }
        return Optional.empty();
    }

    /** The IP packet inside all others; the packet itself when it carries none. */
    IpPacket innermost() {
        IpPacket innermost = packet;
        Packet layer = packet;
        while (layer != null) {
            if (layer instanceof IpPacket inner) {
                innermost = inner;
            }
            layer = layer.payload().orElse(null);
        }
        return innermost;
    }

    /** Number of layers of a class. */
    int count(Class<? extends Packet> type) {
        int count = 0;
        Packet layer = packet;
        while (layer != null) {
            if (type.isInstance(layer)) {
                count++;
            }
            layer = layer.payload().orElse(null);
        }
        return count;
    }
}
