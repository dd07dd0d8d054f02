package dmvpn.sim.nhrp;

import dmvpn.sim.show.ElapsedTime;
import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The state of NHRP as data. */
final class NhrpStateTables {

    private static final List<String> CACHE_COLUMNS = List.of("target", "via", "tunnel", "type", "flags", "nbmaAddress",
            "claimedNbmaAddress", "created", "expires", "state", "attributes", "socket");

    private static final List<String> SERVER_COLUMNS = List.of("protocolAddress", "nbmaAddress", "tunnel", "state",
            "priority", "cluster", "requestsSent", "requestsFailed", "repliesReceived", "requestId", "waitSeconds");

    private static final List<String> TRAFFIC_COLUMNS = List.of("tunnel", "maxSendPackets", "maxSendSeconds", "usagePercent",
            "sent", "received", "droppedOverLimit", "forwarded");

    private final long nowNanos;

    NhrpStateTables(long nowNanos) {
        this.nowNanos = nowNanos;
    }

    List<StateTable> tables(List<NhrpInterface> interfaces) {
        List<List<String>> entries = new ArrayList<>();
        List<List<String>> servers = new ArrayList<>();
        List<List<String>> traffic = new ArrayList<>();
        for (NhrpInterface nhrp : interfaces) {
            traffic.add(trafficRow(nhrp));
            nhrp.cache().entries().forEach(entry -> entries.add(row(nhrp, entry)));
            nhrp.servers().clients().forEach(client -> servers.add(row(nhrp, client)));
        }
        return List.of(new StateTable("NHRP cache", CACHE_COLUMNS, entries),
                new StateTable("NHRP next-hop servers", SERVER_COLUMNS, servers),
                new StateTable("NHRP traffic", TRAFFIC_COLUMNS, traffic));
    }

    private static List<String> trafficRow(NhrpInterface nhrp) {
        SendAllowance allowance = nhrp.transmitter().allowance();
        NhrpTraffic traffic = nhrp.transmitter().traffic();
        return List.of(
                nhrp.tunnel().name(),
                allowance.limit().map(limit -> Integer.toString(limit.packets())).orElse(""),
                allowance.limit().map(limit -> Integer.toString(limit.seconds())).orElse(""),
                Integer.toString(allowance.usedPercent()),
                Long.toString(traffic.allSent()),
                Long.toString(traffic.allReceived()),
                Long.toString(traffic.droppedOverLimit()),
                Long.toString(traffic.allForwarded()));
    }

    private List<String> row(NhrpInterface nhrp, CacheEntry entry) {
        return List.of(
                entry.target().toString(),
                entry.nextHop().toString(),
                nhrp.tunnel().name(),
                entry.type().keyword(),
                entry.flagsText(nowNanos),
                Optional.ofNullable(entry.nbmaAddress()).map(Object::toString).orElse(""),
                entry.claimedNbmaAddress().map(Object::toString).orElse(""),
                ElapsedTime.format(nowNanos - entry.createdAtNanos()),
                entry.expiresAtNanos() == CacheEntry.NEVER
                        ? "never"
                        : ElapsedTime.format(entry.expiresAtNanos() - nowNanos),
                ShowDmvpn.state(nhrp, entry),
                ShowDmvpn.attributes(nhrp, entry),
                entry.nbmaAddress() == null || ShowIpNhrp.hasNoSocket(nhrp, entry) ? "none" : "present");
    }

    private static List<String> row(NhrpInterface nhrp, RegistrationClient client) {
        return List.of(
                client.server().protocolAddress().toString(),
                client.server().nbmaAddress().toString(),
                nhrp.tunnel().name(),
                client.state().name().toLowerCase(Locale.ROOT),
                Integer.toString(client.server().priority()),
                Integer.toString(client.server().cluster()),
                Long.toString(client.counters().requestsSent()),
                Long.toString(client.counters().requestsFailed()),
                Long.toString(client.counters().repliesReceived()),
                Long.toString(client.requestId()),
                Long.toString(client.waitSeconds()));
    }
}
