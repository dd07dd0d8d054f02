package dmvpn.sim.scenario;

import dmvpn.network.address.IpAddress;
import dmvpn.network.scenario.Endpoint;
import dmvpn.network.scenario.UnderlayProtocol;
import dmvpn.network.tunnel.TunnelMode;
import dmvpn.sim.assembly.ComposedRouter;
import dmvpn.sim.assembly.RouterNode;
import dmvpn.sim.assembly.RunningNetwork;
import dmvpn.sim.icmp.EchoRequests;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.routing.FlowKey;
import dmvpn.sim.routing.ForwardingDecision;
import dmvpn.sim.scenario.ProbedPath.Outcome;
import dmvpn.sim.tunnel.FarEnd;
import dmvpn.sim.tunnel.GreTunnel;
import dmvpn.sim.underlay.Attachment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Follows a packet from router to router by their tables as they are now, through overlay and underlay, without sending
 * anything and without leaving a mark anywhere.
 */
public final class PathProbe {

    private final RunningNetwork network;
    private final IpPacket packet;

    /** What the network carries where the packet is in no tunnel. */
    private final UnderlayProtocol protocol;
    private final List<ProbedPath.Hop> hops = new ArrayList<>();
    private final Set<Place> seen = new HashSet<>();

    private PathProbe(RunningNetwork network, IpPacket packet, UnderlayProtocol protocol) {
        this.network = network;
        this.packet = packet;
        this.protocol = protocol;
    }

    /** The way that an echo request between two endpoints would take now. */
    public static ProbedPath probe(RunningNetwork network, Endpoint source, Endpoint destination) {
        return probe(network, source, destination, UnderlayProtocol.ICMP);
    }

    /**
     * The way that a packet between two endpoints would take now, by destination.
     *
     * @param protocol what firewalls of the underlay take it for
     */
    public static ProbedPath probe(RunningNetwork network, Endpoint source, Endpoint destination, UnderlayProtocol protocol) {
        PathProbe probe = new PathProbe(network, EchoRequests.ofDefaultSize(source.address(), destination.address()), protocol);
        return probe.run(source, router -> probe.interfaceOf(router, source));
    }

    /**
     * The way of an echo request from an interface on: where several networks of a router have the same addresses, it tells which.
     *
     * @param sourceInterface interface that has the source's address or is in its network
     */
    public static ProbedPath probe(RunningNetwork network, Endpoint source, String sourceInterface, Endpoint destination) {
        IpPacket packet = EchoRequests.ofDefaultSize(source.address(), destination.address());
        return new PathProbe(network, packet, UnderlayProtocol.ICMP).run(source, router -> router.router().interfaceNamed(sourceInterface));
    }

    /** The way that a packet takes now that is at a router in a VRF. */
    static ProbedPath probe(RunningNetwork network, RouterNode start, Optional<String> vrf, IpAddress destination) {
        if (start.powered().isEmpty()) {
            return new ProbedPath(List.of(), Outcome.NO_POWER, start.device().name() + " has no power");
        }
        IpAddress source = start.device().tunnels().stream().map(tunnel -> tunnel.address().address())
                .filter(address -> address.getClass() == destination.getClass()).findFirst().orElse(destination);
        IpPacket packet = EchoRequests.ofDefaultSize(source, destination);
        return new PathProbe(network, packet, UnderlayProtocol.ICMP).follow(new Place(start, start.powered().get(), vrf, Optional.empty()));
    }

    /**
     * Where the packet is: at a router, in one of its VRFs. Where there are policy routes it matters on which interface it arrived, or
     * that it was made there.
     */
    private record Place(RouterNode node, ComposedRouter router, Optional<String> vrf, Optional<String> ingress) {

        static Place arrivedOn(String ingress, RouterNode node, ComposedRouter router, Optional<String> vrf) {
            return new Place(node, router, vrf, router.router().hasPolicyRoutes() ? Optional.of(ingress) : Optional.empty());
        }
    }

    /** What a router does: hand on to another place, or end here. */
    private record Step(String decision, Optional<String> network, Optional<String> tunnel, Optional<Place> next, Outcome outcome,
            String end) {

        static Step onward(String decision, String network, Place next) {
            return new Step(decision, Optional.of(network), Optional.empty(), Optional.of(next), Outcome.ARRIVES, "");
        }

        static Step arrived(String decision, Optional<String> network) {
            return new Step(decision, network, Optional.empty(), Optional.empty(), Outcome.ARRIVES, "arrives");
        }

        static Step stopped(Outcome outcome, String why) {
            return new Step(why, Optional.empty(), Optional.empty(), Optional.empty(), outcome, why);
        }

        Step through(GreTunnel entered) {
            return new Step(decision, network, Optional.of(entered.name()), next, outcome, end);
        }
    }

    private ProbedPath run(Endpoint source, Function<ComposedRouter, Optional<RouterInterface>> interfaceOfSource) {
        RouterNode start = network.routerNamed(source.device()).orElse(null);
        if (start == null || start.powered().isEmpty()) {
            return new ProbedPath(hops, Outcome.NO_POWER, source.device() + " has no power");
        }
        ComposedRouter router = start.powered().get();
        Optional<RouterInterface> interfaceOf = interfaceOfSource.apply(router);
        Optional<RouterInterface> ingress = interfaceOf.filter(
                each -> each.address().filter(own -> own.address().equals(source.address())).isEmpty());
        Optional<String> down = ingress.filter(each -> !each.isUp()).map(RouterInterface::name);
        if (down.isPresent()) {
            return new ProbedPath(hops, Outcome.INTERFACE_DOWN, "interface " + down.get() + " of " + source.device()
                    + ", where it comes from, is down");
        }
        return follow(new Place(start, router, interfaceOf.flatMap(RouterInterface::vrf), ingress.map(RouterInterface::name)));
    }

    /** The same packet at the same place takes the same way again: a place seen twice is a loop. */
    private ProbedPath follow(Place start) {
        Place place = start;
        while (seen.add(place)) {
            Step step = step(place);
            String name = place.node().device().name();
            boolean provided = place.node().isProvider();
            if (!provided) {
                hops.add(new ProbedPath.Hop(name, step.decision(), step.network(), step.tunnel()));
            }
            if (step.next().isEmpty()) {
                return new ProbedPath(hops, step.outcome(), provided ? "the provider's " + name + ": " + step.end() : step.end());
            }
            place = step.next().get();
        }
        hops.add(new ProbedPath.Hop(place.node().device().name(), "has seen the packet before", Optional.empty(), Optional.empty()));
        return new ProbedPath(hops, Outcome.LOOPS, "forwarding loop");
    }

    /** The gateway of a host, also when it is down; else the interface that has the address, or is in its network. */
    private Optional<RouterInterface> interfaceOf(ComposedRouter router, Endpoint source) {
        return network.host(source.device(), source.address())
                .flatMap(host -> router.router().interfaceNamed(host.configuration().interfaceName()))
                .or(() -> router.router().interfaces().stream()
                        .filter(each -> each.address().filter(own -> own.prefix().contains(source.address())).isPresent())
                        .findFirst().map(each -> each));
    }

    private Step step(Place place) {
        if (place.router().router().owns(place.vrf(), packet.destination())) {
            return Step.arrived("own address", Optional.empty());
        }
        ForwardingDecision decision = place.router().router().wayOf(packet, place.ingress(), place.vrf()).orElse(null);
        if (decision == null || decision.isDiscard()) {
            return Step.stopped(Outcome.NO_ROUTE, decision == null ? "no route" : "the route discards");
        }
        RouterInterface egress = place.router().router().interfaceNamed(decision.interfaceName()).orElse(null);
        if (egress == null || !egress.isUp()) {
            return Step.stopped(Outcome.INTERFACE_DOWN, "the egress interface is down");
        }
        return egress instanceof GreTunnel tunnel
                ? throughTunnel(place, tunnel, decision) : throughCable(place, egress, decision);
    }

    private Step throughCable(Place place, RouterInterface egress, ForwardingDecision decision) {
        Attachment to = place.node().attachment(egress.name())
                .flatMap(cable -> cable.segment().receiver(packet.destination(), decision.nextHop())).orElse(null);
        if (to == null) {
            return Step.stopped(Outcome.NO_ROUTE, "nobody on the network has the address");
        }
        Attachment from = place.node().attachment(egress.name()).orElseThrow();
        Optional<String> obstacle = obstacle(from, to, protocol)
                .or(() -> onTransport(to) ? firewall(protocolNumber(), from, to) : Optional.empty());
        if (obstacle.isPresent()) {
            return Step.stopped(Outcome.NOT_CARRIED, obstacle.get());
        }
        RouterNode next = network.routerAt(to.node()).orElse(null);
        String decided = decision.reason() + " out of " + egress.name();
        boolean translated = to.isTranslated() && to.outsideAddress().filter(packet.destination()::equals).isPresent();
        if (next == null || translated && next.powered().isPresent()) {
            // The outside address of a translation leads to the router's own address behind it.
            return Step.arrived(decided, Optional.of(to.segment().name()));
        }
        return next.powered()
                .map(router -> Step.onward(decided, to.segment().name(),
                        Place.arrivedOn(to.interfaceName(), next, router,
                                router.router().interfaceNamed(to.interfaceName()).flatMap(RouterInterface::vrf))))
                .orElseGet(() -> Step.stopped(Outcome.NO_POWER, next.device().name() + " has no power"));
    }

    private Step throughTunnel(Place place, GreTunnel tunnel, ForwardingDecision decision) {
        Optional<FarEnd> peer = tunnel.configuration().mode() instanceof TunnelMode.PointToPoint fixed
                ? Optional.of(FarEnd.of(fixed.destination())) : tunnel.resolver().peek(decision.nextHop(), packet);
        if (peer.isEmpty()) {
            return Step.stopped(Outcome.NO_MAPPING, "NHRP knows no NBMA address for " + decision.nextHop());
        }
        IpAddress nbmaAddress = whereTheFarEndIs(tunnel, peer.get());
        if (!isUsable(tunnel, peer.get())) {
            return Step.stopped(Outcome.NO_SECURITY_ASSOCIATION, "no IPsec security association with " + nbmaAddress);
        }
        ForwardingDecision outer = place.router().router().forwarding(tunnel.configuration().frontDoorVrf())
                .forward(outerFlow(tunnel, nbmaAddress)).orElse(null);
        if (outer == null || outer.isDiscard() || isTunnel(place, outer.interfaceName())) {
            return Step.stopped(Outcome.NO_ROUTE, outer == null || outer.isDiscard()
                    ? "no route to the far end " + nbmaAddress : "recursive routing to the far end " + nbmaAddress);
        }
        Attachment cable = place.node().attachment(outer.interfaceName()).orElse(null);
        Attachment to = cable == null ? null : receiver(cable, new FarEnd(nbmaAddress, peer.get().claimed()), outer).orElse(null);
        if (to == null) {
            return Step.stopped(Outcome.NOT_CARRIED, "nobody powered has the NBMA address " + nbmaAddress);
        }
        Optional<String> obstacle = obstacleOfTunnel(tunnel, cable, to);
        if (obstacle.isPresent()) {
            return Step.stopped(Outcome.NOT_CARRIED, obstacle.get());
        }
        return intoTunnel(tunnel, decision, new Crossing(nbmaAddress, cable, to));
    }

    private static boolean isTunnel(Place place, String interfaceName) {
        return place.router().router().interfaceNamed(interfaceName).filter(RouterInterface::isTunnel).isPresent();
    }

    private static IpAddress whereTheFarEndIs(GreTunnel tunnel, FarEnd farEnd) {
        return tunnel.protector().map(protector -> protector.sockets().currentAddress(farEnd.nbmaAddress()))
                .orElse(farEnd.nbmaAddress());
    }

    private static FlowKey outerFlow(GreTunnel tunnel, IpAddress nbmaAddress) {
        return new FlowKey(tunnel.nbmaAddress().orElse(nbmaAddress), nbmaAddress,
                tunnel.protector().isEmpty() ? IpPacket.GRE : IpPacket.ESP);
    }

    /** Of several behind one outside address the one that the far end claims to be. */
    private static Optional<Attachment> receiver(Attachment cable, FarEnd peer, ForwardingDecision outer) {
        return cable.segment().holdersOf(peer.nbmaAddress()).stream()
                .filter(holder -> holder.address().equals(peer.claimed())).findFirst()
                .or(() -> cable.segment().receiver(peer.nbmaAddress(), outer.nextHop()));
    }

    /** A packet that goes over the underlay to an NBMA address, from one uplink to another. */
    private record Crossing(IpAddress nbmaAddress, Attachment from, Attachment to) {

        /** The sender as the receiver sees it. */
        FarEnd sender() {
            IpAddress outside = from.outsideAddress().orElseThrow();
            return new FarEnd(outside, from.address().filter(inside -> !inside.equals(outside)));
        }
    }

    /** With a NAT on the way ESP is in UDP. */
    private Optional<String> obstacleOfTunnel(GreTunnel tunnel, Attachment from, Attachment to) {
        if (tunnel.protector().isEmpty()) {
            return obstacle(from, to, UnderlayProtocol.GRE).or(() -> firewall(IpPacket.GRE, from, to));
        } else if (from.isTranslated() || to.isTranslated()) {
            return obstacle(from, to, UnderlayProtocol.NAT_TRAVERSAL).or(() -> firewall(IpPacket.UDP, from, to));
        }
        return obstacle(from, to, UnderlayProtocol.ESP).or(() -> firewall(IpPacket.ESP, from, to));
    }

    private int protocolNumber() {
        return switch (protocol) {
            case ESP -> IpPacket.ESP;
            case AH -> IpPacket.AH;
            case GRE -> IpPacket.GRE;
            case IKE, NAT_TRAVERSAL -> IpPacket.UDP;
            case ICMP -> packet.protocolNumber();
        };
    }

    /** What a firewall inside a site drops is a matter of what is sent, which a probe does not say. */
    private boolean onTransport(Attachment end) {
        return network.underlay().transportNamed(end.segment().name()).isPresent();
    }

    /** Which firewall at the two ends drops an IP protocol, as a sentence. */
    private static Optional<String> firewall(int protocolNumber, Attachment from, Attachment to) {
        return Stream.of(from, to).filter(end -> end.blocks(protocolNumber)).findFirst()
                .map(end -> "the firewall in front of " + end.device() + " drops it");
    }

    /** Why the network does not carry a packet to an attachment now, as a sentence. */
    private Optional<String> obstacle(Attachment from, Attachment to, UnderlayProtocol protocol) {
        return network.underlay().faults()
                .obstacle(to.segment().name(), from.site(), to.site(), Optional.of(protocol))
                .map(cause -> switch (cause) {
                    case PATH_BROKEN -> "the underlay path to " + to.device() + " is broken";
                    case TRANSPORT_FAILED -> to.segment().name() + " has failed";
                    case FILTERED -> "a firewall drops " + protocol.keyword() + " to " + to.device();
                    default -> cause.text();
                });
    }

    private Step intoTunnel(GreTunnel tunnel, ForwardingDecision decision, Crossing crossing) {
        Attachment to = crossing.to();
        RouterNode next = network.routerAt(to.node()).orElse(null);
        ComposedRouter router = next == null ? null : next.powered().orElse(null);
        if (router == null) {
            return Step.stopped(Outcome.NOT_TAKEN, to.device() + " takes no GRE");
        }
        FarEnd sender = crossing.sender();
        Optional<String> ingressVrf =
                router.router().interfaceNamed(to.interfaceName()).flatMap(RouterInterface::vrf);
        GreTunnel farEnd = router.tunnelLayer()
                .tunnelFor(ingressVrf, sender.nbmaAddress(), to.address().orElseThrow(), tunnel.configuration().key()).orElse(null);
        if (farEnd == null) {
            return Step.stopped(Outcome.NOT_TAKEN, "no tunnel of " + to.device() + " takes the packet");
        }
        if (farEnd.protector().isPresent() != tunnel.protector().isPresent() || !isUsable(farEnd, sender)) {
            return Step.stopped(Outcome.NO_SECURITY_ASSOCIATION, to.device() + " has no IPsec security association with " + sender.nbmaAddress());
        }
        return Step.onward(decision.reason() + " into " + tunnel.name() + " to " + crossing.nbmaAddress(), to.segment().name(),
                Place.arrivedOn(farEnd.name(), next, router, farEnd.vrf())).through(tunnel);
    }

    private static boolean isUsable(GreTunnel tunnel, FarEnd peer) {
        return tunnel.protector().isEmpty() || tunnel.protector().get().sockets().isUp(peer);
    }
}
