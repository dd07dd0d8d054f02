package dmvpn.sim.invariant;

/**
 * An outbound security association of a router.
 *
 * @param node index of the router
 * @param spi its outbound SPI
 */
record EspSender(int node, long spi) {

    /** That of an event which tells of security associations. */
    static EspSender of(Happening happening) {
        return new EspSender(happening.node(), Long.parseLong(happening.fields().get("outboundSpi"), 16));
    }

    static EspSender of(Crossing crossing) {
        return new EspSender(crossing.node(), crossing.esp().securityParametersIndex());
    }

    @Override
    public int hashCode() {
        return 31 * node + Long.hashCode(spi);
    }
}
