package dmvpn.sim.host;

import dmvpn.network.address.IpAddress;
import dmvpn.network.underlay.Host;
import dmvpn.sim.icmp.EchoListener;
import dmvpn.sim.icmp.EchoSource;
import dmvpn.sim.icmp.IcmpNode;
import dmvpn.sim.icmp.IcmpPacket;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.trace.TraceRecorder;
import dmvpn.sim.underlay.Attachment;
import java.util.Optional;

/** A host with one interface and a default gateway. It is always on, answers pings and sends them when told to. */
public final class LanHost implements EchoSource {

    private final Host configuration;
    private final Attachment attachment;
    private final Optional<IpAddress> gateway;
    private final TraceRecorder trace;
    private final IcmpNode icmp;

    /**
     * @param attachment its cable
     * @param gateway address of its router on the local network, empty when the router has none there
     * @param listener told of answers to its pings
     */
    public LanHost(Host configuration, Attachment attachment, Optional<IpAddress> gateway, TraceRecorder trace,
            EchoListener listener) {
        this.configuration = configuration;
        this.attachment = attachment;
        this.gateway = gateway;
        this.trace = trace;
        this.icmp = new IcmpNode(attachment.node(), configuration.origin(), trace, listener);
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
        if (packet.destination().equals(configuration.address().address())) {
            icmp.receive(packet, this::sendData);
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
            trace.record(attachment.node(), new HostEvent(destination, nextHop, packet.summary()),
                    configuration.origin());
            return;
        }
        attachment.send(packet, nextHop);
    }
}
