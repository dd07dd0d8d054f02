package dmvpn.sim.bgp;

/** Where a speaker has a path from. */
enum PathSource {
    /** A network statement. */
    NETWORK,
    /** Redistribution. */
    REDISTRIBUTED,
    /** Put together from more specific ones. */
    AGGREGATE,
    /** A neighbour in another autonomous system. */
    EXTERNAL,
    /** A neighbour in the own autonomous system. */
    INTERNAL;

    /** True for paths that this router made itself. */
    boolean isLocal() {
        return this != EXTERNAL && this != INTERNAL;
    }
}
