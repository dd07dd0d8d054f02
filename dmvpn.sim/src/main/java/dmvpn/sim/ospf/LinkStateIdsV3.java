package dmvpn.sim.ospf;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Ids of version 3 say nothing (RFC 5340 section 2.8): each prefix gets the next number, and keeps it. */
final class LinkStateIdsV3 implements LinkStateIds {

    private final Map<IpPrefix, Ipv4Address> numbers = new TreeMap<>();

    private Ipv4Address number(IpPrefix prefix) {
        Ipv4Address known = numbers.get(prefix);
        if (known == null) {
            known = new Ipv4Address(numbers.size() + 1);
            numbers.put(prefix, known);
        }
        return known;
    }

    @Override
    public Map<IpPrefix, Ipv4Address> of(Collection<IpPrefix> prefixes) {
        Map<IpPrefix, Ipv4Address> ids = new LinkedHashMap<>();
        new TreeSet<>(prefixes).forEach(prefix -> ids.put(prefix, number(prefix)));
        return ids;
    }

    @Override
    public <V> Set<IpPrefix> sharing(IpPrefix prefix, NavigableMap<IpPrefix, V> told) {
        return told.containsKey(prefix) ? Set.of(prefix) : Set.of();
    }

    @Override
    public Set<Ipv4Address> candidates(IpPrefix prefix) {
        return Set.of(number(prefix));
    }
}
