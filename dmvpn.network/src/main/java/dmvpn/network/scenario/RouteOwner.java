package dmvpn.network.scenario;

import java.util.Arrays;
import java.util.Optional;

/** By whom a route may be, as expectations say it. */
public enum RouteOwner {
    /** Network of an interface. */
    CONNECTED("connected"),
    /** Configured. */
    STATIC("static"),
    /** Default route of a lease. */
    DHCP("dhcp"),
    /** NHRP shortcut. */
    NHRP("nhrp"),
    /** RIP. */
    RIP("rip"),
    /** On-demand routing. */
    ODR("odr"),
    /** EIGRP, own summaries included. */
    EIGRP("eigrp"),
    /** OSPF. */
    OSPF("ospf"),
    /** BGP. */
    BGP("bgp");

    private final String keyword;

    RouteOwner(String keyword) {
        this.keyword = keyword;
    }

    /** What models call it. */
    public String keyword() {
        return keyword;
    }

    /** The owner that models call so. */
    public static Optional<RouteOwner> ofKeyword(String keyword) {
        return Arrays.stream(values()).filter(owner -> owner.keyword.equals(keyword)).findFirst();
    }
}
