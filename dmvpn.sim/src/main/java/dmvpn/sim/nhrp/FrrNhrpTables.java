package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.trace.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** FRRouting's tables of NHRP, as text and as JSON (nhrpd/nhrp_vty.c): cache, next-hop servers and shortcuts. */
final class FrrNhrpTables {

    private final String ip;
    private final List<NhrpInterface> interfaces;
    private final LongSupplier clock;

    /** @param ip first word of commands on the address family of the tunnels */
    FrrNhrpTables(String ip, List<NhrpInterface> interfaces, LongSupplier clock) {
        this.ip = ip;
        this.interfaces = interfaces;
        this.clock = clock;
    }

    /** A row of the cache. The identity is that of the IKE peer, and {@code -} for the own address. */
    private record CacheRow(String interfaceName, String type, IpAddress protocol, IpAddress nbma, IpAddress claimedNbma,
            boolean used, boolean timeout, String identity) {
    }

    private record Shortcut(String type, String prefix, String via) {
    }

    List<ShowCommand> commands() {
        return List.of(
                new ShowCommand("show " + ip + " nhrp cache", this::cache),
                new ShowCommand("show " + ip + " nhrp cache json", this::cacheJson),
                new ShowCommand("show " + ip + " nhrp nhs", this::servers),
                new ShowCommand("show " + ip + " nhrp nhs json", this::serversJson),
                new ShowCommand("show " + ip + " nhrp shortcut", this::shortcuts),
                new ShowCommand("show " + ip + " nhrp shortcut json", this::shortcutsJson));
    }

    private List<CacheRow> cacheRows() {
        List<CacheRow> rows = new ArrayList<>();
        for (NhrpInterface nhrp : interfaces) {
            NhrpTunnel tunnel = nhrp.tunnel();
            Optional<IpAddress> own = tunnel.nbmaAddress();
            own.ifPresent(address -> rows.add(new CacheRow(tunnel.name(), "local", tunnel.protocolAddress(), address, address,
                    false, false, "-")));
            for (CacheEntry entry : nhrp.cache().mappings()) {
                if (entry.target().isHost() && entry.nbmaAddress() != null) {
                    rows.add(new CacheRow(tunnel.name(), typeOf(entry), entry.nextHop(), entry.nbmaAddress(),
                            entry.claimedNbmaAddress().orElse(entry.nbmaAddress()), entry.isUsed(clock.getAsLong()),
                            entry.expiresAtNanos() != CacheEntry.NEVER, ""));
                }
            }
        }
        return rows;
    }

    /** What a registration brought is dynamic, what an answer or a request brought is cached. */
    private static String typeOf(CacheEntry entry) {
        return entry.type() == EntryType.DYNAMIC && !entry.has(EntryFlag.REGISTERED) ? "cached" : entry.type().keyword();
    }

    private String cache() {
        StringBuilder text = new StringBuilder(
                cacheLine("Iface", "Type", "Protocol", "NBMA", "Claimed NBMA", "Flags", "Identity"));
        for (CacheRow row : cacheRows()) {
            text.append(cacheLine(row.interfaceName(), row.type(), row.protocol().toString(), row.nbma().toString(),
                    row.claimedNbma().toString(), (row.used() ? "U" : " ") + (row.timeout() ? "T" : " "), row.identity()));
        }
        return text.toString();
    }

    private static String cacheLine(String... columns) {
        return String.format(Locale.ROOT, "%-16s %-8s %-24s %-24s %-24s %-6s %s\n", (Object[]) columns);
    }

    private String cacheJson() {
        List<CacheRow> rows = cacheRows();
        return json(rows.size(), json -> rows.forEach(row -> json.beginObject()
                .name("interface").value(row.interfaceName())
                .name("type").value(row.type())
                .name("protocol").value(row.protocol().toString())
                .name("nbma").value(row.nbma().toString())
                .name("claimed_nbma").value(row.claimedNbma().toString())
                .name("used").value(row.used())
                .name("timeout").value(row.timeout())
                .name("auth").value(false)
                .name("identity").value(row.identity())
                .endObject()));
    }

    private List<RegistrationClient> clients(NhrpInterface nhrp) {
        return nhrp.servers().clients();
    }

    private String servers() {
        StringBuilder text = new StringBuilder(serverLine("Iface", "FQDN", "NBMA", "Protocol", "Pri", "Reachable"));
        for (NhrpInterface nhrp : interfaces) {
            for (RegistrationClient client : clients(nhrp)) {
                text.append(serverLine(nhrp.tunnel().name(), nameOf(client), client.server().nbmaAddress().toString(),
                        client.server().protocolAddress().toString(), Integer.toString(client.server().priority()),
                        client.state() == RegistrationClient.State.DOWN ? "N" : "Y"));
            }
        }
        return text.toString();
    }

    private static String serverLine(String... columns) {
        return String.format(Locale.ROOT, "%-16s %-24s %-16s %-16s %3s  %s\n", (Object[]) columns);
    }

    private static String nameOf(RegistrationClient client) {
        return client.server().nbmaName().orElse(client.server().nbmaAddress().toString());
    }

    private String serversJson() {
        int count = interfaces.stream().mapToInt(nhrp -> clients(nhrp).size()).sum();
        return json(count, json -> interfaces.forEach(nhrp -> clients(nhrp).forEach(client -> json.beginObject()
                .name("interface").value(nhrp.tunnel().name())
                .name("fqdn").value(nameOf(client))
                .name("nbma").value(client.server().nbmaAddress().toString())
                .name("protocol").value(client.server().protocolAddress().toString())
                .name("priority").value(client.server().priority())
                .endObject())));
    }

    private List<Shortcut> shortcutRows() {
        List<Shortcut> rows = new ArrayList<>();
        for (NhrpInterface nhrp : interfaces) {
            for (CacheEntry entry : nhrp.cache().mappings()) {
                boolean isPeer = entry.target().isHost() && entry.target().network().equals(entry.nextHop());
                if (entry.type() == EntryType.INCOMPLETE) {
                    rows.add(new Shortcut("incomplete", entry.target().toString(), ""));
                } else if (!isPeer) {
                    rows.add(new Shortcut("dynamic", entry.target().toString(), entry.nextHop().toString()));
                }
            }
        }
        return rows;
    }

    private String shortcuts() {
        StringBuilder text = new StringBuilder(shortcutLine("Type", "Prefix", "Via", "Identity"));
        shortcutRows().forEach(row -> text.append(shortcutLine(row.type(), row.prefix(), row.via(), "")));
        return text.toString();
    }

    private static String shortcutLine(String... columns) {
        return String.format(Locale.ROOT, "%-8s %-24s %-24s %s\n", (Object[]) columns);
    }

    private String shortcutsJson() {
        List<Shortcut> rows = shortcutRows();
        return json(rows.size(), json -> rows.forEach(row -> json.beginObject()
                .name("type").value(row.type())
                .name("prefix").value(row.prefix())
                .name("via").value(row.via())
                .name("identity").value("")
                .endObject()));
    }

    private static String json(int entries, Consumer<JsonWriter> table) {
        StringBuilder text = new StringBuilder();
        JsonWriter json = new JsonWriter(text);
        json.beginObject().name("attr").beginObject().name("entriesCount").value(entries).endObject()
                .name("table").beginArray();
        table.accept(json);
        json.endArray().endObject();
        return text.append('\n').toString();
    }
}
