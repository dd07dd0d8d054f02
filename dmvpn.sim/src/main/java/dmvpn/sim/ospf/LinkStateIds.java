package dmvpn.sim.ospf;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Ids of advertisements about networks (RFC 2328 appendix E): the network's address, and with the bits of hosts set where a
 * shorter prefix has the same address. A host has no such bits, so it keeps its address, and the others give way.
 */
final class LinkStateIds {

    private LinkStateIds() {
    }

    /** An id for each of the prefixes. */
    static Map<IpPrefix, Ipv4Address> of(Collection<IpPrefix> prefixes) {
        Map<Ipv4Address, TreeSet<IpPrefix>> byAddress = new TreeMap<>();
        for (IpPrefix prefix : prefixes) {
            byAddress.computeIfAbsent((Ipv4Address) prefix.network(), address -> new TreeSet<>()).add(prefix);
        }
        Map<IpPrefix, Ipv4Address> ids = new LinkedHashMap<>();
        byAddress.values().forEach(sameAddress -> put(ids, List.copyOf(sameAddress)));
        return ids;
    }

    private static void put(Map<IpPrefix, Ipv4Address> ids, List<IpPrefix> shortestFirst) {
        boolean host = shortestFirst.getLast().isHost();
        for (int index = 0; index < shortestFirst.size(); index++) {
            IpPrefix prefix = shortestFirst.get(index);
            boolean plain = prefix.isHost() || index == 0 && !host;
            ids.put(prefix, (Ipv4Address) (plain ? prefix.network() : prefix.lastAddress()));
        }
    }
}
