package dmvpn.config.cisco;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.network.routing.BgpListenRange;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpPeeringOptions;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.routing.RouteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * BGP: sessions first, then what they carry, by address family. In a VRF both are in its address family, and a group exists before
 * the range that puts neighbours into it.
 */
final class BgpSection implements Section {

    private static final int DEFAULT_EXTERNAL_DISTANCE = 20;

    private enum Family {
        IPV4("ipv4"),
        IPV6("ipv6");

        private final String keyword;

        Family(String keyword) {
            this.keyword = keyword;
        }

        static Family of(IpAddress address) {
            return address instanceof Ipv6Address ? IPV6 : IPV4;
        }

        boolean has(IpPrefix prefix) {
            return of(prefix.network()) == this;
        }
    }

    private record Session(String name, Family family, BgpPeering peering, boolean group) {
    }

    @Override
    public void write(CiscoContext context) {
        List<BgpProcess> processes = context.device().routing().bgp();
        if (!processes.isEmpty()) {
            BgpProcess first = processes.getFirst();
            context.block(first.origin(), "router bgp " + first.autonomousSystem() + "\n");
            writeRouter(context, processes);
            processes.forEach(process -> writeTable(context, process));
        }
    }

    /** What is about all tables: sessions of IPv6 carry no routes of IPv4 unless told to, which IOS does by itself. */
    private static void writeRouter(CiscoContext context, List<BgpProcess> processes) {
        BgpProcess first = processes.getFirst();
        List<String> lines = new ArrayList<>();
        processes.stream().filter(process -> process.vrf().isEmpty()).flatMap(process -> process.routerId().stream())
                .forEach(id -> lines.add("bgp router-id " + id));
        if (processes.stream().flatMap(process -> sessions(process).stream()).anyMatch(session -> session.family() == Family.IPV6)) {
            lines.add("no bgp default ipv4-unicast");
        }
        if (processes.stream().anyMatch(process -> process.listenLimit().isPresent())) {
            lines.add("bgp listen limit " + Math.min(BgpListenRange.HIGHEST_LIMIT, processes.stream()
                    .filter(process -> !process.listenRanges().isEmpty())
                    .mapToInt(process -> process.listenLimit().orElse(BgpListenRange.DEFAULT_LIMIT)).sum()));
        }
        context.lines(first.origin(), RedistributionText.indented(" ", lines));
    }

    private static void writeTable(CiscoContext context, BgpProcess process) {
        List<Session> sessions = sessions(process);
        if (process.vrf().isEmpty()) {
            context.lines(process.origin(), RedistributionText.indented(" ", set(context, process, sessions)));
        }
        for (Family family : Family.values()) {
            List<Session> own = sessions.stream().filter(session -> session.family() == family).toList();
            List<String> carried = carried(context, process, family, own);
            if (family == Family.IPV4 || !own.isEmpty() || !carried.isEmpty()) {
                writeFamily(context, process, family, own, carried);
            }
        }
    }

    private static void writeFamily(CiscoContext context, BgpProcess process, Family family, List<Session> sessions,
            List<String> carried) {
        String vrf = process.vrf().map(name -> " vrf " + name).orElse("");
        List<String> inner = new ArrayList<>();
        if (process.vrf().isPresent()) {
            process.routerId().ifPresent(id -> inner.add("bgp router-id " + id));
            inner.addAll(set(context, process, sessions));
        }
        inner.addAll(carried);
        context.lines(process.origin(), " address-family " + family.keyword + vrf + "\n"
                + RedistributionText.indented("  ", inner) + " exit-address-family\n");
    }

    private static List<String> set(CiscoContext context, BgpProcess process, List<Session> sessions) {
        List<String> lines = new ArrayList<>();
        sessions.forEach(session -> lines.addAll(sessionLines(context, session)));
        process.listenRanges().stream().filter(range -> sessions.stream().anyMatch(session -> session.group()
                && session.name().equals(range.peerGroup()))).forEach(range ->
                lines.add("bgp listen range " + range.range() + " peer-group " + range.peerGroup()));
        return lines;
    }

    private static List<String> carried(CiscoContext context, BgpProcess process, Family family, List<Session> sessions) {
        List<String> lines = new ArrayList<>();
        process.networks().stream().filter(family::has).forEach(network -> lines.add("network " + (family == Family.IPV4
                ? network.network() + " mask " + network.netmask() : network.toString())));
        process.aggregates().stream().filter(aggregate -> family.has(aggregate.prefix())).forEach(aggregate ->
                lines.add("aggregate-address " + (family == Family.IPV4 ? CiscoText.withNetmask(aggregate.prefix())
                        : aggregate.prefix().toString()) + (aggregate.summaryOnly() ? " summary-only" : "")));
        if (sessions.isEmpty() && (family == Family.IPV6 || !sessions(process).isEmpty())) {
            return lines;
        }
        lines.addAll(RedistributionText.lines(process.options(), RouteSource.BGP));
        process.options().maximumPaths().ifPresent(paths -> lines.add("maximum-paths ibgp " + paths));
        process.options().distance().ifPresent(distance -> lines.add("distance bgp " + words(distance)));
        sessions.forEach(session -> lines.addAll(carriedLines(context, process, session)));
        return lines;
    }

    private static List<Session> sessions(BgpProcess process) {
        List<Session> sessions = new ArrayList<>();
        process.listenRanges().forEach(range ->
                sessions.add(new Session(range.peerGroup(), Family.of(range.range().network()), range.peering(), true)));
        process.neighbors().forEach(neighbor ->
                sessions.add(new Session(neighbor.address().toString(), Family.of(neighbor.address()), neighbor.peering(), false)));
        return sessions;
    }

    private static List<String> sessionLines(CiscoContext context, Session session) {
        String neighbor = "neighbor " + session.name();
        BgpPeering peering = session.peering();
        List<String> lines = new ArrayList<>();
        if (session.group()) {
            lines.add(neighbor + " peer-group");
        }
        List<Long> alternates = peering.remoteAutonomousSystems().subList(1, peering.remoteAutonomousSystems().size());
        lines.add(neighbor + " remote-as " + peering.remoteAutonomousSystems().getFirst() + (alternates.isEmpty() ? ""
                : " alternate-as " + alternates.stream().map(Object::toString).collect(Collectors.joining(" "))));
        peering.password().ifPresent(secret -> lines.add(neighbor + " password " + context.valueOf(secret)));
        BgpPeeringOptions options = peering.options();
        options.updateSource().ifPresent(source -> lines.add(neighbor + " update-source " + source));
        options.multihop().ifPresent(hops -> lines.add(neighbor + " ebgp-multihop " + hops));
        if (options.passive()) {
            lines.add(neighbor + " transport connection-mode passive");
        }
        if (peering.keepalive().isPresent() && peering.hold().isPresent()) {
            lines.add(neighbor + " timers " + peering.keepalive().get().toSeconds() + " " + peering.hold().get().toSeconds());
        }
        if (peering.fastDetection()) {
            lines.add(neighbor + " fall-over bfd");
        }
        return lines;
    }

    private static List<String> carriedLines(CiscoContext context, BgpProcess process, Session session) {
        String neighbor = "neighbor " + session.name();
        BgpPeering peering = session.peering();
        List<String> lines = new ArrayList<>();
        lines.add(neighbor + " activate");
        if (context.device().routing().sendsCommunities(peering)) {
            lines.add(neighbor + " send-community");
        }
        if (peering.routeReflectorClient()) {
            lines.add(neighbor + " route-reflector-client");
        }
        if (peering.nextHopSelf() != NextHopSelf.OFF) {
            lines.add(neighbor + " next-hop-self" + (peering.nextHopSelf() == NextHopSelf.ALL ? " all" : ""));
        }
        if (peering.allowOwnAutonomousSystem()) {
            lines.add(neighbor + " allowas-in");
        }
        if (peering.overrideAutonomousSystem()) {
            if (process.vrf().isPresent()) {
                lines.add(neighbor + " as-override");
            } else {
                context.note("IOS-XE takes as-override in a VRF only: it is missing for neighbour " + session.name()
                        + " of " + context.device().reference());
            }
        }
        if (peering.options().nextHopUnchanged()) {
            lines.add(neighbor + " next-hop-unchanged");
        }
        if (peering.options().removePrivateAutonomousSystems()) {
            lines.add(neighbor + " remove-private-as");
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
