package dmvpn.sim.ospf.message;

import java.util.Optional;

/** Types of link-state advertisements (RFC 2328 section 12.1.3; RFC 3101 section 2.1 for type 7). */
public enum LinkStateType {
    /** Links of a router in one area. */
    ROUTER(1, "Router"),
    /** Routers on a network with a designated router. */
    NETWORK(2, "Network"),
    /** A network of another area. */
    SUMMARY_NETWORK(3, "Summary Net"),
    /** A boundary router of another area. */
    SUMMARY_BOUNDARY_ROUTER(4, "Summary ASB"),
    /** A network outside the autonomous system, told to all areas but stub areas. */
    EXTERNAL(5, "Type-5 AS External"),
    /** A network outside the autonomous system, told inside one not-so-stubby area. */
    NSSA_EXTERNAL(7, "Type-7 AS External");

    private final int code;
    private final String title;

    LinkStateType(int code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Number on the wire. */
    public int code() {
        return code;
    }

    /** Name in {@code show ip ospf database}. */
    public String title() {
        return title;
    }

    /** True for what is told to the whole autonomous system, false for what stays in its area. */
    public boolean isOfAutonomousSystem() {
        return this == EXTERNAL;
    }

    /** The type of that number. */
    public static Optional<LinkStateType> ofCode(long code) {
        for (LinkStateType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
