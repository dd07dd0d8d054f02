package dmvpn.sim.scenario;

import dmvpn.network.address.IpAddress;
import dmvpn.network.scenario.Endpoint;
import dmvpn.network.tunnel.TunnelMode;
import dmvpn.sim.assembly.ComposedRouter;
import dmvpn.sim.assembly.RouterNode;
import dmvpn.sim.assembly.RunningNetwork;
import dmvpn.sim.icmp.IcmpPacket;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.routing.ForwardingDecision;
import dmvpn.sim.tunnel.CryptoSockets.SocketState;
import dmvpn.sim.tunnel.GreTunnel;
import dmvpn.sim.underlay.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows a packet from router to router by their tables as they are now, through overlay and underlay, without sending
 * anything and without leaving a mark anywhere.
 */
public final class PathProbe {

    /** No sensible path is longer; a longer one is a loop. */
    private static final int MAXIMUM_HOPS = 64;

    private final RunningNetwork network;
    private final IpPacket packet;
    private final List<ProbedPath.Hop> hops = new ArrayList<>();

    private PathProbe(RunningNetwork network, IpPacket packet) {
        this.network = network;
        this.packet = packet;
    }

    /** The way that an echo request between two endpoints would take now. */
    public static ProbedPath probe(RunningNetwork network, Endpoint source, Endpoint destination) {
        IpPacket packet = IpPacket.originated(source.address(), destination.address(), IpPacket.ICMP,
                new IcmpPacket.EchoRequest(0, 0, IcmpPacket.EchoRequest.DEFAULT_DATA_BYTES));
        return new PathProbe(network, packet).run(source);
    }

    /** Where the packet is: at a router, in one of its VRFs. */
    private record Place(RouterNode node, ComposedRouter router, Optional<String> vrf) {
    }

    /** What a router does: hand on to another place, or end here. */
    private record Step(String decision, Optional<Place> next, boolean arrives, String end) {

        static Step onward(String decision, Place next) {
            return new Step(decision, Optional.of(next), false, "");
        }

        static Step arrived(String decision) {
            return new Step(decision, Optional.empty(), true, "arrives");
        }

        static Step stopped(String why) {
            return new Step(why, Optional.empty(), false, why);
        }
    }

    private ProbedPath run(Endpoint source) {
        RouterNode start = network.routerNamed(source.device()).orElse(null);
        if (start == null || start.powered().isEmpty()) {
            return new ProbedPath(hops, false, source.device() + " has no power");
        }
        Place place = new Place(start, start.powered().get(), vrfOf(start.powered().get(), source.address()));
        while (hops.size() < MAXIMUM_HOPS) {
            Step step = step(place);
            hops.add(new ProbedPath.Hop(place.node().device().name(), step.decision()));
            if (step.next().isEmpty()) {
                return new ProbedPath(hops, step.arrives(), step.end());
            }
            place = step.next().get();
        }
        return new ProbedPath(hops, false, "forwarding loop");
    }

    /** The VRF in which the router has the address, or is the gateway of its network. */
    private static Optional<String> vrfOf(ComposedRouter router, IpAddress source) {
        return router.router().interfaces().stream()
                .filter(each -> each.address().filter(own -> own.prefix().contains(source)).isPresent())
                .findFirst().flatMap(RouterInterface::vrf);
    }

    private Step step(Place place) {
        if (place.router().router().owns(place.vrf(), packet.destination())) {
            return Step.arrived("own address");
        }
        ForwardingDecision decision =
                place.router().router().forwarding(place.vrf()).forward(packet.destination()).orElse(null);
        if (decision == null || decision.isDiscard()) {
            return Step.stopped(decision == null ? "no route" : "the route discards");
        }
        RouterInterface egress = place.router().router().interfaceNamed(decision.interfaceName()).orElse(null);
        if (egress == null || !egress.isUp()) {
            return Step.stopped("the egress interface is down");
        }
        return egress instanceof GreTunnel tunnel
                ? throughTunnel(place, tunnel, decision) : throughCable(place, egress, decision);
    }

    private Step throughCable(Place place, RouterInterface egress, ForwardingDecision decision) {
        Attachment to = place.node().attachment(egress.name())
                .flatMap(cable -> cable.segment().receiver(packet.destination(), decision.nextHop())).orElse(null);
        if (to == null) {
            return Step.stopped("nobody on the network has the address");
        }
        if (network.underlay().isBroken(place.node().node(), to.node())) {
            return Step.stopped("the underlay path to " + to.device() + " is broken");
        }
        RouterNode next = network.routerAt(to.node()).orElse(null);
        String decided = decision.reason() + " out of " + egress.name();
        if (next == null) {
            return Step.arrived(decided);
        }
        return next.powered()
                .map(router -> Step.onward(decided,
                        new Place(next, router, router.router().interfaceNamed(to.interfaceName())
                                .flatMap(RouterInterface::vrf))))
                .orElseGet(() -> Step.stopped(next.device().name() + " has no power"));
    }

    private Step throughTunnel(Place place, GreTunnel tunnel, ForwardingDecision decision) {
        Optional<IpAddress> peer = tunnel.configuration().mode() instanceof TunnelMode.PointToPoint fixed
                ? Optional.of(fixed.destination()) : tunnel.resolver().peek(decision.nextHop(), packet);
        if (peer.isEmpty()) {
            return Step.stopped("NHRP knows no NBMA address for " + decision.nextHop());
        }
        IpAddress nbmaAddress = peer.get();
        if (!isUsable(tunnel, nbmaAddress)) {
            return Step.stopped("no IPsec security association with " + nbmaAddress);
        }
        ForwardingDecision outer = place.router().router().forwarding(tunnel.configuration().frontDoorVrf())
                .forward(nbmaAddress).orElse(null);
        if (outer == null || outer.isDiscard() || outer.interfaceName().equals(tunnel.name())) {
            return Step.stopped(outer == null || outer.isDiscard()
                    ? "no route to the far end " + nbmaAddress : "recursive routing to the far end " + nbmaAddress);
        }
        Attachment to = place.node().attachment(outer.interfaceName())
                .flatMap(cable -> cable.segment().receiver(nbmaAddress, outer.nextHop())).orElse(null);
        if (to == null) {
            return Step.stopped("nobody powered has the NBMA address " + nbmaAddress);
        }
        if (network.underlay().isBroken(place.node().node(), to.node())) {
            return Step.stopped("the underlay path to " + to.device() + " is broken");
        }
        return intoTunnel(tunnel, decision, nbmaAddress, to);
    }

    private Step intoTunnel(GreTunnel tunnel, ForwardingDecision decision, IpAddress nbmaAddress, Attachment to) {
        RouterNode next = network.routerAt(to.node()).orElse(null);
        ComposedRouter router = next == null ? null : next.powered().orElse(null);
        if (router == null) {
            return Step.stopped(to.device() + " takes no GRE");
        }
        IpAddress local = tunnel.nbmaAddress().orElseThrow();
        Optional<String> ingressVrf =
                router.router().interfaceNamed(to.interfaceName()).flatMap(RouterInterface::vrf);
        GreTunnel farEnd = router.tunnelLayer()
                .tunnelFor(ingressVrf, local, nbmaAddress, tunnel.configuration().key()).orElse(null);
        if (farEnd == null) {
            return Step.stopped("no tunnel of " + to.device() + " takes the packet");
        }
        if (farEnd.protector().isPresent() != tunnel.protector().isPresent() || !isUsable(farEnd, local)) {
            return Step.stopped(to.device() + " has no IPsec security association with " + local);
        }
        return Step.onward(decision.reason() + " into " + tunnel.name() + " to " + nbmaAddress,
                new Place(next, router, farEnd.vrf()));
    }

    private static boolean isUsable(GreTunnel tunnel, IpAddress peer) {
        return tunnel.protector().isEmpty()
                || tunnel.protector().get().sockets().state(peer) == SocketState.UP;
    }
}
