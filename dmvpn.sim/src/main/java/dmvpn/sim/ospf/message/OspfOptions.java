package dmvpn.sim.ospf.message;

/**
 * The options of packets and link-state advertisements (RFC 2328 appendix A.2; RFC 3101 appendix A).
 *
 * @param bits the octet
 */
public record OspfOptions(int bits) {

    private static final int EXTERNAL = 0x02;
    private static final int NSSA = 0x08;
    private static final int OCTET = 0xff;

    /** An area that external routes are told to. */
    public static final OspfOptions NORMAL = new OspfOptions(EXTERNAL);
    /** A stub area. */
    public static final OspfOptions STUB = new OspfOptions(0);
    /** A not-so-stubby area; in a type 7 advertisement: to be translated. */
    public static final OspfOptions NOT_SO_STUBBY = new OspfOptions(NSSA);

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException when it is no octet
     */
    public OspfOptions {
        if (bits < 0 || bits > OCTET) {
            throw new IllegalArgumentException("OSPF options are " + bits + " but must be from 0 to " + OCTET);
        }
    }

    /** E: external routes are told to the area. */
    public boolean external() {
        return (bits & EXTERNAL) != 0;
    }

    /** N in hellos: the area is not so stubby; P in type 7 advertisements: the border router translates it. */
    public boolean nssa() {
        return (bits & NSSA) != 0;
    }

    /** True when two routers agree about the kind of their area (RFC 2328 section 10.5; RFC 3101 section 2.4). */
    public boolean isSameKindOfArea(OspfOptions other) {
        return external() == other.external() && nssa() == other.nssa();
    }
}
