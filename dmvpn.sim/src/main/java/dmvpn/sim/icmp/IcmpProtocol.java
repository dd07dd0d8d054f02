package dmvpn.sim.icmp;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Quotation;
import dmvpn.sim.router.IpError;
import dmvpn.sim.router.IpErrorHandler;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.router.RouterProtocol;
import java.util.Optional;

/** ICMP of a router (RFC 792, RFC 1812 section 4.3): answers pings and tells senders of packets that went no further. */
public final class IcmpProtocol implements RouterProtocol, IpErrorHandler, EchoSource {

    /** One unreachable message each 500 ms (Cisco IOS, {@code ip icmp rate-limit unreachable}). */
    private static final long UNREACHABLE_INTERVAL_NANOS = 500_000_000L;

    private final RouterContext router;
    private final IcmpNode icmp;
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
        router.ip().register(IpPacket.ICMP, (ingress, packet) ->
                icmp.receive(packet, answer -> router.ip().send(ingress.vrf(), answer)));
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
        Optional<IpAddress> source = ingress.address().map(InterfaceAddress::address);
        if (source.isEmpty() || !mayBeToldAbout(packet) || isLimited(error)) {
            return;
        }
        Quotation quotation = new Quotation.OfPacket(packet, IcmpPacket.QUOTED_BYTES);
        IcmpPacket message = error == IpError.TIME_EXCEEDED
                ? new IcmpPacket.TimeExceeded(quotation)
                : new IcmpPacket.DestinationUnreachable(reason(error), mtuBytes, quotation);
        icmp.send(source.get(), packet.source(), message, answer -> router.ip().send(ingress.vrf(), answer));
    }

    /** RFC 1122 section 3.2.2: never about an error message, nor about what went to or came from no single host. */
    private static boolean mayBeToldAbout(IpPacket packet) {
        boolean isError = packet.content() instanceof IcmpPacket.TimeExceeded
                || packet.content() instanceof IcmpPacket.DestinationUnreachable;
        return !isError && !packet.destination().isMulticast() && !packet.source().isMulticast()
                && !packet.source().isUnspecified();
    }

    private boolean isLimited(IpError error) {
        if (error == IpError.TIME_EXCEEDED) {
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
            case NETWORK_UNREACHABLE, TIME_EXCEEDED -> UnreachableReason.NETWORK;
        };
    }
}
