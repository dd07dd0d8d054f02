package dmvpn.sim.icmp;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.Quotation;
import dmvpn.sim.router.IpError;
import dmvpn.sim.router.IpErrorHandler;
import dmvpn.sim.router.IpStack;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.router.RouterProtocol;
import java.util.Optional;
import java.util.stream.Stream;

/** ICMP of a router (RFC 792, RFC 1812 section 4.3; RFC 4443): answers pings and tells senders of packets that went no further. */
public final class IcmpProtocol implements RouterProtocol, IpErrorHandler, EchoSource {

    /** One unreachable message each 500 ms (Cisco IOS, {@code ip icmp rate-limit unreachable}). */
    private static final long UNREACHABLE_INTERVAL_NANOS = 500_000_000L;

    private final RouterContext router;
    private final IcmpNode icmp;
    private final Icmpv6ErrorLimit ipv6Limit = new Icmpv6ErrorLimit();
    private long nextUnreachableNanos;

    /** @param listener told of replies to this router's own echo requests */
    public IcmpProtocol(RouterContext router, EchoListener listener) {
        this.router = router;
        this.icmp = new IcmpNode(router.node(), router.device().origin(), router.trace(), listener);
    }

    @Override
    public String name() {
        return "ICMP";
    }

    @Override
    public void start() {
        IpStack.IpReceiver receiver = (ingress, packet) ->
                icmp.receive(packet, answer -> router.ip().send(ingress.vrf(), answer));
        router.ip().register(IpPacket.ICMP, receiver);
        router.ip().register(IpPacket.ICMPV6, receiver);
    }

    @Override
    public void stop() {
        // no timers
    }

    @Override
    public void sendEchoRequest(
            IpAddress source, IpAddress destination, IcmpPacket.EchoRequest request, boolean dontFragment) {
        icmp.sendEchoRequest(source, destination, request, dontFragment, this::sendData);
    }

    @Override
    public void sendData(IpPacket packet) {
        Optional<String> vrf = router.interfaces().stream()
                .filter(each -> each.address().filter(own -> own.address().equals(packet.source())).isPresent())
                .findFirst().flatMap(RouterInterface::vrf);
        router.ip().send(vrf, packet);
    }

    @Override
    public void failed(IpError error, RouterInterface ingress, IpPacket packet, int mtuBytes) {
        Optional<IpAddress> source = sourceFor(ingress, packet);
        if (source.isEmpty() || !mayBeToldAbout(packet) || isLimited(error, packet)) {
            return;
        }
        boolean ipv4 = packet.source() instanceof Ipv4Address;
        Packet message = ipv4 ? ofIpv4(error, packet, mtuBytes) : ofIpv6(error, packet, mtuBytes);
        icmp.send(IpPacket.originated(source.get(), packet.source(), ipv4 ? IpPacket.ICMP : IpPacket.ICMPV6, message),
                answer -> router.ip().send(ingress.vrf(), answer));
    }

    /** The address of the ingress interface, or of another one when that has none of the packet's family. */
    private Optional<IpAddress> sourceFor(RouterInterface ingress, IpPacket packet) {
        return Stream.concat(Stream.of(ingress), router.interfaces().stream().filter(each -> each.vrf().equals(ingress.vrf())))
                .filter(RouterInterface::isUp)
                .flatMap(each -> each.address().stream()).map(InterfaceAddress::address)
                .filter(address -> address.bitLength() == packet.source().bitLength()).findFirst();
    }

    private static IcmpPacket ofIpv4(IpError error, IpPacket packet, int mtuBytes) {
        Quotation quotation = new Quotation.OfPacket(packet, IcmpPacket.QUOTED_BYTES);
        return isTimeExceeded(error)
                ? new IcmpPacket.TimeExceeded(error == IpError.REASSEMBLY_TIME_EXCEEDED, quotation)
                : new IcmpPacket.DestinationUnreachable(reason(error), mtuBytes, quotation);
    }

    private static Icmpv6Packet ofIpv6(IpError error, IpPacket packet, int mtuBytes) {
        Quotation quotation = new Quotation.OfPacket(packet, Icmpv6Packet.QUOTED_BYTES);
        return switch (error) {
            case TIME_EXCEEDED, REASSEMBLY_TIME_EXCEEDED ->
                new Icmpv6Packet.TimeExceeded(error == IpError.REASSEMBLY_TIME_EXCEEDED, quotation);
            case FRAGMENTATION_NEEDED -> new Icmpv6Packet.PacketTooBig(mtuBytes, quotation);
            case PROTOCOL_UNREACHABLE -> new Icmpv6Packet.UnrecognizedNextHeader(
                    Icmpv6Packet.UnrecognizedNextHeader.OF_IPV6_HEADER, quotation);
            case NETWORK_UNREACHABLE ->
                new Icmpv6Packet.DestinationUnreachable(Icmpv6UnreachableReason.NO_ROUTE, quotation);
            case HOST_UNREACHABLE -> new Icmpv6Packet.DestinationUnreachable(Icmpv6UnreachableReason.ADDRESS, quotation);
            case PORT_UNREACHABLE -> new Icmpv6Packet.DestinationUnreachable(Icmpv6UnreachableReason.PORT, quotation);
        };
    }

    /**
     * RFC 1122 section 3.2.2, RFC 4443 section 2.4: never about an error, nor about what is to or from no single host, nor about
     * a fragment other than the first.
     */
    private static boolean mayBeToldAbout(IpPacket packet) {
        Packet content = packet.readableContent();
        return !IcmpErrors.isError(content) && !(content instanceof IpFragment) && !packet.destination().isMulticast() && !packet.source().isMulticast()
                && !packet.source().isUnspecified();
    }

    private static boolean isTimeExceeded(IpError error) {
        return error == IpError.TIME_EXCEEDED || error == IpError.REASSEMBLY_TIME_EXCEEDED;
    }

    private boolean isLimited(IpError error, IpPacket packet) {
        if (!(packet.source() instanceof Ipv4Address)) {
            return !ipv6Limit.allows(router.scheduler().nowNanos());
        }
        if (isTimeExceeded(error)) {
            return false;
        }
        long now = router.scheduler().nowNanos();
        if (now < nextUnreachableNanos) {
            return true;
        }
        nextUnreachableNanos = now + UNREACHABLE_INTERVAL_NANOS;
        return false;
    }

    private static UnreachableReason reason(IpError error) {
        return switch (error) {
            case HOST_UNREACHABLE -> UnreachableReason.HOST;
            case PROTOCOL_UNREACHABLE -> UnreachableReason.PROTOCOL;
            case PORT_UNREACHABLE -> UnreachableReason.PORT;
            case FRAGMENTATION_NEEDED -> UnreachableReason.FRAGMENTATION_NEEDED;
            case NETWORK_UNREACHABLE, TIME_EXCEEDED, REASSEMBLY_TIME_EXCEEDED -> UnreachableReason.NETWORK;
        };
    }
}
