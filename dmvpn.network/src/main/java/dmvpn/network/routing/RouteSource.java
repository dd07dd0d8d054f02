package dmvpn.network.routing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a router has a route from. */
public enum RouteSource {
    /** Networks of its own interfaces. */
    CONNECTED(0),
    /** Static routes. */
    STATIC(1),
    /** RIP version 2 (RFC 2453). */
    RIP(120),
    /** On-demand routing: prefixes carried in CDP. */
    ODR(160),
    /** EIGRP (RFC 7868), internal routes. */
    EIGRP(90),
    /** OSPF (RFC 2328). */
    OSPF(110),
    /** BGP (RFC 4271), routes from another autonomous system. */
    BGP(20);

    private final int defaultDistance;

    RouteSource(int defaultDistance) {
        this.defaultDistance = defaultDistance;
    }

    /** Administrative distance on IOS when none is configured (Cisco, What Is Administrative Distance). */
    public int defaultDistance() {
        return defaultDistance;
    }

    /** The word for it in models and configurations. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True when a device may have several processes, told apart by a number. */
    public boolean isNumbered() {
        return this == EIGRP || this == OSPF || this == BGP;
    }

    /** The source of that keyword. */
    public static Optional<RouteSource> of(String keyword) {
        return Stream.of(values()).filter(source -> source.keyword().equals(keyword)).findFirst();
    }
}
