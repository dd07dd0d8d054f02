package dmvpn.sim.bgp.message;

import dmvpn.network.address.IpPrefix;

/**
 * What a route of BGP leads to: network layer reachability information (RFC 4271 section 4.3, RFC 4760 section 5). The key of
 * every table: a further family brings a further record, such as one with a route distinguisher.
 */
public sealed interface Nlri extends Comparable<Nlri> {

    /** The kind of route. */
    AddressFamily family();

    /** The prefix inside. */
    IpPrefix prefix();

    /**
     * A prefix of a routing table for unicast.
     *
     * @param prefix the prefix
     */
    record Unicast(IpPrefix prefix) implements Nlri {

        @Override
        public AddressFamily family() {
            return AddressFamily.of(prefix);
        }

        @Override
        public int compareTo(Nlri other) {
            int byFamily = family().compareTo(other.family());
            return byFamily != 0 ? byFamily : prefix.compareTo(other.prefix());
        }

        @Override
        public String toString() {
            return prefix.toString();
        }
    }

    /** Unicast to a prefix. */
    static Nlri of(IpPrefix prefix) {
        return new Unicast(prefix);
    }
}
