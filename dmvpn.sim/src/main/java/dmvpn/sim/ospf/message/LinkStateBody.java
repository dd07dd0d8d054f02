package dmvpn.sim.ospf.message;

/** What a link-state advertisement says. */
public sealed interface LinkStateBody permits LinkStateBodyV2, LinkStateBodyV3 {

    /** LSInfinity: the destination cannot be reached (RFC 2328 appendix B; RFC 5340 appendix B). */
    long INFINITY = 0xff_ffffL;

    /** Length on the wire, without the header. */
    int lengthBytes();
}
