package dmvpn.sim.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.origin.Origin;
import dmvpn.sim.packet.IpPacket;
import java.util.Optional;
import java.util.Set;

/**
 * An interface of a router or host on a {@link Segment}. It exists for the whole run; while its device is powered it is
 * connected with an address.
 */
public final class Attachment {

    private final Segment segment;
    private final int node;
    private final Set<Integer> customers;
    private final String device;
    private final String interfaceName;
    private final Origin origin;
    private final Optional<AddressTranslator> translator;
    private final Optional<Firewall> firewall;
    private final boolean isDirect;
    private Optional<IpAddress> address = Optional.empty();
    private Optional<Ipv6Address> linkLocalAddress = Optional.empty();
    private Optional<IpAddress> lastAddress = Optional.empty();
    private PacketSink sink;
    private final OutputQueue queue = new OutputQueue();

    /** At the provider's end of the line. */
    private final OutputQueue queueToward = new OutputQueue();

    /**
     * @param customers nodes at the other end of its line, for an interface at a provider's edge; none for others
     * @param translator the device that it is behind
     * @param firewall the firewall in front of it
     */
    Attachment(Segment segment, int node, Set<Integer> customers, String device, String interfaceName, Origin origin,
            Optional<AddressTranslator> translator, Optional<Firewall> firewall) {
        this.segment = segment;
        this.node = node;
        this.customers = Set.copyOf(customers);
        this.device = device;
        this.interfaceName = interfaceName;
        this.origin = origin;
        this.translator = translator;
        this.firewall = firewall;
        this.isDirect = translator.isEmpty() && firewall.isEmpty();
        translator.ifPresent(between -> between.add(this));
    }

    /** Network that this is attached to. */
    public Segment segment() {
        return segment;
    }

    /** Index of the router or host in the trace. */
    public int node() {
        return node;
    }

    /**
     * The node whose paths and faults are those of this attachment: at a provider's edge with one customer the customer's, otherwise
     * its own.
     */
    public int site() {
        return customers.size() == 1 ? customers.iterator().next() : node;
    }

    /** True for an interface of a router at a provider's edge. */
    boolean isProviderEdge() {
        return !customers.isEmpty();
    }

    /** True when the other one is at the end of the same line: a customer of this edge, or the edge of this customer. */
    boolean sharesLineWith(Attachment other) {
        return customers.contains(other.node) || other.customers.contains(node);
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

    /** The address that the network knows the interface by: behind a translation the outside one. */
    public Optional<IpAddress> outsideAddress() {
        return translator.isPresent() && address.isPresent() ? translator.get().outside() : address;
    }

    /** {@link #outsideAddress}, or the one that the network knew it by last; empty before it was connected for the first time. */
    public Optional<IpAddress> lastOutsideAddress() {
        return translator.isPresent() && lastAddress.isPresent() ? translator.get().outside() : lastAddress;
    }

    /** True when a device translates its addresses. */
    public boolean isTranslated() {
        return translator.isPresent();
    }

    /** True when a firewall in front of it drops all packets of an IP protocol. */
    public boolean blocks(int protocolNumber) {
        return firewall.filter(present -> present.blocksAll(protocolNumber)).isPresent();
    }

    /** True when nothing is between the interface and its network. */
    boolean isDirect() {
        return isDirect;
    }

    /** The device that translates the addresses of the interface. */
    Optional<AddressTranslator> translator() {
        return translator;
    }

    /** True when a device in front of it looks at ports, and so puts fragments together. */
    boolean followsFlows() {
        return firewall.filter(Firewall::followsFlows).isPresent()
                || translator.filter(AddressTranslator::followsFlows).isPresent();
    }

    /** The firewall in front of the interface. */
    Optional<Firewall> firewall() {
        return firewall;
    }

    /** Current address, or the one that it had last; empty before it was connected for the first time. */
    public Optional<IpAddress> lastAddress() {
        return lastAddress;
    }

    /** The interface comes up with an address: packets to it go to the sink from now on. */
    public void connect(IpAddress newAddress, PacketSink newSink) {
        connect(newAddress, Optional.empty(), newSink);
    }

    /**
     * The same with an address that is valid on the link alone.
     *
     * @param newLinkLocalAddress link-local address of IPv6; empty for none
     */
    public void connect(IpAddress newAddress, Optional<Ipv6Address> newLinkLocalAddress, PacketSink newSink) {
        disconnect();
        address = Optional.of(newAddress);
        linkLocalAddress = newLinkLocalAddress;
        lastAddress = address;
        sink = newSink;
        if (translator.isEmpty()) {
            segment.connected(this, newAddress);
            linkLocalAddress.ifPresent(local -> segment.connected(this, local));
        }
    }

    /** The interface goes down: nothing is delivered from now on, not even what is under way. */
    public void disconnect() {
        if (translator.isEmpty()) {
            address.ifPresent(old -> segment.disconnected(this, old));
            linkLocalAddress.ifPresent(old -> segment.disconnected(this, old));
        }
        address = Optional.empty();
        linkLocalAddress = Optional.empty();
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

    /** Packets that found the output queue full. */
    public long outputDrops() {
        return queue.drops();
    }

    OutputQueue queue() {
        return queue;
    }

    /** Where packets wait that come faster than the line of the attachment takes them. */
    OutputQueue queueToward() {
        return queueToward;
    }
}
