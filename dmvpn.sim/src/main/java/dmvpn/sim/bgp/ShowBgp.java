package dmvpn.sim.bgp;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.bgp.message.AddressFamily;
import dmvpn.sim.routing.Route;
import dmvpn.sim.show.ElapsedTime;
import dmvpn.sim.show.IosAddress;
import dmvpn.sim.show.ShowCommand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code show ip bgp}, {@code summary} and {@code neighbors} in the layout of IOS-XE. Lines about memory are left out, and so
 * is most of what IOS says about a neighbour.
 */
final class ShowBgp {

    private static final String CODES = """
            Status codes: s suppressed, d damped, h history, * valid, > best, i - internal,
                          r RIB-failure, S Stale, m multipath, b backup-path, f RT-Filter,
                          x best-external, a additional-path, c RIB-compressed,
                          t secondary path, L long-lived-stale,
            Origin codes: i - IGP, e - EGP, ? - incomplete
            RPKI validation codes: V valid, I invalid, N Not found

                 Network          Next Hop            Metric LocPrf Weight Path
            """;
    private static final String NEIGHBOR_HEADING =
            "Neighbor        V           AS MsgRcvd MsgSent   TblVer  InQ OutQ Up/Down  State/PfxRcd\n";
    private static final int NETWORK_WIDTH = 17;
    private static final int NEXT_HOP_WIDTH = 16;
    private static final int NETWORK_COLUMN = 6;
    private static final int NEIGHBOR_WIDTH = 15;

    private final BgpContext context;
    private final BgpTable table;

    ShowBgp(BgpContext context, BgpTable table) {
        this.context = context;
        this.table = table;
    }

    /** A family without neighbours and routes has no commands. */
    List<ShowCommand> commands(Collection<BgpPeer> peers) {
        List<ShowCommand> commands = new ArrayList<>();
        for (AddressFamily family : AddressFamily.values()) {
            boolean used = family == AddressFamily.IPV4_UNICAST && peers.isEmpty()
                    || peers.stream().anyMatch(peer -> peer.family() == family) || hasRoutes(family);
            if (used) {
                String command = command(family);
                commands.add(new ShowCommand(command, () -> table(family)));
                commands.add(new ShowCommand(command + " summary", () -> summary(family, peers)));
                commands.add(new ShowCommand(command + " neighbors", () -> neighbors(family, peers)));
            }
        }
        return commands;
    }

    private boolean hasRoutes(AddressFamily family) {
        for (BgpEntry entry : table.entries()) {
            if (entry.nlri().family() == family) {
                return true;
            }
        }
        return false;
    }

    private String command(AddressFamily family) {
        Optional<String> vrf = context.process().vrf();
        if (family == AddressFamily.IPV6_UNICAST) {
            return vrf.map(name -> "show bgp vpnv6 unicast vrf " + name).orElse("show bgp ipv6 unicast");
        }
        return vrf.map(name -> "show ip bgp vpnv4 vrf " + name).orElse("show ip bgp");
    }

    private String table(AddressFamily family) {
        StringBuilder text = new StringBuilder("BGP table version is ").append(table.version()).append(", local router ID is ")
                .append(context.routerId()).append('\n').append(CODES);
        for (BgpEntry entry : table.entries()) {
            if (entry.nlri().family() == family) {
                print(text, entry);
            }
        }
        return text.toString();
    }

    private void print(StringBuilder text, BgpEntry entry) {
        String network = network(entry.nlri().prefix());
        for (BgpPath path : entry.paths()) {
            text.append(String.format(Locale.ROOT, " %-" + (NETWORK_COLUMN - 1) + "s", status(entry, path)));
            if (network.length() >= NETWORK_WIDTH) {
                text.append(network).append('\n').append(" ".repeat(NETWORK_COLUMN + NETWORK_WIDTH));
            } else {
                text.append(String.format(Locale.ROOT, "%-" + NETWORK_WIDTH + "s", network));
            }
            String nextHop = IosAddress.of(path.nextHop());
            if (nextHop.length() >= NEXT_HOP_WIDTH) {
                text.append(nextHop).append('\n').append(" ".repeat(NETWORK_COLUMN + NETWORK_WIDTH + NEXT_HOP_WIDTH));
            } else {
                text.append(String.format(Locale.ROOT, "%-" + NEXT_HOP_WIDTH + "s", nextHop));
            }
            String asPath = path.attributes().asPath().toString();
            text.append(String.format(Locale.ROOT, "%10s%7s%7d %s%s\n",
                    path.attributes().multiExitDiscriminator().isPresent() ? path.multiExitDiscriminator() : "",
                    localPreference(path), path.weight(), asPath.isEmpty() ? "" : asPath + " ",
                    path.attributes().origin().code()));
            network = "";
        }
    }

    /** IOS shows it where it came with the path or was set. */
    private static String localPreference(BgpPath path) {
        return path.attributes().localPreference().isPresent() ? Long.toString(path.localPreference()) : "";
    }

    private String status(BgpEntry entry, BgpPath path) {
        boolean best = entry.best().filter(path::equals).isPresent();
        String first = entry.isSuppressed() ? "s" : best && isRibFailure(entry, path) ? "r" : path.isReachable() ? "*" : " ";
        String second = best ? ">" : entry.sharing().contains(path) ? "m" : " ";
        return first + second + (path.source() == PathSource.INTERNAL ? "i" : "");
    }

    /** The best path is not in the routing table, since another protocol's route is better. */
    private boolean isRibFailure(BgpEntry entry, BgpPath best) {
        return !best.source().isLocal() && context.routes().best(entry.nlri().prefix()).map(Route::source)
                .filter(source -> !RouteInstaller.isOfBgp(source)).isPresent();
    }

    /** IOS leaves the length out where it is that of the class of the address. */
    private static String network(IpPrefix prefix) {
        if (prefix.network() instanceof Ipv4Address address) {
            int first = address.bits() >>> 24;
            int classLength = first < 128 ? 8 : first < 192 ? 16 : first < 224 ? 24 : -1;
            return prefix.length() == classLength || prefix.length() == 0 ? address.toString() : prefix.toString();
        }
        return IosAddress.of(prefix);
    }

    private String summary(AddressFamily family, Collection<BgpPeer> peers) {
        StringBuilder text = new StringBuilder("BGP router identifier ").append(context.routerId())
                .append(", local AS number ").append(context.autonomousSystem()).append("\nBGP table version is ")
                .append(table.version()).append(", main routing table version ").append(table.version()).append('\n');
        text.append('\n').append(NEIGHBOR_HEADING);
        for (BgpPeer peer : peers) {
            if (peer.family() == family) {
                print(text, peer);
            }
        }
        return text.toString();
    }

    private void print(StringBuilder text, BgpPeer peer) {
        String address = (peer.settings().dynamic() ? "*" : "") + IosAddress.of(peer.address());
        text.append(address.length() > NEIGHBOR_WIDTH ? address + "\n" + " ".repeat(NEIGHBOR_WIDTH)
                : String.format(Locale.ROOT, "%-" + NEIGHBOR_WIDTH + "s", address));
        boolean up = peer.isEstablished();
        text.append(String.format(Locale.ROOT, " %-4d%10d %7d %7d %8d %4d %4d %-8s ", 4, peer.remoteAutonomousSystem(),
                peer.received().total(), peer.sent().total(), up ? table.version() : 1, 0,
                peer.session().map(session -> session.tcp().unacknowledgedMessages()).orElse(0),
                peer.establishedCount() == 0 ? "never" : ElapsedTime.format(context.nowNanos() - peer.sinceNanos())));
        text.append(up ? String.format(Locale.ROOT, "%8d", peer.accepted().size()) : peer.state().title()).append('\n');
    }

    private String neighbors(AddressFamily family, Collection<BgpPeer> peers) {
        StringBuilder text = new StringBuilder();
        for (BgpPeer peer : peers) {
            if (peer.family() == family) {
                describe(text, peer);
            }
        }
        return text.toString();
    }

    private void describe(StringBuilder text, BgpPeer peer) {
        text.append("BGP neighbor is ").append(peer.settings().dynamic() ? "*" : "").append(IosAddress.of(peer.address()))
                .append(",  ").append(context.process().vrf().map(vrf -> "vrf " + vrf + ",  ").orElse(""))
                .append("remote AS ").append(peer.remoteAutonomousSystem())
                .append(peer.isInternal() ? ", internal link\n" : ", external link\n");
        text.append("  BGP version 4, remote router ID ").append(peer.routerId()).append('\n');
        text.append("  BGP state = ").append(peer.state().title());
        if (peer.isEstablished()) {
            PeerConnection session = peer.session().get();
            String sinceHeard = ElapsedTime.format(context.nowNanos() - peer.lastHeardNanos());
            text.append(", up for ").append(ElapsedTime.format(context.nowNanos() - peer.sinceNanos())).append('\n')
                    .append("  Last read ").append(sinceHeard).append(", hold time is ").append(session.holdTimeSeconds())
                    .append(", keepalive interval is ")
                    .append(peer.settings().keepaliveNanos(session.holdTimeSeconds()) / 1_000_000_000L).append(" seconds\n")
                    .append("  Neighbor capabilities:\n    Route refresh: advertised and received(new)\n")
                    .append("    Four-octets ASN Capability: advertised and received\n    Address family ")
                    .append(peer.family().title()).append(": advertised and received\n");
        } else {
            text.append(peer.idleReason().isEmpty() ? "\n" : " (" + peer.idleReason() + ")\n");
        }
        text.append("  Message statistics:\n                         Sent       Rcvd\n");
        row(text, "Opens:", peer.sent().opens, peer.received().opens);
        row(text, "Notifications:", peer.sent().notifications, peer.received().notifications);
        row(text, "Updates:", peer.sent().updates, peer.received().updates);
        row(text, "Keepalives:", peer.sent().keepalives, peer.received().keepalives);
        row(text, "Route Refresh:", peer.sent().refreshes, peer.received().refreshes);
        row(text, "Total:", peer.sent().total(), peer.received().total());
        text.append("  Connections established ").append(peer.establishedCount()).append("; dropped ").append(peer.drops())
                .append("\n  Last reset ").append(peer.drops() == 0 ? "never"
                        : ElapsedTime.format(context.nowNanos() - peer.sinceNanos()) + ", due to " + peer.lastReset()).append("\n\n");
    }

    private static void row(StringBuilder text, String name, long sent, long received) {
        text.append(String.format(Locale.ROOT, "    %-15s%10d %10d\n", name, sent, received));
    }
}
