package dmvpn.sim.ipsec;

/**
 * The numbers that Cisco IOS gives the flows of a pair of security associations: one for each direction, and as many again for an
 * Authentication Header in front of ESP.
 *
 * @param first number of the first of them, which is the inbound one
 */
record FlowNumbers(int first) {

    /** The numbers of connections begin behind those of the key exchange (observed on IOS-XE: flow 1 is connection 2001). */
    private static final int CONNECTION_ID_BASE = 2_000;

    /** How many a pair needs. */
    static int needed(EspSa sa) {
        return sa.authenticationHeader().isPresent() && sa.transform().isEsp() ? 4 : 2;
    }

    /** @param main false for the Authentication Header of a pair that has ESP too */
    int of(boolean inbound, boolean main) {
        return first + (inbound ? 0 : 1) + (main ? 0 : 2);
    }

    /** The number of the connection that a flow is. */
    static int connectionId(int flow) {
        return CONNECTION_ID_BASE + flow;
    }
}
