package dmvpn.sim.routing;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv6Address;
import dmvpn.sim.routing.RouteSet.NextHopOverride;
import dmvpn.sim.show.IosAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code show ipv6 route} in the layout of IOS-XE: one block for each route. IOS prints no age of IPv6 routes. That
 * next-hop overrides are told of as in {@code show ip route} and {@code show ip route next-hop-override} is assumed, not observed.
 */
public final class ShowIpv6Route {

    private static final String CODES = """
            Codes: C - Connected, L - Local, S - Static, U - Per-user Static route
                   B - BGP, R - RIP, H - NHRP, I1 - ISIS L1
                   I2 - ISIS L2, IA - ISIS interarea, IS - ISIS summary, D - EIGRP
                   EX - EIGRP external, ND - ND Default, NDp - ND Prefix, DCE - Destination
                   NDr - Redirect, RL - RPL, O - OSPF Intra, OI - OSPF Inter
                   OE1 - OSPF ext 1, OE2 - OSPF ext 2, ON1 - OSPF NSSA ext 1
                   ON2 - OSPF NSSA ext 2, la - LISP alt, lr - LISP site-registrations
                   ld - LISP dyn-eid, lA - LISP away, le - LISP extranet-policy
                   lp - LISP publications, a - Application, m - OMP
            """;

    /** Each router discards what is for a group that nobody hears, and has a route of its own for that. */
    private static final String MULTICAST = """
            L   FF00::/8 [0/0]
                 via Null0, receive
            """;

    /** Distance that IOS prints with an override: the route's own distance and the worst metric class. */
    private static final int OVERRIDE_METRIC = 255;

    private ShowIpv6Route() {
    }

    /**
     * Prints a table.
     *
     * @param vrf its VRF, empty for the global table
     */
    public static String print(Optional<String> vrf, LongestMatchRoutingTable table) {
        return print(vrf, table, false);
    }

    /** Prints a table with the next-hop overrides. */
    public static String printWithOverrides(Optional<String> vrf, LongestMatchRoutingTable table) {
        return print(vrf, table, true);
    }

    private static String print(Optional<String> vrf, LongestMatchRoutingTable table, boolean overridesShown) {
        List<Route> routes = table.bestRoutes().stream()
                .filter(route -> route.prefix().network() instanceof Ipv6Address).toList();
        StringBuilder text = new StringBuilder("IPv6 Routing Table - ").append(vrf.orElse("default")).append(" - ")
                .append(routes.size() + 1).append(" entries\n").append(CODES);
        routes.forEach(route -> print(text, route, table, overridesShown));
        return text.append(MULTICAST).toString();
    }

    private static void print(StringBuilder text, Route best, LongestMatchRoutingTable table, boolean overridesShown) {
        List<NextHopOverride> overrides = table.overrides(best.prefix());
        text.append(String.format(Locale.ROOT, "%-3s%s%s [%d/%d]\n", best.source().ipv6Code(), overrides.isEmpty() ? " " : "%",
                IosAddress.of(best.prefix()), best.distance(), best.metric()));
        for (Route route : table.equalBest(best.prefix())) {
            text.append("     via ").append(target(route)).append('\n');
        }
        if (overridesShown) {
            printOverrides(text, best, overrides);
        }
    }

    private static void printOverrides(StringBuilder text, Route best, List<NextHopOverride> overrides) {
        overrides.forEach(present -> text.append("     [NHO][").append(best.distance()).append('/').append(OVERRIDE_METRIC)
                .append("] via ").append(IosAddress.of(present.nextHop())).append(", ").append(present.interfaceName())
                .append('\n'));
    }

    private static String target(Route route) {
        String egress = route.interfaceName().orElse("");
        if (route.nextHop().isEmpty()) {
            return egress + (route.source() == RouteSource.LOCAL ? ", receive" : ", directly connected");
        }
        IpAddress nextHop = route.nextHop().get();
        // The default route of an uplink is configured without its interface.
        boolean withoutInterface = egress.isEmpty() || route.source() == RouteSource.STATIC && route.prefix().length() == 0;
        return IosAddress.of(nextHop) + (withoutInterface ? "" : ", " + egress);
    }
}
