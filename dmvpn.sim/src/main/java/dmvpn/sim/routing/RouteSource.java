package dmvpn.sim.routing;

/** Who owns a route, with the administrative distance and the code letter of {@code show ip route} on IOS. */
public enum RouteSource {
    /** Network of an interface. */
    CONNECTED("C", 0, "connected network"),
    /** Own address. */
    LOCAL("L", 0, "own address"),
    /** Configured. */
    STATIC("S", 1, "static route"),
    /** Default route of a DHCP lease; IOS gives it distance 254. */
    DHCP("S", 254, "default route of the DHCP lease"),
    /** Default route of a router's advertisement (RFC 4861), as with an IPv6 lease; IOS gives it distance 2. */
    ROUTER_ADVERTISEMENT("ND", 2, "default route of the router advertisement"),
    /** Discard route of an own summary. */
    EIGRP_SUMMARY("D", 5, "EIGRP summary"),
    /** EIGRP internal. */
    EIGRP("D", 90, "EIGRP route"),
    /** NHRP shortcut; IOS gives it distance 250. */
    NHRP("H", 250, "NHRP shortcut");

    private final String code;
    private final int distance;
    private final String title;

    RouteSource(String code, int distance, String title) {
        this.code = code;
        this.distance = distance;
        this.title = title;
    }

    /** Code letter of {@code show ip route}. */
    public String code() {
        return code;
    }

    /** Administrative distance, 0 to 255; lower wins (Cisco IOS defaults). */
    public int distance() {
        return distance;
    }

    /** What people call such a route. */
    public String title() {
        return title;
    }
}
