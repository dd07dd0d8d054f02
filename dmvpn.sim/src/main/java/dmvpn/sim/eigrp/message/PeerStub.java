package dmvpn.sim.eigrp.message;

/**
 * The sender is a stub router (RFC 7868 section 6.5.6).
 *
 * @param connected announces connected routes
 * @param staticRoutes announces static routes
 * @param summary announces summary routes
 * @param receiveOnly announces nothing
 * @param redistributed announces redistributed routes
 * @param leakMap announces what a map permits
 */
public record PeerStub(boolean connected, boolean staticRoutes, boolean summary, boolean receiveOnly, boolean redistributed,
        boolean leakMap) implements EigrpTlv {

    /** Type number. */
    public static final int TYPE = 0x0006;

    private static final int CONNECTED = 0x01;
    private static final int STATIC = 0x02;
    private static final int SUMMARY = 0x04;
    private static final int RECEIVE_ONLY = 0x08;
    private static final int REDISTRIBUTED = 0x10;
    private static final int LEAK_MAP = 0x20;

    /** The bits of the value. Bits without a meaning are 0. */
    public int bits() {
        return (connected ? CONNECTED : 0) | (staticRoutes ? STATIC : 0) | (summary ? SUMMARY : 0)
                | (receiveOnly ? RECEIVE_ONLY : 0) | (redistributed ? REDISTRIBUTED : 0) | (leakMap ? LEAK_MAP : 0);
    }

    /** The settings of a value. Bits without a meaning are ignored. */
    public static PeerStub ofBits(int bits) {
        return new PeerStub((bits & CONNECTED) != 0, (bits & STATIC) != 0, (bits & SUMMARY) != 0,
                (bits & RECEIVE_ONLY) != 0, (bits & REDISTRIBUTED) != 0, (bits & LEAK_MAP) != 0);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public int valueBytes() {
        return 2;
    }
}
