package dmvpn.sim.nhrp;

/** Flag of a cache entry, in the order in which {@code show ip nhrp} prints them (observed on IOS 15.x and IOS-XE 17). */
enum EntryFlag {
    /** The owner is a router. */
    ROUTER("router"),
    /** Learned from a request of the owner, not from an own request. */
    IMPLICIT("implicit"),
    /** The mapping may have one NBMA address only. */
    UNIQUE("unique"),
    /** From a registration. */
    REGISTERED("registered"),
    /** Carried data within the last minute. */
    USED("used"),
    /** Nothing is known of the destination yet. */
    NEGATIVE("negative"),
    /** Stands for the hub's address while the resolution runs. */
    TEMPORARY("temporary"),
    /** Mapping of a next hop. */
    NEXT_HOP("nhop"),
    /** Answered for by this router. */
    LOCAL("local"),
    /** NHRP installed a route. */
    RIB("rib"),
    /** NHRP overrode the next hop of another owner's route. */
    NEXT_HOP_OVERRIDE("nho");

    private final String keyword;

    EntryFlag(String keyword) {
        this.keyword = keyword;
    }

    String keyword() {
        return keyword;
    }
}
