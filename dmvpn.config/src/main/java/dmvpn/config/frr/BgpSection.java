package dmvpn.config.frr;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.network.routing.BgpListenRange;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpPeeringOptions;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.routing.RouteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** BGP, one process for each table: sessions first, then what each address family carries. */
final class BgpSection implements Section {

    private static final int DEFAULT_EXTERNAL_DISTANCE = 20;

    /**
     * A neighbour or a group of them.
     *
     * @param name how commands call it
     * @param family {@code ipv4} or {@code ipv6}
     * @param address its address, empty for a group
     */
    private record Session(String name, String family, Optional<IpAddress> address, BgpPeering peering) {
    }

    @Override
    public void write(FrrContext context) {
        context.device().routing().bgp().forEach(process -> writeProcess(context, process));
    }

    private static void writeProcess(FrrContext context, BgpProcess process) {
        List<Session> sessions = sessions(process);
        List<String> lines = new ArrayList<>();
        process.routerId().ifPresent(id -> lines.add("bgp router-id " + id));
        // What IOS does anyway: sessions need no policy, and a network is announced when a route to it exists.
        lines.add("no bgp ebgp-requires-policy");
        lines.add("no bgp default ipv4-unicast");
        lines.add("bgp network import-check");
        sessions.forEach(session -> lines.addAll(sessionLines(context, session)));
        process.listenRanges().forEach(range ->
                lines.add("bgp listen range " + range.range() + " peer-group " + range.peerGroup()));
        process.listenLimit().ifPresent(limit -> lines.add("bgp listen limit " + limit));
        context.block(process.origin(), List.of("router bgp " + process.autonomousSystem() + FrrText.ofVrf(process.vrf())));
        context.lines(process.origin(), FrrText.indented(" ", lines));
        for (String family : List.of("ipv4", "ipv6")) {
            if (family.equals("ipv4") || carries(process, sessions, family)) {
                writeFamily(context, process, sessions, family);
            }
        }
        context.line(process.origin(), "exit");
    }

    private static boolean carries(BgpProcess process, List<Session> sessions, String family) {
        return sessions.stream().anyMatch(session -> session.family().equals(family))
                || process.networks().stream().anyMatch(network -> family(network.network()).equals(family));
    }

    private static void writeFamily(FrrContext context, BgpProcess process, List<Session> sessions, String family) {
        List<String> lines = new ArrayList<>();
        for (IpPrefix network : process.networks()) {
            if (family(network.network()).equals(family)) {
                lines.add("network " + network);
            }
        }
        process.aggregates().stream().filter(aggregate -> family(aggregate.prefix().network()).equals(family))
                .forEach(aggregate -> lines.add("aggregate-address " + aggregate.prefix()
                        + (aggregate.summaryOnly() ? " summary-only" : "")));
        boolean ofIpv6 = family.equals("ipv6");
        if (sessions.isEmpty() ? !ofIpv6 : sessions.stream().anyMatch(session -> session.family().equals(family))) {
            RedistributionText.lines(context, process.options(), RouteSource.BGP, false)
                    .forEach(line -> lines.add(ofIpv6 ? ofIpv6(line) : line));
        }
        int paths = process.options().maximumPaths().orElse(1);
        lines.add("maximum-paths " + paths);
        lines.add("maximum-paths ibgp " + paths);
        process.options().distance().ifPresent(distance -> lines.add("distance bgp " + words(distance)));
        sessions.stream().filter(session -> session.family().equals(family))
                .forEach(session -> lines.addAll(carriedLines(context, session)));
        context.line(process.origin(), " address-family " + family + " unicast");
        context.lines(process.origin(), FrrText.indented("  ", lines));
        context.line(process.origin(), " exit-address-family");
    }

    /** Processes of IPv6 have names of their own (RFC 5340, RFC 2080). */
    private static String ofIpv6(String line) {
        return line.replaceFirst("^redistribute ospf\\b", "redistribute ospf6").replaceFirst("^redistribute rip\\b", "redistribute ripng");
    }

    private static String family(IpAddress address) {
        return address instanceof Ipv6Address ? "ipv6" : "ipv4";
    }

    private static List<Session> sessions(BgpProcess process) {
        List<Session> sessions = new ArrayList<>();
        for (BgpListenRange range : process.listenRanges()) {
            sessions.add(new Session(range.peerGroup(), family(range.range().network()), Optional.empty(), range.peering()));
        }
        for (BgpNeighbor neighbor : process.neighbors()) {
            sessions.add(new Session(neighbor.address().toString(), family(neighbor.address()),
                    Optional.of(neighbor.address()), neighbor.peering()));
        }
        return sessions;
    }

    private static List<String> sessionLines(FrrContext context, Session session) {
        String neighbor = "neighbor " + session.name();
        BgpPeering peering = session.peering();
        List<String> lines = new ArrayList<>();
        if (session.address().isEmpty()) {
            lines.add(neighbor + " peer-group");
        }
        lines.add(neighbor + " remote-as " + peering.remoteAutonomousSystems().getFirst());
        if (peering.remoteAutonomousSystems().size() > 1) {
            context.leaveOut("further autonomous systems of group " + session.name() + ": FRRouting takes one for a group");
        }
        peering.password().ifPresent(secret -> lines.add(neighbor + " password " + context.valueOf(secret)));
        BgpPeeringOptions options = peering.options();
        options.updateSource().ifPresent(source -> lines.add(neighbor + " update-source " + source));
        options.multihop().ifPresent(hops -> lines.add(neighbor + " ebgp-multihop " + hops));
        if (options.passive()) {
            lines.add(neighbor + " passive");
        }
        if (peering.keepalive().isPresent() && peering.hold().isPresent()) {
            lines.add(neighbor + " timers " + peering.keepalive().get().toSeconds() + " " + peering.hold().get().toSeconds());
        }
        if (peering.fastDetection()) {
            String profile = session.address().map(address -> BfdSection.profileOf(context.device(), address)).orElse("");
            lines.add(neighbor + " bfd" + profile);
        }
        return lines;
    }

    private static List<String> carriedLines(FrrContext context, Session session) {
        String neighbor = "neighbor " + session.name();
        BgpPeering peering = session.peering();
        List<String> lines = new ArrayList<>();
        lines.add(neighbor + " activate");
        if (!context.device().routing().sendsCommunities(peering)) {
            // FRRouting sends them unless told otherwise, IOS does not.
            lines.add("no " + neighbor + " send-community all");
        }
        if (peering.routeReflectorClient()) {
            lines.add(neighbor + " route-reflector-client");
        }
        if (peering.nextHopSelf() != NextHopSelf.OFF) {
            lines.add(neighbor + " next-hop-self" + (peering.nextHopSelf() == NextHopSelf.ALL ? " force" : ""));
        }
        if (peering.allowOwnAutonomousSystem()) {
            lines.add(neighbor + " allowas-in");
        }
        if (peering.overrideAutonomousSystem()) {
            lines.add(neighbor + " as-override");
        }
        if (peering.options().nextHopUnchanged()) {
            lines.add(neighbor + " attribute-unchanged next-hop");
        }
        if (peering.options().removePrivateAutonomousSystems()) {
            lines.add(neighbor + " remove-private-AS");
        }
        peering.defaultOrigination().ifPresent(said -> lines.add(neighbor + " default-originate"));
        peering.importPolicy().ifPresent(policy -> lines.add(neighbor + " route-map " + policy + " in"));
        peering.exportPolicy().ifPresent(policy -> lines.add(neighbor + " route-map " + policy + " out"));
        return lines;
    }

    private static String words(AdministrativeDistance distance) {
        return distance.external().orElse(DEFAULT_EXTERNAL_DISTANCE) + " " + distance.internal() + " " + distance.internal();
    }
}
