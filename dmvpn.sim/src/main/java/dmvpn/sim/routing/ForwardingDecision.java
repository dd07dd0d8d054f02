package dmvpn.sim.routing;

import dmvpn.network.address.IpAddress;

/**
 * Where a packet goes.
 *
 * @param route the route that matched its destination
 * @param interfaceName egress interface, {@link Route#NULL_INTERFACE} to discard
 * @param nextHop neighbour on the egress interface; the destination itself when that is directly connected
 * @param overridden true when NHRP put its next hop in place of the owner's
 */
public record ForwardingDecision(Route route, String interfaceName, IpAddress nextHop, boolean overridden) {

    /** True when the route discards what it matches. */
    public boolean isDiscard() {
        return interfaceName.equals(Route.NULL_INTERFACE);
    }

    /** Which kind of route decided, for people. */
    public String reason() {
        return overridden ? "next-hop override by NHRP" : route.source().title();
    }
}
