package dmvpn.sim.nhrp;

/**
 * Where platforms and releases differ in NHRP. What a silent configuration means differs too; those defaults are values of the
 * configuration: {@link dmvpn.network.device.HiddenDefaults}.
 */
enum NhrpSwitch {
    /**
     * Sends an Error Indication with code 11 for a wrong password (RFC 2332 section 5.3.4, FRRouting). IOS drops the packet
     * silently (observed on IOSv 15.9, suzugross/CCNP_LAB_FACTORY).
     */
    ANSWERS_AUTHENTICATION_FAILURE(1),
    /** An unresolved next hop starts a resolution (IOS). FRRouting resolves on Traffic Indications only. */
    RESOLVES_NEXT_HOPS(2),
    /**
     * A Resolution Reply waits for the direct tunnel and goes through it (IOS); otherwise it takes the routed path at once
     * (FRRouting nhrpd/nhrp_peer.c).
     */
    REPLIES_DIRECTLY(3),
    /** A router without {@code shortcut} does not answer for its networks (FRRouting). */
    ANSWER_NEEDS_SHORTCUT(4),
    /** A unique address held by another client is refused with code 14 (RFC 2332 section 5.2.4). FRRouting replaces the binding. */
    ENFORCES_UNIQUE_REGISTRATION(5),
    /** Tells requesters when an answer becomes wrong (RFC 2332 section 5.2.5). FRRouting does not. */
    SENDS_PURGES(6),
    /** A shortcut for a prefix that has a route overrides its next hop (IOS) instead of competing by distance (FRRouting). */
    OVERRIDES_NEXT_HOP(7),
    /**
     * A request for what nobody reaches is answered by an Error Indication with code 6 (FRRouting nhrpd/nhrp_peer.c) instead of
     * a refusal with code 12 (RFC 2332 section 5.2.2).
     */
    ANSWERS_UNREACHABLE_WITH_ERROR(8),
    /** After such an answer packets for the destination are discarded for the holding time (FRRouting nhrpd/nhrp_shortcut.c). */
    REJECTS_UNREACHABLE(9),
    /**
     * A server answers a request for its client from the registration (RFC 2332 section 5.2.2, IOS before 15.0). Later releases
     * forward an authoritative request to the client, which answers itself (observed on CSR1000v: "Forwarding request due to
     * authoritative request").
     */
    ANSWERS_FOR_CLIENTS(10),
    /**
     * While a next hop is resolved, a temporary entry of three minutes ties its packets to one server (IOS from 12.4T/15.0 on:
     * ipSpace.net, "DMVPN Spoke NHRP Behavior Changed in IOS Release 15.0"). Before, the entry was incomplete, and packets went by
     * whichever server is best.
     */
    BINDS_TEMPORARY_ENTRIES(11),
    /**
     * A mapping in use is asked for anew through the direct tunnel. Releases around 15.0 asked by way of the server (ipSpace.net,
     * "DMVPN: Fishing Rod Lessons"), so that the mapping ended when the server was gone.
     */
    REFRESHES_DIRECTLY(12),
    /** The mapping of a next-hop server comes with its answer and expires (FRRouting nhrpd/nhrp_nhs.c); IOS has a static one. */
    LEARNS_SERVERS(13),
    /**
     * Each station with a mapping gets a host route out of the tunnel, with IPsec once its socket is up (FRRouting
     * nhrpd/nhrp_route.c, nhrpd/nhrp_peer.c).
     */
    ROUTES_TO_PEERS(14),
    /** Only servers of the best priority are asked (FRRouting nhrpd/nhrp_nhs.c); on IOS clusters with limits decide. */
    ASKS_BEST_PRIORITY_ONLY(15),
    /**
     * An interface sends no more NHRP packets in a time than {@code ip nhrp max-send} says, which has a default (Cisco IOS and IOS
     * XE IP Addressing Services Command References). FRRouting counts nothing.
     */
    LIMITS_MESSAGES(16),
    /**
     * A client with an IPv6 overlay registers the link-local address of its tunnel as well (IOS: {@code show ipv6 nhrp} in Cisco's
     * "IPv6 over DMVPN"). FRRouting registers one address.
     */
    REGISTERS_LINK_LOCAL_ADDRESS(17),
    /**
     * On a tunnel with BFD a mapping goes, and a server is down, when its BFD session goes down (Cisco, "BFD Support on DMVPN",
     * IOS-XE 16.3 and newer).
     */
    LISTENS_TO_BFD(18),
    /**
     * Redirects are limited for a pair of networks: the packet filter that hands packets to nhrpd lets four a minute pass for a
     * pair of /24, with a burst of one (FRRouting, doc/user/nhrpd.rst). IOS limits them for a pair of hosts.
     */
    LIMITS_REDIRECTS_PER_NETWORK(19),
    /**
     * A Resolution Request is dropped when the route that answers it is shorter than /8, such as a default route (FRRouting
     * nhrpd/nhrp_peer.c). IOS answers, for a default route with the destination alone.
     */
    DROPS_REQUESTS_FOR_SHORT_PREFIXES(20),
    /** Drops mappings that their owners take back (RFC 2332 section 5.2.5). FRRouting has no purges (nhrpd/nhrp_peer.c). */
    TAKES_PURGES(21),
    /**
     * Hop counts are no more than a message needs: 1 for a Registration Request and a Traffic Indication, 0 for an Error
     * Indication, else 64 (FRRouting nhrpd/nhrp_nhs.c, nhrpd/nhrp_peer.c, nhrpd/nhrp_packet.c). IOS begins with 255.
     */
    LIMITS_HOPS_BY_MESSAGE(22),
    /**
     * Extensions go in the order 4, 5, 3, 9, and the password last (FRRouting nhrpd/nhrp_packet.c). IOS sends them in the order of
     * their types.
     */
    PUTS_PASSWORD_LAST(23),
    /**
     * The socket to a station that is no server is asked for after a random time of less than a second (FRRouting
     * nhrpd/nhrp_peer.c). IOS asks at once.
     */
    DELAYS_SOCKETS(24);

    private final int number;

    NhrpSwitch(int number) {
        this.number = number;
    }

    /** Number of the switch, from 1, which stays when others are added. */
    int number() {
        return number;
    }
}
