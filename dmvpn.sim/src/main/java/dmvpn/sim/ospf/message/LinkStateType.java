package dmvpn.sim.ospf.message;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Types of link-state advertisements (RFC 2328 section 12.1.3; RFC 3101 section 2.1 for type 7; RFC 5340 appendix A.4.2.1). Version 3
 * has the same types by other names and two more: their numbers are in front of how far each is told.
 */
public enum LinkStateType {
    /** Links of a router in one area. */
    ROUTER(1, Reach.AREA, "Router", "Router"),
    /** Routers on a network with a designated router. */
    NETWORK(2, Reach.AREA, "Network", "Net"),
    /** A network of another area. */
    SUMMARY_NETWORK(3, Reach.AREA, "Summary Net", "Inter Area Prefix"),
    /** A boundary router of another area. */
    SUMMARY_BOUNDARY_ROUTER(4, Reach.AREA, "Summary ASB", "Inter Area Router"),
    /** A network outside the autonomous system, told to all areas but stub areas. */
    EXTERNAL(5, Reach.AUTONOMOUS_SYSTEM, "Type-5 AS External", "Type-5 AS External"),
    /** A network outside the autonomous system, told inside one not-so-stubby area. */
    NSSA_EXTERNAL(7, Reach.AREA, "Type-7 AS External", "Type-7 AS External"),
    /** Version 3: addresses of a router on one link. */
    LINK(8, Reach.LINK, "", "Link (Type-8)"),
    /** Version 3: prefixes at a router or network of an area. */
    INTRA_AREA_PREFIX(9, Reach.AREA, "", "Intra Area Prefix");

    private static final int REACH_BITS = 13;

    private final int code;
    private final Reach reach;
    private final String title;
    private final String titleV3;

    /** How far an advertisement is told, in the order of the codes on the wire (RFC 5340 appendix A.4.2.1). */
    private enum Reach {
        LINK, AREA, AUTONOMOUS_SYSTEM
    }

    LinkStateType(int code, Reach reach, String title, String titleV3) {
        this.code = code;
        this.reach = reach;
        this.title = title;
        this.titleV3 = titleV3;
    }

    /** Number on the wire of version 2, and what version 3 calls function code. */
    public int code() {
        return code;
    }

    /** Number on the wire of version 3. */
    public int codeV3() {
        return reach.ordinal() << REACH_BITS | code;
    }

    /** Name in {@code show ip ospf database}. */
    public String title() {
        return title;
    }

    /** Name in {@code show ospfv3 database}. */
    public String titleV3() {
        return titleV3;
    }

    /** True for what is told to the whole autonomous system. */
    public boolean isOfAutonomousSystem() {
        return reach == Reach.AUTONOMOUS_SYSTEM;
    }

    /** True for what is told on one link alone. */
    public boolean isOfLink() {
        return reach == Reach.LINK;
    }

    /** True for the types that version 2 has. */
    public boolean isOfVersion2() {
        return !title.isEmpty();
    }

    /** The type of that number in version 2. */
    public static Optional<LinkStateType> ofCode(long code) {
        return Stream.of(values()).filter(type -> type.isOfVersion2() && type.code == code).findFirst();
    }

    /** The type of that number in version 3. */
    public static Optional<LinkStateType> ofCodeV3(int code) {
        return Stream.of(values()).filter(type -> type.codeV3() == code).findFirst();
    }
}
