package dmvpn.sim.ospf.database;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.ospf.message.LinkStateAdvertisement;
import dmvpn.sim.ospf.message.LinkStateKey;
import dmvpn.sim.ospf.message.LinkStateType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The advertisements of one area, or those of the whole autonomous system, in the order of type, id and originator. */
public final class LinkStateDatabase {

    private static final Ipv4Address LOWEST = Ipv4Address.ANY;
    private static final Ipv4Address HIGHEST = new Ipv4Address(-1);

    private final TreeMap<LinkStateKey, DatabaseEntry> entries = new TreeMap<>();
    /** The same: a calculation asks for each link of each router. */
    private final Map<LinkStateKey, DatabaseEntry> byKey = new HashMap<>();

    /** The entry of a key; null when there is none. */
    public DatabaseEntry get(LinkStateKey key) {
        return byKey.get(key);
    }

    /** Puts an instance in place of the former one. */
    public DatabaseEntry install(LinkStateAdvertisement advertisement, long nowNanos) {
        DatabaseEntry entry = new DatabaseEntry(advertisement, nowNanos);
        entries.put(entry.key(), entry);
        byKey.put(entry.key(), entry);
        return entry;
    }

    /** Forgets an entry. */
    public void remove(LinkStateKey key) {
        entries.remove(key);
        byKey.remove(key);
    }

    /** All entries. */
    public Collection<DatabaseEntry> entries() {
        return entries.values();
    }

    /** The entries of a type. */
    public Collection<DatabaseEntry> entries(LinkStateType type) {
        return between(type, LOWEST, HIGHEST).values();
    }

    /** The entries of a type and id, whoever originated them. */
    public Collection<DatabaseEntry> entries(LinkStateType type, Ipv4Address id) {
        return between(type, id, id).values();
    }

    private SortedMap<LinkStateKey, DatabaseEntry> between(LinkStateType type, Ipv4Address first, Ipv4Address last) {
        return entries.subMap(new LinkStateKey(type, first, LOWEST), true, new LinkStateKey(type, last, HIGHEST), true);
    }

    /** Number of entries. */
    public int size() {
        return entries.size();
    }
}
