package dmvpn.sim.bgp.message;

/** Where a route came into BGP from (RFC 4271 section 5.1.1); the lower the better. */
public enum RouteOrigin {
    /** From the autonomous system itself: a network statement. */
    IGP("i", "IGP"),
    /** From EGP, the predecessor. */
    EGP("e", "EGP"),
    /** Somehow: redistribution. */
    INCOMPLETE("?", "incomplete");

    private final String code;
    private final String title;

    RouteOrigin(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The letter of {@code show ip bgp}. */
    public String code() {
        return code;
    }

    /** As IOS writes it. */
    public String title() {
        return title;
    }
}
