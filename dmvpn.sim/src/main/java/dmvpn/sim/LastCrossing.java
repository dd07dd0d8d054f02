package dmvpn.sim;

import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.underlay.PacketTap;
import java.util.List;
import java.util.Optional;

/** Notes the last packet that crossed an interface. All packets of a run do and few are asked for, so it makes no object for each. */
final class LastCrossing implements PacketTap {

    private final List<String> nodeNames;
    private int node;
    private String interfaceName;
    private long timeNanos;
    private Direction direction;
    private IpPacket packet;

    /** @param nodeNames routers and hosts by their index */
    LastCrossing(List<String> nodeNames) {
        this.nodeNames = nodeNames;
    }

    @Override
    public void packet(int node, String interfaceName, long timeNanos, Direction direction, IpPacket packet) {
        this.node = node;
        this.interfaceName = interfaceName;
        this.timeNanos = timeNanos;
        this.direction = direction;
        this.packet = packet;
    }

    /** The packet with where it crossed; empty while none did. */
    Optional<PacketInHand> inHand() {
        return packet == null ? Optional.empty()
                : Optional.of(new PacketInHand(node, nodeNames.get(node), interfaceName, direction, timeNanos, packet));
    }
}
