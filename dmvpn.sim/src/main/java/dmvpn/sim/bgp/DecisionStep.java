package dmvpn.sim.bgp;

/**
 * What decides between two paths, in the order in which IOS looks at it (Cisco, BGP Best Path Selection Algorithm; RFC 4271
 * section 9.1.2).
 */
enum DecisionStep {
    /** There is no other. */
    ONLY("the only path"),
    /** A path without a reachable next hop is none. */
    NEXT_HOP("the next hop cannot be reached"),
    /** Known to this router alone. */
    WEIGHT("lower weight"),
    /** Known in the autonomous system. */
    LOCAL_PREFERENCE("lower local preference"),
    /** Own paths are preferred. */
    LOCALLY_ORIGINATED("not originated by this router"),
    /** Own paths of {@code network} and {@code redistribute} are preferred to those of {@code aggregate-address}. */
    OWN_AGGREGATE("an own aggregate"),
    /** The shorter the better. */
    AS_PATH_LENGTH("longer AS path"),
    /** IGP before EGP before incomplete. */
    ORIGIN("higher origin"),
    /** Among paths of one neighbouring autonomous system. */
    MULTI_EXIT_DISCRIMINATOR("higher MED"),
    /** From outside before from inside. */
    EXTERNAL("internal, and the best is external"),
    /** The nearer next hop. */
    NEXT_HOP_METRIC("higher metric to the next hop"),
    /** Among external paths the one that is there longest, lest routes flap. */
    OLDEST("younger external path"),
    /** The lower identifier. */
    ROUTER_ID("higher router ID"),
    /** The fewer reflections. */
    CLUSTER_LIST_LENGTH("longer cluster list"),
    /** The lower address of the neighbour. */
    NEIGHBOR_ADDRESS("higher neighbor address"),
    /** They are the same. */
    NOTHING("nothing: the paths are alike");

    private final String reason;

    DecisionStep(String reason) {
        this.reason = reason;
    }

    /** Why a path lost, for people. */
    String reason() {
        return reason;
    }
}
