package dmvpn.network.routing;

/** Whether a BGP speaker announces itself as next hop. */
public enum NextHopSelf {
    /** The next hop stays where the protocol lets it (RFC 4271 section 5.1.3). */
    OFF,
    /** Itself, but not for routes that it reflects. */
    ON,
    /** Itself, for reflected routes too. */
    ALL
}
