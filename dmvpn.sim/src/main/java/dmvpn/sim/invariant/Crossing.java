package dmvpn.sim.invariant;

import dmvpn.network.device.Device;
import dmvpn.sim.ipsec.EspPacket;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.tunnel.GrePacket;
import java.util.Optional;

/**
 * A packet on a wire. What many invariants ask for is found in one walk through its layers, as this is done for every packet
 * of a run.
 */
public final class Crossing {

    private final LiveNetwork network;
    private final int node;
    private final String interfaceName;
    private final long timeNanos;
    private final IpPacket packet;
    private final IpPacket innermost;
    private final GrePacket gre;
    private final EspPacket esp;
    private final int greLayers;
    /** 0 until somebody asks: several invariants do. */
    private int lengthBytes;

    /**
     * @param network the network as it is now
     * @param node index of the router or host
     * @param interfaceName physical interface
     * @param timeNanos instant since the start of the run
     * @param packet the packet
     */
    public Crossing(LiveNetwork network, int node, String interfaceName, long timeNanos, IpPacket packet) {
        this.network = network;
        this.node = node;
        this.interfaceName = interfaceName;
        this.timeNanos = timeNanos;
        this.packet = packet;
        IpPacket lastIp = packet;
        GrePacket firstGre = null;
        EspPacket firstEsp = null;
        int greCount = 0;
        for (Packet layer = packet; layer != null; layer = Layers.inside(layer)) {
            if (layer instanceof IpPacket inner) {
                lastIp = inner;
            } else if (layer instanceof GrePacket found) {
                firstGre = firstGre == null ? found : firstGre;
                greCount++;
            } else if (layer instanceof EspPacket found) {
                firstEsp = firstEsp == null ? found : firstEsp;
            }
        }
        this.innermost = lastIp;
        this.gre = firstGre;
        this.esp = firstEsp;
        this.greLayers = greCount;
    }

    /** The network as it is now. */
    LiveNetwork network() {
        return network;
    }

    /** Index of the router or host. */
    int node() {
        return node;
    }

    /** Physical interface. */
    String interfaceName() {
        return interfaceName;
    }

    /** Instant since the start of the run. */
    long timeNanos() {
        return timeNanos;
    }

    IpPacket packet() {
        return packet;
    }

    /** Length of the packet on the wire, in bytes. */
    int lengthBytes() {
        if (lengthBytes == 0) {
            lengthBytes = packet.lengthBytes();
        }
        return lengthBytes;
    }

    /** The router; empty at a host. */
    Optional<Device> router() {
        return network.device(node);
    }

    boolean isAtRouter() {
        return router().isPresent();
    }

    /** The IP packet inside all others; the packet itself when it carries none. */
    IpPacket innermost() {
        return innermost;
    }

    /** The outermost GRE packet, or null. */
    GrePacket gre() {
        return gre;
    }

    /** The outermost ESP packet, or null. */
    EspPacket esp() {
        return esp;
    }

    /** Number of GRE packets in each other. */
    int greLayers() {
        return greLayers;
    }
}
