package dmvpn.sim.routing;

import java.util.Optional;

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
    /** EIGRP, from outside the autonomous system. */
    EIGRP_EXTERNAL("D EX", 170, "EIGRP external route"),
    /** OSPF, inside an area, and the discard routes of its ranges. */
    OSPF("O", 110, "OSPF route"),
    /** OSPF, to another area. */
    OSPF_INTER_AREA("O IA", 110, "OSPF inter-area route"),
    /** OSPF, outside, with a metric that counts like its costs. */
    OSPF_EXTERNAL_1("O E1", 110, "OSPF external route of type 1"),
    /** OSPF, outside, with a metric that counts more than its costs. */
    OSPF_EXTERNAL_2("O E2", 110, "OSPF external route of type 2"),
    /** OSPF, outside, told in a not-so-stubby area. */
    OSPF_NSSA_1("O N1", 110, "OSPF NSSA external route of type 1"),
    /** OSPF, outside, told in a not-so-stubby area. */
    OSPF_NSSA_2("O N2", 110, "OSPF NSSA external route of type 2"),
    /** BGP, from another autonomous system, and the discard routes of own aggregates, which have distance 200. */
    BGP("B", 20, "BGP route"),
    /** BGP, from the own autonomous system. */
    BGP_INTERNAL("B", 200, "internal BGP route"),
    /** RIP version 2. */
    RIP("R", 120, "RIP route"),
    /** On-demand routing. */
    ODR("o", 160, "ODR route"),
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

    /** Code of {@code show ipv6 route}: without a blank, and {@code OI} between areas. */
    public String ipv6Code() {
        return this == OSPF_INTER_AREA ? "OI" : code.replace(" ", "");
    }

    /** Administrative distance, 0 to 255; lower wins (Cisco IOS defaults). */
    public int distance() {
        return distance;
    }

    /** What redistribution calls the owner; empty for what is never redistributed. */
    public Optional<dmvpn.network.routing.RouteSource> protocol() {
        return Optional.ofNullable(switch (this) {
            case CONNECTED -> dmvpn.network.routing.RouteSource.CONNECTED;
            case STATIC -> dmvpn.network.routing.RouteSource.STATIC;
            case EIGRP, EIGRP_EXTERNAL, EIGRP_SUMMARY -> dmvpn.network.routing.RouteSource.EIGRP;
            case OSPF, OSPF_INTER_AREA, OSPF_EXTERNAL_1, OSPF_EXTERNAL_2, OSPF_NSSA_1, OSPF_NSSA_2 ->
                dmvpn.network.routing.RouteSource.OSPF;
            case BGP, BGP_INTERNAL -> dmvpn.network.routing.RouteSource.BGP;
            case RIP -> dmvpn.network.routing.RouteSource.RIP;
            case ODR -> dmvpn.network.routing.RouteSource.ODR;
            case LOCAL, DHCP, ROUTER_ADVERTISEMENT, NHRP -> null;
        });
    }

    /** What people call such a route. */
    public String title() {
        return title;
    }
}
