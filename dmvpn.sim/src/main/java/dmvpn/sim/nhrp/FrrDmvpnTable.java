package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.trace.json.JsonWriter;
import dmvpn.sim.tunnel.CryptoSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code show dmvpn} of FRRouting: pairs of NBMA addresses that a mapping or a security association leads to (nhrpd/nhrp_vty.c and
 * nhrp_vc.c). FRRouting lists them in no order.
 */
final class FrrDmvpnTable {

    private final List<NhrpInterface> interfaces;

    FrrDmvpnTable(List<NhrpInterface> interfaces) {
        this.interfaces = interfaces;
    }

    /** @param watched true while a mapping leads there: FRRouting calls that an active notifier */
    private record Connection(IpAddress source, IpAddress destination, boolean watched, int pairs, String identity) {
    }

    List<ShowCommand> commands() {
        return List.of(new ShowCommand("show dmvpn", this::print), new ShowCommand("show dmvpn json", this::json));
    }

    private List<Connection> connections() {
        Map<List<IpAddress>, Connection> connections = new LinkedHashMap<>();
        for (NhrpInterface nhrp : interfaces) {
            for (CryptoSession session : nhrp.tunnel().sockets().sessions()) {
                boolean watched = nhrp.cache().needs(session.remote());
                if (watched || session.isUp()) {
                    connections.put(List.of(session.local(), session.remote()), new Connection(session.local(), session.remote(),
                            watched, session.pairs(), session.peerIdentity()));
                }
            }
            Optional<IpAddress> own = nhrp.tunnel().nbmaAddress();
            for (CacheEntry entry : nhrp.cache().mappings()) {
                if (own.isPresent() && entry.nbmaAddress() != null) {
                    connections.putIfAbsent(List.of(own.get(), entry.nbmaAddress()),
                            new Connection(own.get(), entry.nbmaAddress(), true, 0, ""));
                }
            }
        }
        return List.copyOf(connections.values());
    }

    private String print() {
        StringBuilder text = new StringBuilder(line("Src", "Dst", "Flags", "SAs", "Identity"));
        connections().forEach(each -> text.append(line(each.source().toString(), each.destination().toString(),
                each.watched() ? "n" : "", Integer.toString(each.pairs()), each.identity())));
        return text.toString();
    }

    private static String line(String... columns) {
        return String.format(Locale.ROOT, "%-24s %-24s %-6s %-4s %-24s\n", (Object[]) columns);
    }

    private String json() {
        StringBuilder text = new StringBuilder();
        JsonWriter json = new JsonWriter(text).beginArray();
        connections().forEach(each -> json.beginObject()
                .name("src").value(each.source().toString())
                .name("dst").value(each.destination().toString())
                .name("notifierActive").value(each.watched())
                .name("sas").value(each.pairs())
                .name("identity").value(each.identity())
                .endObject());
        json.endArray();
        return text.append('\n').toString();
    }
}
