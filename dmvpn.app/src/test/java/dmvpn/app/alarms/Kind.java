package dmvpn.app.alarms;

/** Kinds of what a network promises; a rule's error denies one of them to somebody. */
enum Kind {
    /** A client registers with its next-hop server. */
    REGISTRATION,
    /** Client and server are neighbours of a routing protocol, for good. */
    NEIGHBOR,
    /** Members of a cloud reach each other's tunnel addresses. */
    TUNNEL,
    /** Hosts of two sites reach each other without loss. */
    LOCAL_NETWORK,
    /** Packets between two spokes do not cross a hub. */
    DIRECT_PATH,
    /** Nothing of the overlay crosses a transport in clear. */
    ENCRYPTION
}
