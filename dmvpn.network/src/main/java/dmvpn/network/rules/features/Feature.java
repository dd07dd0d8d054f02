package dmvpn.network.rules.features;

/**
 * Something that routers may use and most do not. Many rules are about one of these, and have nothing to say of a network
 * without it.
 */
public enum Feature {

    /** Static routes, not the default routes that uplinks have by their gateways. */
    STATIC_ROUTES,
    /** EIGRP. */
    EIGRP,
    /** OSPF. */
    OSPF,
    /** BGP. */
    BGP,
    /** On-demand routing. */
    ON_DEMAND_ROUTING,
    /** Bidirectional forwarding detection. */
    FORWARDING_DETECTION,
    /** Routes that pass from another source to a routing protocol. */
    REDISTRIBUTION,
    /** Policy routes. */
    POLICY_ROUTES,
    /** FRR on a router, instead of an operating system of Cisco. */
    FRR,
    /** Tunnels of one router in several clouds. */
    SEVERAL_TUNNELS,
    /** Several uplinks of one router. */
    SEVERAL_UPLINKS,
    /** An uplink behind a translation or a firewall. */
    UPLINK_ACCESS,
    /** A check of the source address of what an interface receives. */
    REVERSE_PATH_CHECK,
    /** A tunnel to a single destination. */
    POINT_TO_POINT_TUNNELS,
    /** A tunnel in a VRF, or one whose packets leave by a VRF. */
    TUNNEL_VRF,
    /** IPsec on a tunnel. */
    PROTECTION,
    /** Next-hop servers whose address is a name. */
    SERVER_NAMES,
    /** Static destinations of multicast besides the servers. */
    MULTICAST_TARGETS,
    /** A tunnel that uses routes out of one interface. */
    ROUTE_VIA,
    /** A tunnel that is down as long as no server answers. */
    INTERFACE_STATE,
    /** A tunnel with a backup. */
    BACKUP_INTERFACE,
    /** A group of NHRP, or a policy for one. */
    GROUPS
}
