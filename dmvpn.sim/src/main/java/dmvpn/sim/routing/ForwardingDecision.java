package dmvpn.sim.routing;

import dmvpn.network.address.IpAddress;

/**
 * Where a packet goes.
 *
 * @param route the route that matched its destination
 * @param interfaceName egress interface, {@link Route#NULL_INTERFACE} to discard
 * @param nextHop neighbour on the egress interface; the destination itself when that is directly connected
 * @param cause why it goes there
 */
public record ForwardingDecision(Route route, String interfaceName, IpAddress nextHop, Cause cause) {

    /** Why a packet goes where it goes. */
    public enum Cause {
        /** The route says so. */
        ROUTE,
        /** NHRP put its next hop in place of the owner's. */
        NEXT_HOP_OVERRIDE,
        /** A policy route took the packet to its next hop, which the route leads to. */
        POLICY
    }

    /** True when the route discards what it matches. */
    public boolean isDiscard() {
        return interfaceName.equals(Route.NULL_INTERFACE);
    }

    /** Which kind of route decided, for people. */
    public String reason() {
        return switch (cause) {
            case ROUTE -> route.source().title();
            case NEXT_HOP_OVERRIDE -> "next-hop override by NHRP";
            case POLICY -> "policy route";
        };
    }
}
