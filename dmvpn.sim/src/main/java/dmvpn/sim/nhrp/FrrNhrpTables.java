package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.trace.json.JsonWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * FRRouting's tables of NHRP, as text and as JSON (nhrpd/nhrp_vty.c): cache, next-hop servers, shortcuts, and the cache as its
 * predecessor OpenNHRP printed it.
 */
final class FrrNhrpTables {

    /** FRRouting says this in place of an empty table. */
    private static final String NO_ENTRIES = "% No entries\n";

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
    private record CacheRow(String interfaceName, String type, IpAddress protocol, IpAddress nbma,
            Optional<IpAddress> claimedNbma, boolean up, boolean used, boolean timeout, String identity) {

        boolean isLocal() {
            return type.equals("local");
        }
    }

    private record Shortcut(String type, String prefix, String via) {
    }

    List<ShowCommand> commands() {
        return List.of(
                new ShowCommand("show " + ip + " nhrp", this::cache),
                new ShowCommand("show " + ip + " nhrp json", this::cacheJson),
                new ShowCommand("show " + ip + " nhrp cache", this::cache),
                new ShowCommand("show " + ip + " nhrp cache json", this::cacheJson),
                new ShowCommand("show " + ip + " nhrp nhs", this::servers),
                new ShowCommand("show " + ip + " nhrp nhs json", this::serversJson),
                new ShowCommand("show " + ip + " nhrp shortcut", this::shortcuts),
                new ShowCommand("show " + ip + " nhrp shortcut json", this::shortcutsJson),
                new ShowCommand("show " + ip + " nhrp opennhrp", this::openNhrp),
                new ShowCommand("show " + ip + " nhrp opennhrp json", this::openNhrpJson));
    }

    private List<CacheRow> cacheRows() {
        List<CacheRow> rows = new ArrayList<>();
        for (NhrpInterface nhrp : interfaces) {
            NhrpTunnel tunnel = nhrp.tunnel();
            Map<IpAddress, String> identities = identities(tunnel);
            Optional<IpAddress> own = tunnel.nbmaAddress();
            own.ifPresent(address -> rows.add(new CacheRow(tunnel.name(), "local", tunnel.protocolAddress(), address,
                    Optional.empty(), false, false, false, "-")));
            for (CacheEntry entry : nhrp.cache().mappings()) {
                if (entry.target().isHost() && entry.nbmaAddress() != null) {
                    rows.add(new CacheRow(tunnel.name(), typeOf(entry), entry.nextHop(), entry.nbmaAddress(),
                            entry.claimedNbmaAddress(), tunnel.isUsable(entry.farEnd()), entry.isUsed(clock.getAsLong()),
                            entry.expiresAtNanos() != CacheEntry.NEVER, identities.getOrDefault(entry.nbmaAddress(), "")));
                }
            }
        }
        return rows;
    }

    /** What the peers of a tunnel call themselves in IKE, by NBMA address. */
    private static Map<IpAddress, String> identities(NhrpTunnel tunnel) {
        Map<IpAddress, String> identities = new HashMap<>();
        tunnel.sockets().sessions().forEach(session -> identities.put(session.remote(), session.peerIdentity()));
        return identities;
    }

    /** What a registration brought is dynamic, what an answer or a request brought is cached. */
    private static String typeOf(CacheEntry entry) {
        return entry.type() == EntryType.DYNAMIC && !entry.has(EntryFlag.REGISTERED) ? "cached" : entry.type().keyword();
    }

    private String cache() {
        List<CacheRow> rows = cacheRows();
        if (rows.isEmpty()) {
            return NO_ENTRIES;
        }
        StringBuilder text = new StringBuilder(
                cacheLine("Iface", "Type", "Protocol", "NBMA", "Claimed NBMA", "Flags", "Identity"));
        for (CacheRow row : rows) {
            text.append(cacheLine(row.interfaceName(), row.type(), row.protocol().toString(), row.nbma().toString(),
                    row.claimedNbma().orElse(row.nbma()).toString(), (row.used() ? "U" : " ") + (row.timeout() ? "T" : " "), row.identity()));
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
                .name("claimed_nbma").value(row.claimedNbma().orElse(row.nbma()).toString())
                .name("used").value(row.used())
                .name("timeout").value(row.timeout())
                .name("auth").value(false)
                .name("identity").value(row.identity())
                .endObject()));
    }

    private List<RegistrationClient> clients(NhrpInterface nhrp) {
        return nhrp.servers().clients();
    }

    private int serverCount() {
        return interfaces.stream().mapToInt(nhrp -> clients(nhrp).size()).sum();
    }

    private String servers() {
        if (serverCount() == 0) {
            return NO_ENTRIES;
        }
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
        return json(serverCount(), json -> interfaces.forEach(nhrp -> clients(nhrp).forEach(client -> json.beginObject()
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
        List<Shortcut> rows = shortcutRows();
        if (rows.isEmpty()) {
            return NO_ENTRIES;
        }
        StringBuilder text = new StringBuilder(shortcutLine("Type", "Prefix", "Via", "Identity"));
        rows.forEach(row -> text.append(shortcutLine(row.type(), row.prefix(), row.via(), "")));
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

    private String openNhrp() {
        StringBuilder text = new StringBuilder("Status: ok\n\n");
        for (CacheRow row : cacheRows()) {
            text.append("Type: ").append(row.type()).append("\nFlags:").append(row.up() ? " up" : "").append(row.used() ? " used" : "")
                    .append("\nProtocol-Address: ").append(row.protocol()).append('/').append(row.protocol().bitLength()).append('\n');
            if (!row.isLocal()) {
                text.append("NBMA-Address: ").append(row.nbma()).append('\n');
            }
            row.claimedNbma().ifPresent(claimed -> text.append("NBMA-NAT-OA-Address: ").append(claimed).append('\n'));
            text.append("\n\n");
        }
        return text.toString();
    }

    /** FRRouting counts the table and not its rows here. */
    private String openNhrpJson() {
        return json(attributes -> attributes.name("status").value("ok").name("entriesCount").value(1),
                json -> cacheRows().forEach(row -> openNhrpRow(json, row)));
    }

    private static void openNhrpRow(JsonWriter json, CacheRow row) {
        json.beginObject()
                .name("type").value(row.type())
                .name("up").value(row.up())
                .name("used").value(row.used())
                .name("protocolAddress").value(row.protocol().toString())
                .name("protocolAddressSize").value(row.protocol().bitLength());
        if (!row.isLocal()) {
            json.name("nbmaAddress").value(row.nbma().toString());
        }
        row.claimedNbma().ifPresent(claimed -> json.name("nbmaNatOaAddress").value(claimed.toString()));
        json.endObject();
    }

    private static String json(int entries, Consumer<JsonWriter> table) {
        return json(attributes -> attributes.name("entriesCount").value(entries), table);
    }

    private static String json(Consumer<JsonWriter> attributes, Consumer<JsonWriter> table) {
        StringBuilder text = new StringBuilder();
        JsonWriter json = new JsonWriter(text);
        json.beginObject().name("attr").beginObject();
        attributes.accept(json);
        json.endObject().name("table").beginArray();
        table.accept(json);
        json.endArray().endObject();
        return text.append('\n').toString();
    }
}
