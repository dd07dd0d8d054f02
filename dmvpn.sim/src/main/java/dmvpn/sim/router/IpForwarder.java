package dmvpn.sim.router;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.forwarding.ClearedDontFragment;
import dmvpn.network.origin.Origin;
import dmvpn.sim.fragmentation.FragmentCounters;
import dmvpn.sim.fragmentation.Fragmenter;
import dmvpn.sim.fragmentation.FragmentingNode;
import dmvpn.sim.fragmentation.Reassembler;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.routing.FlowKey;
import dmvpn.sim.routing.ForwardingDecision;
import dmvpn.sim.routing.LongestMatchRoutingTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** IP on one router (RFC 1812): local delivery, forwarding by VRF, and errors to the sender. */
final class IpForwarder implements IpStack {

    private static final int PROTOCOL_NUMBERS = 256;

    private record OwnTunnelPacket(RouterInterface ingress, IpPacket packet) {
    }

    private final Router router;
    private final IpReceiver[] receivers = new IpReceiver[PROTOCOL_NUMBERS];
    private final Map<Integer, UdpReceiver> udpReceivers = new HashMap<>();
    private final List<TransitListener> transitListeners = new ArrayList<>();
    private final FragmentingNode fragments;
    /** Interfaces on which packets lose their DF bit ({@code set ip df 0}). */
    private final Set<String> clearsDontFragment;
    private final PolicyRoutes policyRoutes;
    /** Tunnel packets of the router to itself that are being delivered, empty otherwise. */
    private final List<OwnTunnelPacket> ownTunnelPackets = new ArrayList<>();
    private IpErrorHandler errorHandler = (error, ingress, packet, mtuBytes) -> { };

    IpForwarder(Router router) {
        this.router = router;
        clearsDontFragment = router.device().forwarding().clearedDontFragment().stream()
                .map(ClearedDontFragment::interfaceName).collect(Collectors.toUnmodifiableSet());
        policyRoutes = new PolicyRoutes(router.device().forwarding());
        receivers[IpPacket.UDP] = this::receiveUdp;
        fragments = new FragmentingNode(router.node(), router.device().origin(), router.scheduler(), router.trace(),
                Reassembler.ROUTER_TIMEOUT_NANOS);
    }

    /** What was fragmented and reassembled. */
    FragmentCounters fragmentCounters() {
        return fragments.counters();
    }

    /** Power fails. */
    void stop() {
        fragments.stop();
    }

    void setErrorHandler(IpErrorHandler handler) {
        errorHandler = handler;
    }

    @Override
    public void register(int protocolNumber, IpReceiver receiver) {
        IpReceiver present = receivers[protocolNumber];
        receivers[protocolNumber] = present == null ? receiver : (ingress, packet) -> {
            present.receive(ingress, packet);
            receiver.receive(ingress, packet);
        };
    }

    @Override
    public void registerUdp(int port, UdpReceiver receiver) {
        UdpReceiver present = udpReceivers.get(port);
        udpReceivers.put(port, present == null ? receiver : (ingress, packet, datagram) -> {
            present.receive(ingress, packet, datagram);
            receiver.receive(ingress, packet, datagram);
        });
    }

    @Override
    public void addTransitListener(TransitListener listener) {
        transitListeners.add(listener);
    }

    @Override
    public void send(Optional<String> vrf, IpPacket packet) {
        VirtualRouter from = router.virtualRouter(vrf);
        if (!deliveredHere(from, packet)) {
            leave(packet, wayOfOwn(packet, from.table()).orElse(null));
        }
    }

    @Override
    public void sendEncapsulated(Optional<String> vrf, IpPacket packet) {
        VirtualRouter from = router.virtualRouter(vrf);
        RouterInterface own = from.ownerOf(packet.destination());
        if (own != null) {
            deliverEncapsulated(own, packet);
        } else {
            leaveEncapsulated(packet, from.table().forward(flowOf(packet)).orElse(null));
        }
    }

    /** What a tunnel encapsulated does not go into a tunnel, be it the same or one that leads back into it: it would not end. */
    private void leaveEncapsulated(IpPacket packet, ForwardingDecision way) {
        RouterInterface egress = way == null || way.isDiscard() ? null : router.egress(way.interfaceName());
        if (egress != null && egress.isTunnel()) {
            drop(packet, "recursive routing: the way to the far end of a tunnel leads into " + egress.name(), egress.origin());
        } else {
            leave(packet, way);
        }
    }

    /**
     * A tunnel whose far end is the router itself gets what it sends. Where routes lead what comes out of it into it again, that
     * goes on until the TTL expires: one after the other, since each inside the one before would not fit on a stack.
     */
    private void deliverEncapsulated(RouterInterface own, IpPacket packet) {
        ownTunnelPackets.add(new OwnTunnelPacket(own, packet));
        if (ownTunnelPackets.size() > 1) {
            return;
        }
        try {
            for (int next = 0; next < ownTunnelPackets.size(); next++) {
                deliver(ownTunnelPackets.get(next).ingress(), ownTunnelPackets.get(next).packet());
            }
        } finally {
            ownTunnelPackets.clear();
        }
    }

    /** True when it matters to a packet where it came from. */
    boolean hasPolicyRoutes() {
        return !policyRoutes.isEmpty();
    }

    /** Where a packet that the router makes itself goes: by local policy, else by the routes. */
    Optional<ForwardingDecision> wayOfOwn(IpPacket packet, LongestMatchRoutingTable table) {
        return policyRoutes.ofOwn(packet, table).or(() -> table.forward(flowOf(packet)));
    }

    /** Where a packet that arrived on an interface goes: by the policy of the interface, else by the routes. */
    Optional<ForwardingDecision> wayOfArrived(String ingress, IpPacket packet, LongestMatchRoutingTable table) {
        return policyRoutes.ofArrived(ingress, packet, table).or(() -> table.forward(flowOf(packet)));
    }

    private boolean deliveredHere(VirtualRouter from, IpPacket packet) {
        RouterInterface own = from.ownerOf(packet.destination());
        if (own != null) {
            deliver(own, packet);
        }
        return own != null;
    }

    /** @param way null when there is none */
    private void leave(IpPacket packet, ForwardingDecision way) {
        if (way == null || way.isDiscard()) {
            drop(packet, way == null ? "no route" : "the route discards", Origin.NONE);
            return;
        }
        RouterInterface egress = router.egress(way.interfaceName());
        if (egress != null) {
            transmit(egress, packet, way.nextHop());
        }
    }

    @Override
    public void sendOn(RouterInterface egress, IpPacket packet, IpAddress nextHop) {
        transmit(egress, packet, nextHop);
    }

    private static FlowKey flowOf(IpPacket packet) {
        return new FlowKey(packet.source(), packet.destination(), packet.protocolNumber());
    }

    /** A packet of this router leaves, in pieces where the interface takes no larger ones. */
    private void transmit(RouterInterface egress, IpPacket packet, IpAddress nextHop) {
        if (packet.lengthBytes() <= egress.mtuBytes()) {
            egress.send(packet, nextHop);
        } else if (packet.dontFragment()) {
            fragments.couldNotCut();
            drop(packet, packet.source() instanceof Ipv4Address ? tooLarge(packet)
                    : "larger than the MTU of the egress interface, and its sender must not fragment it", egress.origin());
        } else {
            fragments.cut(packet, egress.name(), egress.mtuBytes()).forEach(piece -> egress.send(piece, nextHop));
        }
    }

    private static String tooLarge(IpPacket packet) {
        return "larger than the MTU of the egress interface, and "
                + (packet.source() instanceof Ipv4Address ? "DF is set" : "routers do not fragment IPv6");
    }

    @Override
    public void sendUdp(Optional<String> vrf, IpAddress source, int sourcePort, IpAddress destination,
            int destinationPort, Packet content) {
        send(vrf, IpPacket.originated(source, destination, IpPacket.UDP,
                new UdpDatagram(sourcePort, destinationPort, content)));
    }

    @Override
    public void receive(RouterInterface ingress, IpPacket packet) {
        if (packet.destination().isMulticast()) {
            // Multicast routing is not simulated: a group is heard on the link and goes no further.
            if (receivers[packet.protocolNumber()] != null) {
                deliver(ingress, packet);
            }
            return;
        }
        VirtualRouter virtualRouter = router.virtualRouter(ingress.vrf());
        if (virtualRouter.ownerOf(packet.destination()) != null || isLinkLocalAddressOf(ingress, packet.destination())) {
            deliver(ingress, packet);
        } else if (staysOnLink(packet)) {
            drop(packet, "link-local addresses are of one link alone", ingress.origin());
        } else {
            forward(virtualRouter, ingress, packet);
        }
    }

    private static boolean isLinkLocalAddressOf(RouterInterface ingress, IpAddress destination) {
        return destination.isLinkLocal() && ingress.linkLocalAddress().filter(destination::equals).isPresent();
    }

    /** RFC 4291 section 2.5.6: a router forwards no packet with a link-local source or destination. */
    private static boolean staysOnLink(IpPacket packet) {
        return packet.destination() instanceof Ipv6Address
                && (packet.destination().isLinkLocal() || packet.source().isLinkLocal());
    }

    private void deliver(RouterInterface ingress, IpPacket packet) {
        if (packet.content() instanceof IpFragment) {
            fragments.receive(packet, first -> errorHandler.failed(IpError.REASSEMBLY_TIME_EXCEEDED, ingress, first, 0))
                    .ifPresent(whole -> deliver(ingress, whole));
            return;
        }
        IpReceiver receiver = receivers[packet.protocolNumber()];
        if (receiver == null) {
            fail(IpError.PROTOCOL_UNREACHABLE, "the router does not speak the protocol", ingress, packet, 0);
        } else {
            receiver.receive(ingress, packet);
        }
    }

    private void receiveUdp(RouterInterface ingress, IpPacket packet) {
        UdpDatagram datagram = (UdpDatagram) packet.content();
        UdpReceiver receiver = udpReceivers.get(datagram.destinationPort());
        if (receiver == null && packet.destination().isMulticast()) {
            // A router that does not belong to the group hears nothing; no error is sent about multicast (RFC 1122 section 3.2.2).
            return;
        }
        if (receiver == null) {
            fail(IpError.PORT_UNREACHABLE, "nobody listens on the port", ingress, packet, 0);
        } else {
            receiver.receive(ingress, packet, datagram);
        }
    }

    private void forward(VirtualRouter virtualRouter, RouterInterface ingress, IpPacket arrived) {
        boolean isCleared = arrived.source() instanceof Ipv4Address && clearsDontFragment.contains(ingress.name());
        IpPacket packet = isCleared ? arrived.withDontFragment(false) : arrived;
        if (packet.timeToLive() <= 1) {
            fail(IpError.TIME_EXCEEDED, "the TTL expired", ingress, packet, 0);
            return;
        }
        ForwardingDecision decision = wayOfArrived(ingress.name(), packet, virtualRouter.table()).orElse(null);
        if (decision == null || decision.isDiscard()) {
            fail(IpError.NETWORK_UNREACHABLE, decision == null ? "no route" : "the route discards", ingress, packet, 0);
            return;
        }
        AbstractRouterInterface egress = router.egress(decision.interfaceName());
        if (egress == null || !egress.isUp()) {
            fail(IpError.NETWORK_UNREACHABLE, "the egress interface is down", ingress, packet, 0);
        } else if (!egress.mayReach(decision.nextHop())) {
            fail(IpError.HOST_UNREACHABLE, "nobody on the network has the address", ingress, packet, 0);
        } else {
            forward(ingress, egress, packet, decision);
        }
    }

    private void forward(RouterInterface ingress, AbstractRouterInterface egress, IpPacket packet, ForwardingDecision decision) {
        int mtuBytes = egress.mtuBytesTowards(decision.nextHop(), packet);
        if (packet.lengthBytes() <= mtuBytes) {
            tellTransit(ingress, egress, packet, decision);
            egress.forward(ingress, packet.withDecrementedTimeToLive(), decision);
        } else if (Fragmenter.mayBeCutOnTheWay(packet)) {
            tellTransit(ingress, egress, packet, decision);
            fragments.cut(packet.withDecrementedTimeToLive(), egress.name(), mtuBytes)
                    .forEach(piece -> egress.forward(ingress, piece, decision));
        } else {
            // Of IPv6 it is the same error: Packet Too Big (RFC 4443 section 3.2) in place of Destination Unreachable.
            fragments.couldNotCut();
            fail(IpError.FRAGMENTATION_NEEDED, tooLarge(packet), ingress, packet, mtuBytes);
        }
    }

    private void tellTransit(RouterInterface ingress, RouterInterface egress, IpPacket packet,
            ForwardingDecision decision) {
        for (TransitListener listener : transitListeners) {
            listener.transit(ingress, egress, decision.nextHop(), packet);
        }
    }

    private void fail(IpError error, String reason, RouterInterface ingress, IpPacket packet, int mtuBytes) {
        drop(packet, reason, ingress.origin());
        errorHandler.failed(error, ingress, packet, mtuBytes);
    }

    private void drop(IpPacket packet, String reason, Origin origin) {
        router.record(new IpEvent.Dropped(packet.source(), packet.destination(), packet.summary(), reason), origin);
    }
}
