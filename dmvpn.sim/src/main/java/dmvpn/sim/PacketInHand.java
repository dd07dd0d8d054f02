package dmvpn.sim;

import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.underlay.PacketTap.Direction;
import java.util.ArrayList;
import java.util.List;

/**
 * The packet that the run is dealing with.
 *
 * @param node index of the router or host that sent or got it
 * @param nodeName name of that router or host
 * @param interfaceName physical interface that it crossed
 * @param direction which way
 * @param timeNanos when it crossed
 * @param packet the packet, with its layers inside
 */
public record PacketInHand(int node, String nodeName, String interfaceName, Direction direction, long timeNanos,
        IpPacket packet) {

    /** The layers from the outside in. */
    public List<Packet> layers() {
        List<Packet> layers = new ArrayList<>();
        Packet layer = packet;
        while (layer != null) {
            layers.add(layer);
            layer = layer.payload().orElse(null);
        }
        return layers;
    }
}
