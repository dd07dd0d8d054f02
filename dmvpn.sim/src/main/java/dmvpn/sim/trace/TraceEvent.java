package dmvpn.sim.trace;

/**
 * Something that happened in a run: a packet, a state change, a decision, a timer. Each protocol has its own records
 * under one sealed interface in its package; this one is open, so that a new protocol touches no list of the others.
 */
public interface TraceEvent {

    /** Protocol in upper case as people know it: {@code NHRP}, {@code IKEv2}, {@code ESP}, {@code EIGRP}, {@code ICMP}. */
    String protocol();

    /** What happened, in the protocol's words: {@code Registration Request sent}, {@code neighbor up}. */
    String message();

    /** Why it happened, for people; empty when the message says it all. A text of a small set, no values in it. */
    default String reason() {
        return "";
    }

    /**
     * True for what goes to and fro as long as nothing changes, such as a periodic hello or an acknowledgement: part of the
     * trace, and hidden by timelines and debuggers unless somebody asks. What it brings about is an event of its own.
     */
    default boolean isKeepAlive() {
        return false;
    }

    /**
     * True when a state changed that decides where packets go, or that routers show: an interface, a route, a mapping, a
     * neighbour, a security association.
     */
    default boolean changesState() {
        return false;
    }

    /** Writes the key fields, always the same names in the same order for a class and message. */
    void describe(FieldWriter fields);
}
