package dmvpn.sim.tunnel;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.TunnelInterface;
import dmvpn.network.tunnel.TunnelMode;
import dmvpn.sim.icmp.IcmpPacket;
import dmvpn.sim.icmp.UnreachableReason;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.tunnel.TunnelEvent.ReceiveFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where GRE packets find their tunnel: by outer destination, VRF and key (RFC 2784, RFC 2890), a point-to-point tunnel
 * by the outer source too.
 */
public final class TunnelLayer implements GreInput {

    private final RouterContext router;
    /** By VRF and key; the few tunnels of one entry are told apart by their addresses, which may change. */
    private final Map<Selector, List<GreTunnel>> tunnels = new HashMap<>();

    private record Selector(Optional<String> frontDoorVrf, OptionalLong key) {
    }

    /** A layer without tunnels. */
    public TunnelLayer(RouterContext router) {
        this.router = router;
    }

    /** Delivers to a tunnel from now on. */
    public void add(GreTunnel tunnel) {
        tunnels.computeIfAbsent(
                new Selector(tunnel.configuration().frontDoorVrf(), tunnel.configuration().key()),
                absent -> new ArrayList<>(1)).add(tunnel);
    }

    /** Gives a tunnel another configuration: packets find it by its new key from now on. */
    public void reconfigure(GreTunnel tunnel, TunnelInterface configuration) {
        tunnels.values().forEach(candidates -> candidates.remove(tunnel));
        tunnel.reconfigure(configuration);
        add(tunnel);
    }

    /** Takes GRE packets that arrive in clear from now on. */
    public void start() {
        router.ip().register(IpPacket.GRE, (ingress, packet) -> receive(ingress, packet, false));
        router.ip().register(IpPacket.ICMP, this::receiveError);
    }

    /** Somebody could not send a packet of a tunnel on: the tunnel may go by that (RFC 1191). */
    private void receiveError(RouterInterface ingress, IpPacket packet) {
        if (packet.content() instanceof IcmpPacket.DestinationUnreachable error
                && error.reason() == UnreachableReason.FRAGMENTATION_NEEDED && error.dropped().destination().isPresent()) {
            tunnels.values().stream().flatMap(List::stream)
                    .filter(tunnel -> tunnel.configuration().frontDoorVrf().equals(ingress.vrf())
                            && tunnel.nbmaAddress().equals(error.dropped().source()))
                    .sorted(Comparator.comparing(GreTunnel::name))
                    .forEach(tunnel -> tunnel.toldOfPathMtu(error.dropped().destination().get(), error.nextHopMtuBytes(), packet.source()));
        }
    }

    /**
     * The tunnel that takes a packet.
     *
     * @param frontDoorVrf VRF that the packet came in
     * @return empty when none does, or several do
     */
    public Optional<GreTunnel> tunnelFor(Optional<String> frontDoorVrf, IpAddress outerSource,
            IpAddress outerDestination, OptionalLong key) {
        return candidates(frontDoorVrf, outerSource, outerDestination, key).only();
    }

    private Candidates candidates(Optional<String> frontDoorVrf, IpAddress outerSource,
            IpAddress outerDestination, OptionalLong key) {
        Candidates candidates = new Candidates();
        for (GreTunnel tunnel : tunnels.getOrDefault(new Selector(frontDoorVrf, key), List.of())) {
            if (tunnel.nbmaAddress().isPresent() && tunnel.nbmaAddress().get().equals(outerDestination)) {
                candidates.add(tunnel, outerSource);
            }
        }
        return candidates;
    }

    /** Tunnels that may take a packet, counted: one point-to-point tunnel to its source goes before any multipoint one. */
    private static final class Candidates {

        private GreTunnel first;
        private boolean isPointToPoint;
        private int count;

        void add(GreTunnel tunnel, IpAddress outerSource) {
            boolean isFixed = tunnel.configuration().mode() instanceof TunnelMode.PointToPoint;
            boolean isOther = tunnel.configuration().mode() instanceof TunnelMode.PointToPoint fixed
                    && !fixed.destination().equals(outerSource);
            if (isOther || isPointToPoint && !isFixed) {
                return;
            }
            boolean isFirst = count == 0 || isFixed && !isPointToPoint;
            count = isFirst ? 1 : count + 1;
            first = isFirst ? tunnel : first;
            isPointToPoint = isFixed;
        }

        boolean isEmpty() {
            return count == 0;
        }

        Optional<GreTunnel> only() {
            return count == 1 ? Optional.of(first) : Optional.empty();
        }
    }

    @Override
    public void receive(RouterInterface ingress, IpPacket outer, boolean wasProtected) {
        GrePacket gre = (GrePacket) outer.content();
        Candidates found = candidates(ingress.vrf(), outer.source(), outer.destination(), gre.key());
        GreTunnel tunnel = found.only().orElse(null);
        if (tunnel == null) {
            drop(outer, gre, found.isEmpty() ? ReceiveFailure.NO_TUNNEL : ReceiveFailure.AMBIGUOUS, ingress.origin());
            return;
        }
        if (!wasProtected && tunnel.protector().isPresent()) {
            drop(outer, gre, ReceiveFailure.NOT_PROTECTED, tunnel.origin());
            tunnel.protector().get().receivedInClear(outer.source());
        } else if (gre.content() instanceof IpPacket inner && inner.destination().equals(outer.source())) {
            drop(outer, gre, ReceiveFailure.LOOP, tunnel.origin());
        } else if (gre.content() instanceof IpPacket && !tunnel.isUp()) {
            drop(outer, gre, ReceiveFailure.LINE_PROTOCOL_DOWN, tunnel.origin());
        } else {
            tunnel.receive(outer, gre);
        }
    }

    private void drop(IpPacket outer, GrePacket gre, ReceiveFailure cause, Origin origin) {
        router.record(new TunnelEvent.ReceiveFailed(outer.source(), outer.destination(), gre.key(),
                gre.summary(), cause), origin);
    }
}
