package dmvpn.sim.routing;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Values by prefix with longest-prefix match: one hash table for each prefix length in use, asked from the longest to
 * the shortest, so that a lookup costs at most as many probes as there are lengths, however many prefixes there are.
 *
 * @param <V> what a prefix stands for
 */
public final class PrefixMap<V> {

    private static final int LENGTHS = 129;

    /** By prefix length; null while no prefix has the length. */
    private final Map<IpAddress, V>[] ipv4 = tables();
    private final Map<IpAddress, V>[] ipv6 = tables();
    /** Lengths in use, the longest first: few, and asked for each packet. */
    private int[] ipv4Lengths = {};
    private int[] ipv6Lengths = {};
    private final TreeMap<IpPrefix, V> ordered = new TreeMap<>();

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <V> Map<IpAddress, V>[] tables() {
        return new Map[LENGTHS];
    }

    /** The value of exactly that prefix; null when there is none. */
    public V get(IpPrefix prefix) {
        Map<IpAddress, V> table = tablesOf(prefix.network())[prefix.length()];
        return table == null ? null : table.get(prefix.network());
    }

    /** Puts or replaces the value of a prefix. */
    public void put(IpPrefix prefix, V value) {
        Map<IpAddress, V>[] tables = tablesOf(prefix.network());
        if (tables[prefix.length()] == null) {
            tables[prefix.length()] = new HashMap<>();
            noteLengths(prefix.network());
        }
        tables[prefix.length()].put(prefix.network(), value);
        ordered.put(prefix, value);
    }

    /** Removes the value of a prefix, if there is one. */
    public void remove(IpPrefix prefix) {
        Map<IpAddress, V>[] tables = tablesOf(prefix.network());
        Map<IpAddress, V> table = tables[prefix.length()];
        if (table != null && table.remove(prefix.network()) != null) {
            ordered.remove(prefix);
            if (table.isEmpty()) {
                tables[prefix.length()] = null;
                noteLengths(prefix.network());
            }
        }
    }

    /** The value of the longest prefix that contains the address and whose value is accepted; null when there is none. */
    public V longestMatch(IpAddress address, Predicate<V> accepted) {
        Map<IpAddress, V>[] tables = tablesOf(address);
        for (int length : isIpv4(address) ? ipv4Lengths : ipv6Lengths) {
            V value = tables[length].get(address.masked(length));
            if (value != null && accepted.test(value)) {
                return value;
            }
        }
        return null;
    }

    private void noteLengths(IpAddress network) {
        Map<IpAddress, V>[] tables = tablesOf(network);
        int[] lengths = IntStream.iterate(LENGTHS - 1, length -> length >= 0, length -> length - 1)
                .filter(length -> tables[length] != null).toArray();
        if (isIpv4(network)) {
            ipv4Lengths = lengths;
        } else {
            ipv6Lengths = lengths;
        }
    }

    /** Values in the order of their prefixes. */
    public Collection<V> values() {
        return ordered.values();
    }

    private Map<IpAddress, V>[] tablesOf(IpAddress address) {
        return isIpv4(address) ? ipv4 : ipv6;
    }

    private static boolean isIpv4(IpAddress address) {
        return address instanceof Ipv4Address;
    }
}
