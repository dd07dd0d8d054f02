package dmvpn.sim.underlay;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpAddress;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.UplinkAccess;
import dmvpn.network.origin.Origin;
import dmvpn.network.underlay.Transport;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.trace.TraceRecorder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** All transports and local networks of a run, with the DHCP servers of the transports. */
public final class Underlay {

    private final Scheduler scheduler;
    private final TraceRecorder trace;
    private final RandomGenerator random;
    private final List<PacketTap> taps;
    private final Map<String, Segment> transports = new LinkedHashMap<>();
    private final Map<String, Segment> localNetworks = new LinkedHashMap<>();
    private final UplinkDevices uplinkDevices;
    private final UnderlayFaults faults = new UnderlayFaults();
    private final PathSettings pathSettings = new PathSettings();
    private TooLargeAnswer tooLargeAnswer = (from, packet, mtuBytes) -> Optional.empty();
    /** Negative, so that networks are told from nodes. */
    private int nextNetwork = -2;

    /**
     * @param random for jitter and loss alone, so that they do not depend on what routers draw
     * @param taps told of each packet that an attachment sends or gets
     */
    public Underlay(CompiledNetwork network, Scheduler scheduler, TraceRecorder trace, RandomGenerator random,
            List<PacketTap> taps) {
        this.scheduler = scheduler;
        this.trace = trace;
        this.random = random;
        this.taps = List.copyOf(taps);
        for (Transport transport : network.transports()) {
            transports.put(transport.name(),
                    new Segment(transport.name(), nextNetwork--, SegmentCharacteristics.of(transport), this));
        }
        uplinkDevices = new UplinkDevices(network, this::transportNamed, scheduler, trace);
    }

    private static String key(String device, String interfaceName) {
        return device + "/" + interfaceName;
    }

    /** {@link #attach(int, Set, Device, NetworkInterface)} of a router that is at no provider's edge. */
    public Optional<Attachment> attach(int node, Device device, NetworkInterface configured) {
        return attach(node, Set.of(), device, configured);
    }

    /**
     * Attaches an interface of a device to its network: a WAN to its transport, a LAN to the local network behind it.
     *
     * @param customers nodes of the customers of a router at a provider's edge; none for others
     * @return empty for a loopback, and for a WAN without a transport
     */
    public Optional<Attachment> attach(int node, Set<Integer> customers, Device device, NetworkInterface configured) {
        Optional<Segment> segment = switch (configured.kind()) {
            case WAN -> configured.transport().map(transports::get);
            case LAN -> Optional.of(localNetwork(device.name(), configured.name()));
            case LOOPBACK -> Optional.empty();
        };
        Optional<Firewall> firewall = configured.access().map(UplinkAccess::blocked).filter(blocked -> !blocked.isEmpty())
                .map(blocked -> new Firewall(blocked, scheduler));
        return segment.map(network -> new Attachment(network, node, customers, device.name(), configured.name(), configured.origin(),
                uplinkDevices.translatorOf(device.name(), configured.name()), firewall));
    }

    /** Attaches a host to the local network behind an interface of a router. */
    public Attachment attachHost(int node, String hostName, String gatewayDevice, String gatewayInterface,
            Origin origin) {
        return new Attachment(localNetwork(gatewayDevice, gatewayInterface), node, Set.of(), hostName, "eth0", origin,
                Optional.empty(), Optional.empty());
    }

    private Segment localNetwork(String device, String interfaceName) {
        return localNetworks.computeIfAbsent(key(device, interfaceName), name ->
                new Segment(name, nextNetwork--, SegmentCharacteristics.LOCAL_NETWORK, this));
    }

    /** The transport of that name. */
    public Optional<Segment> transportNamed(String name) {
        return Optional.ofNullable(transports.get(name));
    }

    /**
     * Asks the DHCP server of the transport that an interface is attached to, or of the translating device that it is
     * behind, and records the answer.
     *
     * @return address and gateway, empty when there is no server or its pool is exhausted
     */
    public Optional<LeasedAddress> lease(Attachment attachment) {
        Optional<LeasedAddress> lease = uplinkDevices.lease(attachment);
        trace.record(attachment.node(), new UnderlayEvent.Lease(attachment.interfaceName(),
                lease.map(LeasedAddress::address).orElse(null),
                lease.map(LeasedAddress::gateway).orElse(null)), attachment.origin());
        return lease;
    }

    /**
     * Gives the client of a DHCP server another address, at once and for all its leases to come.
     *
     * @param wanted the address, empty for the next free one of the pool
     * @return the new lease; empty when there is no server, no free address, or somebody has the one that is wanted
     */
    public Optional<LeasedAddress> renumber(Attachment attachment, Optional<IpAddress> wanted) {
        return uplinkDevices.renumber(attachment, wanted);
    }

    /**
     * Gives the translating device that an uplink is behind another outside address. The router does not notice.
     *
     * @param wanted the address, empty for the next free one of the transport's pool
     * @return false when there is no such device, it has no lease, or the address is not free
     */
    public boolean renumberOutside(Attachment attachment, Optional<IpAddress> wanted) {
        if (attachment.translator().isEmpty() || !uplinkDevices.renumberOutside(attachment, wanted)) {
            return false;
        }
        attachment.translator().get().outside().ifPresent(outside ->
                trace.record(attachment.node(), new UnderlayEvent.OutsideLease(outside), attachment.origin()));
        return true;
    }

    /** What is broken. */
    public UnderlayFaults faults() {
        return faults;
    }

    /** What paths between two nodes do beyond what their network does. */
    public PathSettings pathSettings() {
        return pathSettings;
    }

    /** Routers inside the transports tell senders of packets that are too large from now on. */
    public void setTooLargeAnswer(TooLargeAnswer answer) {
        tooLargeAnswer = answer;
    }

    TooLargeAnswer tooLargeAnswer() {
        return tooLargeAnswer;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    TraceRecorder trace() {
        return trace;
    }

    /** A random addition to a delay; draws nothing when there is no jitter. */
    long jitter(long largestNanos) {
        return largestNanos == 0 ? 0 : random.nextLong(largestNanos + 1);
    }

    /** Decides whether a packet is lost; draws nothing when none is. */
    boolean loses(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    void tap(Attachment attachment, PacketTap.Direction direction, IpPacket packet) {
        for (PacketTap tap : taps) {
            tap.packet(attachment.node(), attachment.interfaceName(), scheduler.nowNanos(), direction, packet);
        }
    }
}
