package dmvpn.sim.ospf.message;

/**
 * The options of packets and link-state advertisements (RFC 2328 appendix A.2; RFC 3101 appendix A; RFC 5340
 * appendix A.2). What both versions have has the same bits in both.
 *
 * @param bits the octet; in version 3 three of them
 */
public record OspfOptions(int bits) {

    private static final int EXTERNAL = 0x02;
    private static final int NSSA = 0x08;
    private static final int V6 = 0x01;
    private static final int ROUTER = 0x10;
    private static final int LIMIT = 0xff_ffff;

    /** Headers of advertisements of version 3 have none. */
    public static final OspfOptions NONE = new OspfOptions(0);
    /** An area that external routes are told to. */
    public static final OspfOptions NORMAL = new OspfOptions(EXTERNAL);
    /** A stub area. */
    public static final OspfOptions STUB = new OspfOptions(0);
    /** A not-so-stubby area; in a type 7 advertisement: to be translated. */
    public static final OspfOptions NOT_SO_STUBBY = new OspfOptions(NSSA);

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException when it does not fit the field of version 3
     */
    public OspfOptions {
        if (bits < 0 || bits > LIMIT) {
            throw new IllegalArgumentException("OSPF options are " + bits + " but must be from 0 to " + LIMIT);
        }
    }

    /** The same in version 3, of a router that forwards IPv6 (V6 and R). */
    public OspfOptions forwardingIpv6() {
        return new OspfOptions(bits | V6 | ROUTER);
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
