package dmvpn.sim.ospf;

/** States of an interface (RFC 2328 section 9.1). */
enum InterfaceState {
    /** Not usable. */
    DOWN("DOWN"),
    /** A loopback: nothing is sent, its address is told as a host. */
    LOOPBACK("LOOP"),
    /** Listens who the designated router is. */
    WAITING("WAIT"),
    /** Point-to-point or point-to-multipoint: there is no designated router. */
    POINT_TO_POINT("P2P"),
    /** Somebody else is designated router and backup. */
    OTHER("DROTH"),
    /** Backup designated router. */
    BACKUP("BDR"),
    /** Designated router. */
    DESIGNATED("DR");

    private final String shortName;

    InterfaceState(String shortName) {
        this.shortName = shortName;
    }

    /** As {@code show ip ospf interface brief} has it. */
    String shortName() {
        return shortName;
    }

    /** True for those that all others become adjacent to. */
    boolean isDesignatedOrBackup() {
        return this == DESIGNATED || this == BACKUP;
    }
}
