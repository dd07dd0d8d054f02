package dmvpn.sim.bgp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.routing.policy.Community;
import dmvpn.sim.show.ElapsedTime;
import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The state of BGP as data. */
final class BgpStateTables {

    private static final List<String> NEIGHBOR_COLUMNS = List.of("address", "autonomousSystem", "routerId", "state", "reason",
            "uptime", "prefixesReceived", "prefixesSent", "messagesSent", "messagesReceived");
    private static final List<String> PATH_COLUMNS = List.of("prefix", "state", "nextHop", "neighbor", "metric", "localPreference",
            "weight", "asPath", "origin", "communities", "originator", "clusters",
            "whyNotBest");

    private final BgpContext context;

    BgpStateTables(BgpContext context) {
        this.context = context;
    }

    List<StateTable> tables(Collection<BgpPeer> peers, BgpTable table) {
        List<List<String>> paths = new ArrayList<>();
        for (BgpEntry entry : table.entries()) {
            for (BgpPath path : entry.paths()) {
                paths.add(row(entry, path));
            }
        }
        return List.of(new StateTable("BGP neighbors", NEIGHBOR_COLUMNS, peers.stream().map(this::row).toList()),
                new StateTable("BGP table", PATH_COLUMNS, paths));
    }

    private List<String> row(BgpPeer peer) {
        return List.of(peer.address().toString(), Long.toString(peer.remoteAutonomousSystem()), peer.routerId().toString(),
                peer.state().title(), peer.idleReason(), ElapsedTime.format(context.nowNanos() - peer.sinceNanos()),
                Integer.toString(peer.accepted().size()), Integer.toString(peer.output().announced().cardinality()),
                Long.toString(peer.sent().total()), Long.toString(peer.received().total()));
    }

    private static List<String> row(BgpEntry entry, BgpPath path) {
        BgpPath best = entry.best().orElse(null);
        String state = path == best ? "best" : entry.sharing().contains(path) ? "multipath"
                : path.isReachable() ? "valid" : "inaccessible";
        return List.of(entry.nlri().toString(), entry.isSuppressed() ? state + ", suppressed" : state, path.nextHop().toString(),
                path.peer().map(BgpPeer::address).map(IpAddress::toString).orElse(""),
                text(path.attributes().multiExitDiscriminator().isPresent(), path.multiExitDiscriminator()),
                text(path.attributes().localPreference().isPresent(), path.localPreference()), Integer.toString(path.weight()),
                path.attributes().asPath().toString(), path.attributes().origin().title(),
                path.attributes().communities().stream().map(Community::toString).collect(Collectors.joining(" ")),
                path.attributes().originatorId().map(Ipv4Address::toString).orElse(""),
                path.attributes().clusterList().stream().map(Ipv4Address::toString).collect(Collectors.joining(" ")),
                path == best ? "" : BestPath.whyLost(path, best).reason());
    }

    private static String text(boolean present, long value) {
        return present ? Long.toString(value) : "";
    }
}
