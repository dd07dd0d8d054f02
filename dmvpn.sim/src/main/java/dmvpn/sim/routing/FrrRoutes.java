package dmvpn.sim.routing;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.show.FrrElapsedTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code show ip route} and {@code show ipv6 route} of FRRouting (zebra/zebra_vty.c): every candidate, those that are used with a
 * mark, next hops that share the load below each other.
 */
public final class FrrRoutes {

    private static final String CODES = """
            Codes: K - kernel route, C - connected, L - local, S - static,
                   %s
                   T - Table, v - VNC, V - VNC-Direct, A - Babel, F - PBR,
                   f - OpenFabric, t - Table-Direct,
                   > - selected route, * - FIB route, q - queued, r - rejected, b - backup
                   t - trapped, o - offload failure

            """;
    private static final String IPV4_PROTOCOLS = "R - RIP, O - OSPF, I - IS-IS, B - BGP, E - EIGRP, N - NHRP,";
    private static final String IPV6_PROTOCOLS = "R - RIPng, O - OSPFv3, I - IS-IS, B - BGP, N - NHRP,";

    private final boolean ofIpv4;
    private final LongestMatchRoutingTable table;
    private final long nowNanos;
    private final StringBuilder text = new StringBuilder();

    private FrrRoutes(boolean ofIpv4, LongestMatchRoutingTable table, long nowNanos) {
        this.ofIpv4 = ofIpv4;
        this.table = table;
        this.nowNanos = nowNanos;
    }

    /**
     * Prints the IPv4 routes of a table.
     *
     * @param vrf its VRF, empty for the global table
     * @param nowNanos the instant that ages are counted to
     */
    public static String printIpv4(Optional<String> vrf, LongestMatchRoutingTable table, long nowNanos) {
        return new FrrRoutes(true, table, nowNanos).print(vrf);
    }

    /**
     * Prints the IPv6 routes of a table.
     *
     * @param vrf its VRF, empty for the global table
     * @param nowNanos the instant that ages are counted to
     */
    public static String printIpv6(Optional<String> vrf, LongestMatchRoutingTable table, long nowNanos) {
        return new FrrRoutes(false, table, nowNanos).print(vrf);
    }

    private String print(Optional<String> vrf) {
        text.append(String.format(Locale.ROOT, CODES, ofIpv4 ? IPV4_PROTOCOLS : IPV6_PROTOCOLS));
        vrf.ifPresent(name -> text.append("VRF ").append(name).append(":\n"));
        List<RouteCandidate> entry = new ArrayList<>();
        for (RouteCandidate candidate : table.explainedCandidates()) {
            if (candidate.route().prefix().network() instanceof Ipv4Address != ofIpv4) {
                continue;
            }
            if (!entry.isEmpty() && !isOfSameEntry(entry.getFirst(), candidate)) {
                print(entry);
                entry.clear();
            }
            entry.add(candidate);
        }
        if (!entry.isEmpty()) {
            print(entry);
        }
        return text.toString();
    }

    /** A protocol's route with several next hops is one entry of zebra. */
    private static boolean isOfSameEntry(RouteCandidate one, RouteCandidate other) {
        Route first = one.route();
        Route second = other.route();
        return one.best() == other.best() && first.prefix().equals(second.prefix()) && first.source() == second.source()
                && first.process() == second.process() && first.distance() == second.distance() && first.metric() == second.metric();
    }

    private void print(List<RouteCandidate> entry) {
        boolean best = entry.getFirst().best();
        Route first = entry.getFirst().route();
        String start = code(first.source()) + (best ? ">" : " ");
        String destination = " " + first.prefix() + (isOwn(first) ? ""
                : String.format(Locale.ROOT, " [%d/%d]", first.distance(), first.metric()));
        for (RouteCandidate candidate : entry) {
            Route route = candidate.route();
            Optional<Route> way = route.nextHop().filter(next -> route.interfaceName().isEmpty())
                    .flatMap(next -> RecursiveLookup.resolve(table, next));
            boolean recursive = way.isPresent() && way.get().source() != RouteSource.CONNECTED;
            line(start, best && !recursive, destination
                    + (recursive ? " via " + route.nextHop().get() + " (recursive)" : target(route, way)), route);
            start = "  ";
            destination = " ".repeat(destination.length());
            if (recursive) {
                String next = way.get().nextHop().or(route::nextHop).map(Object::toString).orElse("");
                line(start, best, destination + "   via " + next + egress(way.get()), route);
            }
        }
    }

    private void line(String start, boolean inKernel, String rest, Route route) {
        text.append(start).append(inKernel ? '*' : ' ').append(rest).append(", weight 1, ")
                .append(FrrElapsedTime.format(nowNanos - route.installedAtNanos())).append('\n');
    }

    private static boolean isOwn(Route route) {
        return route.source() == RouteSource.CONNECTED || route.source() == RouteSource.LOCAL;
    }

    private static String target(Route route, Optional<Route> way) {
        if (route.interfaceName().filter(Route.NULL_INTERFACE::equals).isPresent()) {
            return " unreachable (blackhole)";
        }
        return (route.nextHop().isEmpty() ? " is directly connected" : " via " + route.nextHop().get()) + egress(way.orElse(route));
    }

    /** A shortcut's next hop is in no network of the tunnel, so that the kernel is told to look for it there all the same. */
    private static String egress(Route route) {
        boolean onLink = route.source() == RouteSource.NHRP && route.nextHop().isPresent();
        return route.interfaceName().map(name -> ", " + name).orElse("") + (onLink ? " onlink" : "");
    }

    /** What a lease or an advertisement brings is installed by the system, which FRRouting calls the kernel. */
    private static String code(RouteSource source) {
        return switch (source) {
            case CONNECTED -> "C";
            case LOCAL -> "L";
            case STATIC -> "S";
            case DHCP, ROUTER_ADVERTISEMENT -> "K";
            case EIGRP, EIGRP_EXTERNAL, EIGRP_SUMMARY -> "E";
            case OSPF, OSPF_INTER_AREA, OSPF_EXTERNAL_1, OSPF_EXTERNAL_2, OSPF_NSSA_1, OSPF_NSSA_2 -> "O";
            case BGP, BGP_INTERNAL -> "B";
            case RIP -> "R";
            case NHRP -> "N";
            case ODR -> throw new IllegalStateException("FRRouting has no on-demand routing");
        };
    }
}
