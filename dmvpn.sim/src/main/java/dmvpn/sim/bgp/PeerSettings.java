package dmvpn.sim.bgp;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.routing.BgpPeering;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.routing.RecursiveLookup;
import dmvpn.sim.routing.Route;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the configuration says about a neighbour, or about the group of a neighbour that connected by itself.
 *
 * @param address its address
 * @param peering what is said
 * @param dynamic true for one that was accepted from a range
 * @param ownAutonomousSystem autonomous system of this router
 */
record PeerSettings(IpAddress address, BgpPeering peering, boolean dynamic, long ownAutonomousSystem) {

    private static final int ANY_DISTANCE = 255;
    private static final int NEXT_DOOR = 1;
    private static final int KEEPALIVES_PER_HOLD = 3;

    /** True for a neighbour in the own autonomous system. */
    boolean isInternal() {
        return peering.remoteAutonomousSystems().contains(ownAutonomousSystem);
    }

    /** True when the neighbour must be on a network of an own interface. */
    boolean mustBeConnected() {
        return !isInternal() && peering.options().multihop().isEmpty();
    }

    /** TTL of packets to it: one hop to another autonomous system, unless it is said to be further away. */
    int timeToLive() {
        return isInternal() ? ANY_DISTANCE : peering.options().multihop().orElse(NEXT_DOOR);
    }

    /** True when this router never asks for the connection. */
    boolean isPassive() {
        return dynamic || peering.options().passive();
    }

    int holdTimeSeconds() {
        return (int) peering.hold().orElse(BgpPeering.DEFAULT_HOLD_TIME).toSeconds();
    }

    /** A third of the agreed hold time, or what is configured when that is less (RFC 4271 section 4.4). */
    long keepaliveNanos(int agreedHoldSeconds) {
        long configured = peering.keepalive().orElse(BgpPeering.DEFAULT_KEEPALIVE).toNanos();
        return Math.min(configured, TimeUnit.SECONDS.toNanos(agreedHoldSeconds) / KEEPALIVES_PER_HOLD);
    }

    /** The interface that leads to the neighbour, when it is up and the neighbour may be there. */
    Optional<RouterInterface> egress(BgpContext context) {
        return RecursiveLookup.resolve(context.routes(), address).flatMap(Route::interfaceName)
                .flatMap(context.router()::interfaceNamed).map(found -> (RouterInterface) found)
                .filter(RouterInterface::isUp)
                .filter(found -> !mustBeConnected() || isConnectedTo(found));
    }

    /** True when the neighbour is on the network of an interface. */
    boolean isConnectedTo(RouterInterface candidate) {
        return candidate.address().filter(own -> own.prefix().contains(address)).isPresent();
    }

    /** The own address of the session: that of the interface that leads to the neighbour, or of the one that is named. */
    Optional<IpAddress> localAddress(BgpContext context) {
        Optional<RouterInterface> egress = egress(context);
        if (egress.isEmpty()) {
            return Optional.empty();
        }
        return (peering.options().updateSource().isEmpty() ? egress
                : peering.options().updateSource().flatMap(context.router()::interfaceNamed))
                .flatMap(RouterInterface::address).map(InterfaceAddress::address)
                .filter(own -> own.bitLength() == address.bitLength());
    }
}
