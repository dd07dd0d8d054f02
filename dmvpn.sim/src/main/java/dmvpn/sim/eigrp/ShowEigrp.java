package dmvpn.sim.eigrp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.eigrp.message.ExternalProtocol;
import dmvpn.sim.show.ElapsedTime;
import dmvpn.sim.show.ShortInterfaceName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** {@code show ip eigrp neighbors} and {@code topology} in the layout of IOS 15 and IOS-XE. */
final class ShowEigrp {

    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private static final String NEIGHBOR_HEADING = """
            H   Address                 Interface              Hold Uptime   SRTT   RTO  Q  Seq
                                                               (sec)         (ms)       Cnt Num
            """;

    private static final String TOPOLOGY_CODES = """
            Codes: P - Passive, A - Active, U - Update, Q - Query, R - Reply,
                   r - reply Status, s - sia Status

            """;

    private final EigrpContext context;

    ShowEigrp(EigrpContext context) {
        this.context = context;
    }

    String neighbors(Collection<EigrpPort> ports) {
        List<EigrpNeighbor> all = new ArrayList<>();
        ports.forEach(port -> all.addAll(port.neighbors().values()));
        all.sort(Comparator.comparingInt(EigrpNeighbor::handle));
        StringBuilder text = new StringBuilder("EIGRP-" + context.family().title() + virtualRouter() + (context.process().name().isPresent() ? " Address-Family" : "") + " Neighbors for AS(")
                .append(context.process().autonomousSystem()).append(")\n");
        if (all.isEmpty()) {
            return text.toString();
        }
        text.append(NEIGHBOR_HEADING);
        for (EigrpNeighbor neighbor : all) {
            text.append(String.format(Locale.ROOT, "%-3d %-23s %-22s %4d %8s %4d %5d %2d %4d\n",
                    neighbor.handle(), neighbor.address(), ShortInterfaceName.of(neighbor.port().name()),
                    Math.ceilDiv(neighbor.holdEndsAtNanos() - context.nowNanos(), SECOND),
                    ElapsedTime.format(context.nowNanos() - neighbor.discoveredAtNanos()),
                    neighbor.sender().smoothedRoundTripNanos() / MILLISECOND,
                    neighbor.sender().timeoutNanos() / MILLISECOND, neighbor.sender().queued(),
                    neighbor.lastReceivedSequence()));
        }
        return text.toString();
    }

    String topology(Collection<TopologyEntry> entries, IpAddress routerId) {
        StringBuilder text = new StringBuilder("EIGRP-" + context.family().title() + virtualRouter() + " Topology Table for AS(")
                .append(context.process().autonomousSystem()).append(")/ID(").append(routerId).append(")\n")
                .append(TOPOLOGY_CODES);
        for (TopologyEntry entry : entries) {
            text.append(entry.isActive() ? "A " : "P ").append(entry.prefix()).append(", ")
                    .append(entry.successors().size()).append(" successors, FD is ")
                    .append(entry.isInaccessible()
                            ? "Inaccessible" : Long.toString(entry.feasibleDistance()))
                    .append(entry.best() == null || entry.best().tag() == 0 ? "" : ", tag is " + entry.best().tag()).append('\n');
            for (Path path : entry.paths()) {
                if (entry.successors().contains(path) || entry.isFeasible(path)) {
                    text.append("        via ").append(path(path)).append('\n');
                }
            }
        }
        return text.toString();
    }

    /** The name of a process in named mode. */
    private String virtualRouter() {
        return context.process().name().map(name -> " VR(" + name + ")").orElse("");
    }

    private static String path(Path path) {
        return switch (path.kind()) {
            case CONNECTED -> "Connected, " + path.port().name();
            case SUMMARY -> "Summary (" + path.distance() + "/0), Null0";
            case REDISTRIBUTED -> redistributed(path) + " (" + path.distance() + "/0)";
            case LEARNED -> path.nextHop() + " (" + path.distance() + "/" + path.reportedDistance() + "), "
                    + path.port().name();
        };
    }

    private static String redistributed(Path path) {
        return switch (ExternalProtocol.ofNumber(path.exterior().get().externalProtocol()).orElseThrow()) {
            case CONNECTED -> "Rconnected";
            case STATIC -> "Rstatic";
            case EIGRP, RIP, OSPF, BGP, OTHER -> "Redistributed";
        };
    }
}
