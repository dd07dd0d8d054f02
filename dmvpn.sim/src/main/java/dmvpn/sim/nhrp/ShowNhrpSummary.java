package dmvpn.sim.nhrp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * {@code show ip nhrp summary} and {@code show ipv6 nhrp summary} in the layout of IOS-XE (genieparser, ShowIpNhrpSummary).
 * NHRP installs no routes of BGP and no labels here, so that their counts are 0.
 */
final class ShowNhrpSummary {

    /** What an entry takes of a router's memory (observed on IOS-XE). */
    private static final int ENTRY_BYTES = 784;

    private final String protocol;

    /** @param protocol name of the address family, such as {@code IP} */
    ShowNhrpSummary(String protocol) {
        this.protocol = protocol;
    }

    String print(List<NhrpInterface> interfaces) {
        List<CacheEntry> remote = new ArrayList<>();
        List<CacheEntry> local = new ArrayList<>();
        long watched = 0;
        for (NhrpInterface nhrp : interfaces) {
            remote.addAll(nhrp.cache().mappings());
            local.addAll(nhrp.cache().localEntries());
            watched += count(nhrp.cache().mappings(), nhrp::isWatched);
        }
        List<CacheEntry> all = new ArrayList<>(remote);
        all.addAll(local);
        return String.format(Locale.ROOT, "%s NHRP cache %d %s, %d bytes\n", protocol, all.size(),
                all.size() == 1 ? "entry" : "entries", all.size() * ENTRY_BYTES)
                + types(all)
                + remote.size() + " Remote\n"
                + types(remote)
                + String.format(Locale.ROOT, "    %d nhop     %d bfd\n    %d default  %d temporary\n",
                        count(remote, entry -> entry.has(EntryFlag.NEXT_HOP)), watched,
                        count(remote, entry -> entry.target().length() == 0),
                        count(remote, entry -> entry.has(EntryFlag.TEMPORARY)))
                + routes(remote)
                + "    0 lfib\n"
                + local.size() + " Local\n"
                + types(local)
                + "    0 lfib\n";
    }

    /** An entry either has a route of its own or overrides the next hop of another's. */
    private static String routes(List<CacheEntry> entries) {
        long overrides = count(entries, entry -> entry.has(EntryFlag.NEXT_HOP_OVERRIDE));
        long own = count(entries, entry -> entry.has(EntryFlag.RIB) && !entry.has(EntryFlag.NEXT_HOP_OVERRIDE));
        return String.format(Locale.ROOT, "    %1$d route\n        %1$d rib (%2$d H    %3$d nho)\n        0 bgp\n",
                own + overrides, own, overrides);
    }

    private static String types(List<CacheEntry> entries) {
        return String.format(Locale.ROOT, "    %d static   %d dynamic    %d incomplete\n",
                count(entries, entry -> entry.type() == EntryType.STATIC),
                count(entries, entry -> entry.type() == EntryType.DYNAMIC),
                count(entries, entry -> entry.type() == EntryType.INCOMPLETE));
    }

    private static long count(Collection<CacheEntry> entries, Predicate<CacheEntry> condition) {
        return entries.stream().filter(condition).count();
    }
}
