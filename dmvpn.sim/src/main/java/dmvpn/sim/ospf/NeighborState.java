package dmvpn.sim.ospf;

/** States of a neighbour (RFC 2328 section 10.1). */
enum NeighborState {
    /** Not heard. */
    DOWN("DOWN"),
    /** Configured and called. */
    ATTEMPT("ATTEMPT"),
    /** Heard; it does not know this router yet. */
    INIT("INIT"),
    /** Each knows the other. */
    TWO_WAY("2WAY"),
    /** They agree who leads the exchange. */
    EXSTART("EXSTART"),
    /** They tell each other what is in their databases. */
    EXCHANGE("EXCHANGE"),
    /** What is missing is asked for. */
    LOADING("LOADING"),
    /** The databases are the same. */
    FULL("FULL");

    private final String shownName;

    NeighborState(String shownName) {
        this.shownName = shownName;
    }

    /** As {@code show ip ospf neighbor} has it. */
    String shownName() {
        return shownName;
    }

    boolean isAtLeast(NeighborState other) {
        return compareTo(other) >= 0;
    }

    /** True while databases are being brought to the same state. */
    boolean isSynchronizing() {
        return this == EXCHANGE || this == LOADING;
    }
}
