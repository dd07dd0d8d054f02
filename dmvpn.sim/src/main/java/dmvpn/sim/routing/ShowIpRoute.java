package dmvpn.sim.routing;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.routing.RouteSet.NextHopOverride;
import dmvpn.sim.show.ElapsedTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code show ip route} in the layout of IOS-XE: routes in groups by classful network, with a heading where subnets of
 * it are known. Routes that NHRP overrides the next hop of have a mark; {@code show ip route next-hop-override} has the overrides
 * below them (Cisco, "Shortcut Switching Enhancements for NHRP in DMVPN Networks"; observed on IOL).
 */
public final class ShowIpRoute {

    private static final String CODES = """
            Codes: L - local, C - connected, S - static, R - RIP, M - mobile, B - BGP
                   D - EIGRP, EX - EIGRP external, O - OSPF, IA - OSPF inter area
                   N1 - OSPF NSSA external type 1, N2 - OSPF NSSA external type 2
                   E1 - OSPF external type 1, E2 - OSPF external type 2, m - OMP
                   n - NAT, Ni - NAT inside, No - NAT outside, Nd - NAT DIA
                   i - IS-IS, su - IS-IS summary, L1 - IS-IS level-1, L2 - IS-IS level-2
                   ia - IS-IS inter area, * - candidate default, U - per-user static route
                   H - NHRP, G - NHRP registered, g - NHRP registration summary
                   o - ODR, P - periodic downloaded static route, l - LISP
                   a - application route
                   + - replicated route, % - next hop override, p - overrides from PfR
                   & - replicated local route overrides by connected

            """;

    /** Distance that IOS prints with an override: the route's own distance and the worst metric class. */
    private static final int OVERRIDE_METRIC = 255;
    private static final int SUBNET_COLUMN = 9;
    private static final int NETWORK_COLUMN = 6;

    private final LongestMatchRoutingTable table;
    private final long nowNanos;
    private final boolean overridesShown;
    private final StringBuilder text = new StringBuilder();

    private ShowIpRoute(LongestMatchRoutingTable table, long nowNanos, boolean overridesShown) {
        this.table = table;
        this.nowNanos = nowNanos;
        this.overridesShown = overridesShown;
    }

    /**
     * Prints a table.
     *
     * @param vrf its VRF, empty for the global table
     * @param nowNanos the instant that ages are counted to
     */
    public static String print(Optional<String> vrf, LongestMatchRoutingTable table, long nowNanos) {
        return new ShowIpRoute(table, nowNanos, false).print(vrf);
    }

    /** Prints a table with the next-hop overrides: {@code show ip route next-hop-override}. */
    public static String printWithOverrides(Optional<String> vrf, LongestMatchRoutingTable table, long nowNanos) {
        return new ShowIpRoute(table, nowNanos, true).print(vrf);
    }

    private String print(Optional<String> vrf) {
        vrf.ifPresent(name -> text.append("\nRouting Table: ").append(name).append('\n'));
        text.append(CODES);
        List<Route> routes = table.bestRoutes().stream()
                .filter(route -> route.prefix().network() instanceof Ipv4Address).toList();
        printGateway(routes);
        text.append('\n');
        Map<IpPrefix, List<Route>> groups = new TreeMap<>(
                Comparator.comparing(IpPrefix::network).thenComparingInt(IpPrefix::length));
        for (Route route : routes) {
            groups.computeIfAbsent(group(route.prefix()), key -> new ArrayList<>()).add(route);
        }
        groups.forEach(this::printGroup);
        return text.toString();
    }

    private void printGateway(List<Route> routes) {
        Optional<Route> defaultRoute =
                routes.stream().filter(route -> route.prefix().equals(IpPrefix.IPV4_DEFAULT)).findFirst();
        if (defaultRoute.isEmpty()) {
            text.append("Gateway of last resort is not set\n");
        } else {
            text.append("Gateway of last resort is ")
                    .append(defaultRoute.get().nextHop().map(Object::toString).orElse("0.0.0.0"))
                    .append(" to network 0.0.0.0\n");
        }
    }

    /** The classful network that a prefix is part of; a supernet is a group of its own. */
    private static IpPrefix group(IpPrefix prefix) {
        int classLength = classLength((Ipv4Address) prefix.network());
        return prefix.length() >= classLength ? IpPrefix.containing(prefix.network(), classLength) : prefix;
    }

    /** RFC 791 section 3.2: the first bits of an address tell the length of its network part. */
    private static int classLength(Ipv4Address address) {
        int firstOctet = address.bits() >>> 24;
        if (firstOctet < 128) {
            return 8;
        }
        return firstOctet < 192 ? 16 : 24;
    }

    private void printGroup(IpPrefix network, List<Route> routes) {
        boolean subnetted = routes.size() > 1 || routes.get(0).prefix().length() > network.length();
        if (!subnetted) {
            printRoute(routes.get(0), NETWORK_COLUMN, routes.get(0).prefix().toString());
            return;
        }
        long masks = routes.stream().mapToInt(route -> route.prefix().length()).distinct().count();
        if (masks == 1) {
            int length = routes.get(0).prefix().length();
            text.append("      ").append(network.network()).append('/').append(length).append(" is subnetted, ")
                    .append(routes.size()).append(" subnets\n");
            routes.forEach(route -> printRoute(route, SUBNET_COLUMN, route.prefix().network().toString()));
        } else {
            text.append("      ").append(network).append(" is variably subnetted, ").append(routes.size())
                    .append(" subnets, ").append(masks).append(" masks\n");
            routes.forEach(route -> printRoute(route, SUBNET_COLUMN, route.prefix().toString()));
        }
    }

    private void printRoute(Route best, int column, String destination) {
        List<NextHopOverride> overrides = table.overrides(best.prefix());
        String code = code(best);
        String mark = overrides.isEmpty() ? "" : "%";
        String head = String.format(Locale.ROOT, "%-4s%s", code, mark);
        String start = String.format(Locale.ROOT, "%-" + column + "s%s ", head, destination);
        String margin = " ".repeat(start.length());
        String prefix = start;
        for (Route route : table.equalBest(best.prefix())) {
            text.append(prefix).append(target(route)).append('\n');
            prefix = margin;
        }
        if (overridesShown) {
            printOverrides(best, overrides, margin);
        }
    }

    private void printOverrides(Route best, List<NextHopOverride> overrides, String margin) {
        overrides.forEach(present -> text.append(margin).append("[NHO][").append(best.distance()).append('/')
                .append(OVERRIDE_METRIC).append("] via ").append(present.nextHop()).append(", ")
                .append(ElapsedTime.format(nowNanos - present.sinceNanos())).append(", ")
                .append(present.interfaceName()).append('\n'));
    }

    /** IOS puts the asterisk of a default route behind the first letter: {@code O*E2}, {@code S*}. */
    private static String code(Route route) {
        String code = route.source().code();
        if (route.prefix().length() > 0) {
            return code;
        }
        int space = code.indexOf(' ');
        return space < 0 ? code + "*" : code.substring(0, space) + "*" + code.substring(space + 1);
    }

    private String target(Route route) {
        String age = ElapsedTime.format(nowNanos - route.installedAtNanos());
        String egress = route.interfaceName().orElse("");
        if (route.source() == RouteSource.CONNECTED || route.source() == RouteSource.LOCAL
                || route.source() == RouteSource.STATIC && route.nextHop().isEmpty()) {
            return "is directly connected, " + egress;
        }
        if (route.source() == RouteSource.EIGRP_SUMMARY
                || route.source() == RouteSource.OSPF && egress.equals(Route.NULL_INTERFACE)) {
            return "is a summary, " + age + ", " + egress;
        }
        if (route.nextHop().isEmpty()) {
            return "is directly connected, " + age + ", " + egress;
        }
        if (route.isHeldDown()) {
            return "is possibly down, routing via " + route.nextHop().get() + ", " + egress;
        }
        String via = "[" + route.distance() + "/" + route.metric() + "] via " + route.nextHop().get();
        if (route.source() == RouteSource.STATIC || route.source() == RouteSource.DHCP) {
            // IOS prints no age for these, and the interface only when it was configured.
            return route.source() == RouteSource.STATIC && route.prefix().length() > 0 && !egress.isEmpty()
                    ? via + ", " + egress : via;
        }
        return via + ", " + age + (egress.isEmpty() ? "" : ", " + egress);
    }
}
