package dmvpn.sim.host;

import dmvpn.network.address.IpAddress;
import dmvpn.network.underlay.Host;
import dmvpn.sim.fragmentation.FragmentingNode;
import dmvpn.sim.fragmentation.Reassembler;
import dmvpn.sim.icmp.EchoListener;
import dmvpn.sim.icmp.EchoSource;
import dmvpn.sim.icmp.IcmpErrors;
import dmvpn.sim.icmp.IcmpNode;
import dmvpn.sim.icmp.IcmpPacket;
import dmvpn.sim.icmp.Icmpv6Packet;
import dmvpn.sim.icmp.UnreachableReason;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Quotation;
import dmvpn.sim.tcp.TcpLink;
import dmvpn.sim.tcp.TcpNode;
import dmvpn.sim.tcp.TcpSegment;
import dmvpn.sim.tcp.TcpTransfer;
import dmvpn.sim.trace.TraceRecorder;
import dmvpn.sim.underlay.Attachment;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A host with one interface and a default gateway. It is always on, answers pings and sends them when told to; it remembers
 * how large packets to a destination may be (RFC 1191).
 */
public final class LanHost implements EchoSource {

    /** Largest length that the header of an IP packet can say. */
    private static final int LARGEST_PACKET_BYTES = 65_535;

    private final Host configuration;
    private final Attachment attachment;
    private final Optional<IpAddress> gateway;
    private final Scheduler scheduler;
    private final TraceRecorder trace;
    private final IcmpNode icmp;
    private final FragmentingNode fragments;
    private final PathMtus pathMtus;
    private final TcpNode tcp;

    /**
     * @param attachment its cable
     * @param gateway address of its router on the local network, empty when the router has none there
     * @param listener told of answers to its pings
     */
    public LanHost(Host configuration, Attachment attachment, Optional<IpAddress> gateway, Scheduler scheduler,
            TraceRecorder trace, EchoListener listener) {
        this.configuration = configuration;
        this.attachment = attachment;
        this.gateway = gateway;
        this.scheduler = scheduler;
        this.trace = trace;
        this.icmp = new IcmpNode(attachment.node(), configuration.origin(), trace, listener);
        this.fragments = new FragmentingNode(attachment.node(), configuration.origin(), scheduler, trace,
                Reassembler.HOST_TIMEOUT_NANOS);
        this.pathMtus = new PathMtus(attachment.segment().characteristics().mtuBytes());
        this.tcp = new TcpNode(attachment.node(), configuration.origin(), scheduler, trace, new Link());
    }

    /** IP below TCP. */
    private final class Link implements TcpLink {
        @Override
        public void send(IpPacket packet) {
            sendData(packet);
        }

        @Override
        public int pathMtuBytes(IpAddress destination) {
            return pathMtus.of(destination, scheduler.nowNanos());
        }

        @Override
        public int linkMtuBytes() {
            return attachment.segment().characteristics().mtuBytes();
        }
    }

    /** Connects the host to its network. */
    public void start() {
        attachment.connect(configuration.address().address(), this::receive);
    }

    /** Its configuration. */
    public Host configuration() {
        return configuration;
    }

    private void receive(IpPacket packet) {
        if (!packet.destination().equals(configuration.address().address())) {
            return;
        }
        switch (packet.content()) {
            case IpFragment fragment -> fragments.receive(packet, this::fragmentsMissing).ifPresent(this::receive);
            case IcmpPacket message -> {
                icmp.receive(packet, this::sendData);
                if (message instanceof IcmpPacket.DestinationUnreachable error
                        && error.reason() == UnreachableReason.FRAGMENTATION_NEEDED) {
                    learnPathMtu(error.dropped(), error.nextHopMtuBytes(), packet.source());
                }
            }
            case Icmpv6Packet message -> {
                icmp.receive(packet, this::sendData);
                if (message instanceof Icmpv6Packet.PacketTooBig error) {
                    learnPathMtu(error.dropped(), (int) Math.min(error.mtuBytes(), LARGEST_PACKET_BYTES), packet.source());
                }
            }
            case TcpSegment segment -> tcp.receive(packet);
            default -> { }
        }
    }

    /** Opens a connection and sends data over it. */
    public TcpTransfer.Delivery start(TcpTransfer transfer, TcpTransfer.Progress progress) {
        return tcp.start(transfer, progress);
    }

    /** RFC 1122 section 3.3.2: the sender is told when the first fragment came. */
    private void fragmentsMissing(IpPacket first) {
        if (!IcmpErrors.isError(first.readableContent())) {
            icmp.send(IcmpErrors.reassemblyTimeExceeded(configuration.address().address(), first), this::sendData);
        }
    }

    private void learnPathMtu(Quotation dropped, int mtuBytes, IpAddress from) {
        boolean isOwn = dropped.source().filter(configuration.address().address()::equals).isPresent();
        Optional<IpAddress> destination = dropped.destination();
        OptionalInt believed = isOwn && destination.isPresent()
                ? pathMtus.learn(destination.get(), mtuBytes, scheduler.nowNanos()) : OptionalInt.empty();
        if (believed.isPresent()) {
            trace.record(attachment.node(),
                    new HostEvent.PathMtuLearned(destination.get(), believed.getAsInt(), from), configuration.origin());
            tcp.pathMtuChanged();
        }
    }

    @Override
    public void sendEchoRequest(
            IpAddress source, IpAddress destination, IcmpPacket.EchoRequest request, boolean dontFragment) {
        icmp.sendEchoRequest(source, destination, request, dontFragment, this::sendData);
    }

    @Override
    public void sendData(IpPacket packet) {
        IpAddress destination = packet.destination();
        IpAddress nextHop = configuration.address().prefix().contains(destination)
                ? destination : gateway.orElse(destination);
        if (attachment.segment().attachmentOf(nextHop).isEmpty()) {
            trace.record(attachment.node(), new HostEvent.Dropped(destination, nextHop, packet.summary()),
                    configuration.origin());
            return;
        }
        int lengthBytes = packet.lengthBytes();
        int mtuBytes = pathMtus.of(destination, scheduler.nowNanos());
        if (lengthBytes <= mtuBytes) {
            attachment.send(packet, nextHop);
        } else if (packet.dontFragment()) {
            trace.record(attachment.node(), new HostEvent.TooLarge(destination, packet.summary(), lengthBytes, mtuBytes),
                    configuration.origin());
        } else {
            fragments.cut(packet, attachment.interfaceName(), mtuBytes)
                    .forEach(piece -> attachment.send(piece, nextHop));
        }
    }
}
