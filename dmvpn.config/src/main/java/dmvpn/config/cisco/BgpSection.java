package dmvpn.config.cisco;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
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
import java.util.stream.Collectors;

/**
 * BGP: sessions first, then what they carry. In a VRF both are in its address family, and a group exists before the range that
 * puts neighbours into it.
 */
final class BgpSection implements Section {

    private static final int DEFAULT_EXTERNAL_DISTANCE = 20;

    private record Session(String name, BgpPeering peering, boolean group) {
    }

    @Override
    public void write(CiscoContext context) {
        List<BgpProcess> processes = context.device().routing().bgp();
        if (!processes.isEmpty()) {
            BgpProcess first = processes.getFirst();
            context.block(first.origin(), "router bgp " + first.autonomousSystem() + "\n");
            processes.forEach(process -> writeTable(context, process));
        }
    }

    private static void writeTable(CiscoContext context, BgpProcess process) {
        List<Session> sessions = sessions(context, process);
        List<String> carried = new ArrayList<>();
        List<String> set = new ArrayList<>();
        sessions.forEach(session -> set.addAll(sessionLines(context, session)));
        process.listenRanges().stream().filter(range -> isIpv4(range.range())).forEach(range ->
                set.add("bgp listen range " + range.range() + " peer-group " + range.peerGroup()));
        for (IpPrefix network : process.networks()) {
            if (isIpv4(network)) {
                carried.add("network " + network.network() + " mask " + network.netmask());
            }
        }
        process.aggregates().stream().filter(aggregate -> isIpv4(aggregate.prefix())).forEach(aggregate ->
                carried.add("aggregate-address " + CiscoText.withNetmask(aggregate.prefix())
                        + (aggregate.summaryOnly() ? " summary-only" : "")));
        carried.addAll(RedistributionText.lines(process.options(), RouteSource.BGP));
        process.options().maximumPaths().ifPresent(paths -> carried.add("maximum-paths ibgp " + paths));
        process.options().distance().ifPresent(distance -> carried.add("distance bgp " + words(distance)));
        sessions.forEach(session -> carried.addAll(carriedLines(context, process, session)));
        String family = " address-family ipv4" + process.vrf().map(vrf -> " vrf " + vrf).orElse("") + "\n";
        String outer = process.vrf().isEmpty() ? RedistributionText.indented(" ", set) : "";
        String inner = process.vrf().isPresent() ? RedistributionText.indented("  ", set) : "";
        context.lines(process.origin(), outer + family + inner + RedistributionText.indented("  ", carried)
                + " exit-address-family\n");
    }

    private static boolean isIpv4(IpPrefix prefix) {
        return prefix.network() instanceof Ipv4Address;
    }

    private static List<Session> sessions(CiscoContext context, BgpProcess process) {
        List<Session> sessions = new ArrayList<>();
        for (BgpListenRange range : process.listenRanges()) {
            if (isIpv4(range.range())) {
                sessions.add(new Session(range.peerGroup(), range.peering(), true));
            }
        }
        for (BgpNeighbor neighbor : process.neighbors()) {
            if (neighbor.address() instanceof Ipv6Address) {
                context.note("BGP for IPv6 is not written yet: neighbour " + neighbor.address()
                        + " is missing in the configuration of " + context.device().reference());
            } else {
                sessions.add(new Session(neighbor.address().toString(), neighbor.peering(), false));
            }
        }
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
