package dmvpn.sim.ike;

/** Why a security association went away, in words for people. */
public enum SaEndReason {
    /** This router needs it no longer. */
    CLOSED("closed by this router"),
    /** Somebody cleared it. */
    CLEARED("cleared"),
    /** The peer deleted it. */
    DELETED_BY_PEER("deleted by the peer"),
    /** Dead peer detection got no answer. */
    DEAD_PEER("dead peer detection: no answer"),
    /** A request got no answer after all retransmissions (RFC 7296 section 2.4). */
    NO_ANSWER("no answer after all retransmissions"),
    /** The lifetime ended before a successor was negotiated. */
    LIFETIME("lifetime expired"),
    /** The lifetime by volume ended before a successor was negotiated. */
    VOLUME("traffic volume used up"),
    /** A successor took over. */
    REKEYED("rekeyed"),
    /** The peer said that a newer security association is its only one (RFC 7296 section 2.4). */
    INITIAL_CONTACT("the peer started anew (INITIAL_CONTACT)"),
    /** The peer does not take this router's proof of identity (RFC 7296 section 2.21.2). */
    REFUSED_BY_PEER("the peer refused the proof of identity"),
    /** The two ends rekeyed at once and this successor is the redundant one (RFC 7296 section 2.8.1). */
    REDUNDANT("redundant after a simultaneous rekey"),
    /** The tunnel source has another address now. */
    ADDRESS_CHANGED("local address changed");

    private final String text;

    SaEndReason(String text) {
        this.text = text;
    }

    /** The reason for people. */
    public String text() {
        return text;
    }
}
