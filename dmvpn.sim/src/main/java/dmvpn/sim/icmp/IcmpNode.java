package dmvpn.sim.icmp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import dmvpn.sim.icmp.IcmpEvent.Direction;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.trace.TraceRecorder;
import java.util.function.Consumer;

/** What ICMP does on every node, host or router (RFC 1122 section 3.2.2): answers echo requests, takes replies. */
public final class IcmpNode {

    private final int node;
    private final Origin origin;
    private final TraceRecorder trace;
    private final EchoListener listener;

    /**
     * @param node index of the node in the trace
     * @param origin the element that configured it
     * @param listener told of echo replies
     */
    public IcmpNode(int node, Origin origin, TraceRecorder trace, EchoListener listener) {
        this.node = node;
        this.origin = origin;
        this.trace = trace;
        this.listener = listener;
    }

    /** Sends an echo request. */
    public void sendEchoRequest(IpAddress source, IpAddress destination, IcmpPacket.EchoRequest request,
            boolean dontFragment, Consumer<IpPacket> output) {
        send(source, destination, request, dontFragment, output);
    }

    /** Takes a packet of this node; the answer, if any, goes to the output. */
    public void receive(IpPacket packet, Consumer<IpPacket> output) {
        IcmpPacket message = (IcmpPacket) packet.content();
        record(Direction.RECEIVED, packet, message);
        switch (message) {
            case IcmpPacket.EchoRequest request ->
                send(packet.destination(), packet.source(), request.reply(), output);
            case IcmpPacket.EchoReply reply ->
                listener.answered(packet.source(), reply.identifier(), reply.sequenceNumber());
            case IcmpPacket.TimeExceeded expired -> { }
            case IcmpPacket.DestinationUnreachable unreachable -> { }
        }
    }

    /** Sends a message of this node. */
    void send(IpAddress source, IpAddress destination, IcmpPacket message, Consumer<IpPacket> output) {
        send(source, destination, message, false, output);
    }

    private void send(IpAddress source, IpAddress destination, IcmpPacket message, boolean dontFragment,
            Consumer<IpPacket> output) {
        IpPacket packet = IpPacket.originated(source, destination, IpPacket.ICMP, message)
                .withDontFragment(dontFragment);
        record(Direction.SENT, packet, message);
        output.accept(packet);
    }

    private void record(Direction direction, IpPacket packet, IcmpPacket message) {
        if (!trace.isRecording()) {
            return;
        }
        trace.record(node, switch (message) {
            case IcmpPacket.EchoRequest echo -> echo(direction, packet, echo.identifier(), echo.sequenceNumber());
            case IcmpPacket.EchoReply echo -> echo(direction, packet, echo.identifier(), echo.sequenceNumber());
            case IcmpPacket.TimeExceeded expired -> failure(direction, packet, "the TTL expired in transit");
            case IcmpPacket.DestinationUnreachable unreachable ->
                failure(direction, packet, unreachable.reason().title());
        }, origin);
    }

    private static IcmpEvent echo(Direction direction, IpPacket packet, int identifier, int sequenceNumber) {
        return new IcmpEvent.Echo(packet.summary(), direction, packet.source(), packet.destination(), identifier,
                sequenceNumber);
    }

    private static IcmpEvent failure(Direction direction, IpPacket packet, String reason) {
        return new IcmpEvent.Failure(packet.summary(), direction, packet.source(), packet.destination(), reason);
    }
}
