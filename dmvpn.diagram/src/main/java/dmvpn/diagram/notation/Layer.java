package dmvpn.diagram.notation;

import java.util.Locale;

/** A layer of a diagram, which can be shown or hidden as a whole. */
public enum Layer {
    /** Transports, uplinks, address translation, firewalls, local networks and hosts. */
    UNDERLAY,
    /** Clouds, tunnels, next-hop servers, and which cloud stands in for which. */
    OVERLAY,
    /** What protects tunnels, and what leaves them open. */
    IPSEC,
    /** Routing protocols. */
    ROUTING,
    /** Addresses of tunnels, uplinks, local networks and hosts. */
    ADDRESSES;

    /** What people type for it, such as {@code underlay}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
