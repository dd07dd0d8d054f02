package dmvpn.sim.ospf;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Ids of version 2 (RFC 2328 appendix E): the network's address, and with the bits of hosts set where a
 * shorter prefix has the same address. A host has no such bits, so it keeps its address, and the others give way.
 */
final class LinkStateIdsV2 implements LinkStateIds {

    private static final int ADDRESS_BITS = 32;

    @Override
    public Map<IpPrefix, Ipv4Address> of(Collection<IpPrefix> prefixes) {
        Map<Ipv4Address, TreeSet<IpPrefix>> byAddress = new TreeMap<>();
        for (IpPrefix prefix : prefixes) {
            byAddress.computeIfAbsent((Ipv4Address) prefix.network(), address -> new TreeSet<>()).add(prefix);
        }
        Map<IpPrefix, Ipv4Address> ids = new LinkedHashMap<>();
        byAddress.values().forEach(sameAddress -> put(ids, List.copyOf(sameAddress)));
        return ids;
    }

    /** Those with the same address: one may take the id of another. */
    @Override
    public <V> Set<IpPrefix> sharing(IpPrefix prefix, NavigableMap<IpPrefix, V> told) {
        Ipv4Address network = (Ipv4Address) prefix.network();
        int shortest = ADDRESS_BITS - Math.min(ADDRESS_BITS, Integer.numberOfTrailingZeros(network.bits()));
        return told.subMap(IpPrefix.containing(network, shortest), true, IpPrefix.host(network), true).keySet();
    }

    @Override
    public Set<Ipv4Address> candidates(IpPrefix prefix) {
        return new TreeSet<>(List.of((Ipv4Address) prefix.network(), (Ipv4Address) prefix.lastAddress()));
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
