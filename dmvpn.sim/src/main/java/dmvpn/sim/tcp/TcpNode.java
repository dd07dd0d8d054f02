package dmvpn.sim.tcp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.origin.Origin;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.trace.TraceRecorder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** TCP on a host (RFC 9293): opens connections for transfers, and takes those of others to the discard service (RFC 863). */
public final class TcpNode {

    /** Discard service: what arrives is thrown away. */
    public static final int DISCARD_PORT = 9;

    private final int node;
    private final Origin origin;
    private final Scheduler scheduler;
    private final TraceRecorder trace;
    private final TcpLink link;
    private final Map<Integer, TcpSender> senders = new LinkedHashMap<>();
    private final Map<Remote, TcpReceiver> receivers = new LinkedHashMap<>();

    private record Remote(IpAddress address, int port) {
    }

    /**
     * @param node index of the host in the trace
     * @param origin the element that configured it
     */
    public TcpNode(int node, Origin origin, Scheduler scheduler, TraceRecorder trace, TcpLink link) {
        this.node = node;
        this.origin = origin;
        this.scheduler = scheduler;
        this.trace = trace;
        this.link = link;
    }

    /** The largest segment in a packet of a size: without the headers of IP and TCP, options not counted (RFC 6691). */
    public static int segmentBytes(IpAddress own, int packetBytes) {
        return packetBytes - TcpSegment.HEADER_BYTES
                - (own instanceof Ipv4Address ? IpPacket.IPV4_HEADER_BYTES : IpPacket.IPV6_HEADER_BYTES);
    }

    /** Opens a connection and sends data over it. */
    public TcpTransfer.Delivery start(TcpTransfer transfer, TcpTransfer.Progress progress) {
        TcpSender sender = new TcpSender(transfer, link, progress, node, origin, scheduler, trace);
        senders.put(transfer.sourcePort(), sender);
        sender.open();
        return sender;
    }

    /** A segment for this host. */
    public void receive(IpPacket packet) {
        TcpSegment segment = (TcpSegment) packet.content();
        TcpSender sender = senders.get(segment.destinationPort());
        if (sender != null) {
            sender.receive(segment);
        } else if (segment.destinationPort() == DISCARD_PORT) {
            take(packet, segment);
        }
    }

    private void take(IpPacket packet, TcpSegment segment) {
        Remote remote = new Remote(packet.source(), segment.sourcePort());
        if (segment.synchronize()) {
            if (receivers.putIfAbsent(remote, new TcpReceiver()) == null) {
                trace.record(node, new TcpEvent.Established(packet.source(), segment.destinationPort(),
                        segment.maximumSegmentBytes().orElse(0)), origin);
            }
            answer(packet, segment, 0, 1, true);
            return;
        }
        TcpReceiver receiver = receivers.get(remote);
        if (receiver != null && segment.dataBytes() > 0) {
            answer(packet, segment, 1, receiver.take(segment.sequenceNumber(), segment.dataBytes()), false);
        }
    }

    private void answer(IpPacket packet, TcpSegment segment, long sequenceNumber, long expected, boolean synchronize) {
        OptionalInt segmentBytes = synchronize
                ? OptionalInt.of(segmentBytes(packet.destination(), link.linkMtuBytes())) : OptionalInt.empty();
        IpPacket answer = IpPacket.originated(packet.destination(), packet.source(), IpPacket.TCP, new TcpSegment(
                segment.destinationPort(), segment.sourcePort(), sequenceNumber, expected, synchronize, true, segmentBytes, 0));
        link.send(answer.withDontFragment(packet.destination() instanceof Ipv4Address));
    }

    /** The host was told of a smaller path MTU. */
    public void pathMtuChanged() {
        senders.values().forEach(TcpSender::pathMtuChanged);
    }
}
