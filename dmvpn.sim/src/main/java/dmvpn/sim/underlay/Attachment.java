package dmvpn.sim.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.sim.packet.IpPacket;
import java.util.Optional;

/**
 * An interface of a router or host on a {@link Segment}. It exists for the whole run; while its device is powered it is
 * connected with an address.
 */
public final class Attachment {

    private final Segment segment;
    private final int node;
    private final String device;
    private final String interfaceName;
    private final Origin origin;
    private Optional<IpAddress> address = Optional.empty();
    private Optional<IpAddress> lastAddress = Optional.empty();
    private PacketSink sink;
    private long busyUntilNanos;

    Attachment(Segment segment, int node, String device, String interfaceName, Origin origin) {
        this.segment = segment;
        this.node = node;
        this.device = device;
        this.interfaceName = interfaceName;
        this.origin = origin;
    }

    /** Network that this is attached to. */
    public Segment segment() {
        return segment;
    }

    /** Index of the router or host in the trace. */
    public int node() {
        return node;
    }

    /** Name of the router or host. */
    public String device() {
        return device;
    }

    /** Name of the interface. */
    public String interfaceName() {
        return interfaceName;
    }

    /** The element that configured the interface. */
    public Origin origin() {
        return origin;
    }

    /** Current address, empty while not connected. */
    public Optional<IpAddress> address() {
        return address;
    }

    /** Current address, or the one that it had last; empty before it was connected for the first time. */
    public Optional<IpAddress> lastAddress() {
        return lastAddress;
    }

    /** The interface comes up with an address: packets to it go to the sink from now on. */
    public void connect(IpAddress newAddress, PacketSink newSink) {
        disconnect();
        address = Optional.of(newAddress);
        lastAddress = address;
        sink = newSink;
        segment.connected(this, newAddress);
    }

    /** The interface goes down: nothing is delivered from now on, not even what is under way. */
    public void disconnect() {
        address.ifPresent(old -> segment.disconnected(this, old));
        address = Optional.empty();
        sink = null;
    }

    /**
     * Sends a packet.
     *
     * @param nextHop neighbour: an attachment of the same network, or a gateway that stands for the network itself
     */
    public void send(IpPacket packet, IpAddress nextHop) {
        segment.send(this, packet, nextHop);
    }

    /**
     * Sends a packet to a group, which is heard on the link and goes no further.
     *
     * @param link prefix whose addresses are on the link
     */
    public void sendToGroup(IpPacket packet, IpPrefix link) {
        segment.sendToGroup(this, packet, link);
    }

    void deliver(IpPacket packet) {
        sink.deliver(packet);
    }

    /** When the last bit leaves that is sent now, and keeps the line busy until then. */
    long occupy(long nowNanos, long transmissionNanos) {
        busyUntilNanos = Math.max(nowNanos, busyUntilNanos) + transmissionNanos;
        return busyUntilNanos;
    }
}
