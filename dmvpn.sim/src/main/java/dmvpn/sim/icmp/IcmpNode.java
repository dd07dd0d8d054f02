package dmvpn.sim.icmp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import dmvpn.sim.icmp.IcmpEvent.Direction;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.trace.TraceRecorder;
import java.util.function.Consumer;

/**
 * What ICMP of both families does on every node, host or router (RFC 1122 section 3.2.2, RFC 4443 section 4): answers echo
 * requests, takes replies.
 */
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

    /** Sends an echo request, of ICMPv6 between IPv6 addresses. */
    public void sendEchoRequest(IpAddress source, IpAddress destination, IcmpPacket.EchoRequest request,
            boolean dontFragment, Consumer<IpPacket> output) {
        send(EchoRequests.packet(source, destination, request).withDontFragment(dontFragment), output);
    }

    /** Takes a packet of this node; the answer, if any, goes to the output. One that is not of ICMP is ignored. */
    public void receive(IpPacket packet, Consumer<IpPacket> output) {
        switch (packet.content()) {
            case IcmpPacket message -> receive(packet, message, output);
            case Icmpv6Packet message -> receive(packet, message, output);
            default -> { }
        }
    }

    private void receive(IpPacket packet, IcmpPacket message, Consumer<IpPacket> output) {
        record(Direction.RECEIVED, packet);
        switch (message) {
            case IcmpPacket.EchoRequest request -> answer(packet, request.reply(), output);
            case IcmpPacket.EchoReply reply ->
                listener.answered(packet.source(), reply.identifier(), reply.sequenceNumber());
            case IcmpPacket.TimeExceeded expired -> { }
            case IcmpPacket.DestinationUnreachable unreachable -> { }
        }
    }

    private void receive(IpPacket packet, Icmpv6Packet message, Consumer<IpPacket> output) {
        record(Direction.RECEIVED, packet);
        switch (message) {
            case Icmpv6Packet.EchoRequest request -> answer(packet, request.reply(), output);
            case Icmpv6Packet.EchoReply reply ->
                listener.answered(packet.source(), reply.identifier(), reply.sequenceNumber());
            case Icmpv6Packet.DestinationUnreachable unreachable -> { }
            case Icmpv6Packet.PacketTooBig tooBig -> { }
            case Icmpv6Packet.TimeExceeded expired -> { }
            case Icmpv6Packet.UnrecognizedNextHeader unrecognized -> { }
        }
    }

    private void answer(IpPacket request, Packet reply, Consumer<IpPacket> output) {
        send(IpPacket.originated(request.destination(), request.source(), request.protocolNumber(), reply), output);
    }

    /** Sends a packet of this node whose content is a message of ICMP. */
    public void send(IpPacket packet, Consumer<IpPacket> output) {
        record(Direction.SENT, packet);
        output.accept(packet);
    }

    private void record(Direction direction, IpPacket packet) {
        if (!trace.isRecording()) {
            return;
        }
        IcmpEvent event = switch (packet.content()) {
            case IcmpPacket message -> event(direction, packet, message);
            case Icmpv6Packet message -> event(direction, packet, message);
            default -> throw new IllegalArgumentException(packet.content().protocol() + " is not ICMP");
        };
        trace.record(node, event, origin);
    }

    private static IcmpEvent event(Direction direction, IpPacket packet, IcmpPacket message) {
        return switch (message) {
            case IcmpPacket.EchoRequest echo -> echo(direction, packet, echo.identifier(), echo.sequenceNumber());
            case IcmpPacket.EchoReply echo -> echo(direction, packet, echo.identifier(), echo.sequenceNumber());
            case IcmpPacket.TimeExceeded expired -> failure(direction, packet,
                    expired.inReassembly() ? "fragments did not come in time" : "the TTL expired in transit");
            case IcmpPacket.DestinationUnreachable unreachable ->
                failure(direction, packet, unreachable.reason().title());
        };
    }

    private static IcmpEvent event(Direction direction, IpPacket packet, Icmpv6Packet message) {
        return switch (message) {
            case Icmpv6Packet.EchoRequest echo -> echo(direction, packet, echo.identifier(), echo.sequenceNumber());
            case Icmpv6Packet.EchoReply echo -> echo(direction, packet, echo.identifier(), echo.sequenceNumber());
            case Icmpv6Packet.DestinationUnreachable unreachable ->
                failure(direction, packet, unreachable.reason().title());
            case Icmpv6Packet.PacketTooBig tooBig ->
                failure(direction, packet, "the next network takes " + tooBig.mtuBytes() + " bytes at most");
            case Icmpv6Packet.TimeExceeded expired -> failure(direction, packet,
                    expired.inReassembly() ? "fragments did not come in time" : "hop limit exceeded in transit");
            case Icmpv6Packet.UnrecognizedNextHeader unrecognized ->
                failure(direction, packet, "unrecognized next header");
        };
    }

    private static IcmpEvent echo(Direction direction, IpPacket packet, int identifier, int sequenceNumber) {
        return new IcmpEvent.Echo(packet.summary(), direction, packet.source(), packet.destination(), identifier,
                sequenceNumber);
    }

    private static IcmpEvent failure(Direction direction, IpPacket packet, String reason) {
        return new IcmpEvent.Failure(packet.summary(), direction, packet.source(), packet.destination(), reason);
    }
}
