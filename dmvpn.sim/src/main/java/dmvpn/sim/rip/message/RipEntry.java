package dmvpn.sim.rip.message;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.UnsignedField;

/** An entry of a RIP message, {@value #BYTES} bytes (RFC 2453 section 4). */
public sealed interface RipEntry {

    /** Length of each entry in bytes. */
    int BYTES = 20;

    /** The metric of what cannot be reached (RFC 2453 section 3.6). */
    int INFINITY = 16;

    /**
     * A route.
     *
     * @param destination IPv4 network
     * @param tag number that came with a route of another protocol, 0 to 65535
     * @param nextHop router that packets are better sent to than to the sender, {@link Ipv4Address#ANY} for the sender
     * @param metric hops, 1 to 16 where the sender follows the RFC
     */
    record Route(IpPrefix destination, int tag, Ipv4Address nextHop, long metric) implements RipEntry {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when a number does not fit its field, or the destination is no IPv4 network
         */
        public Route {
            if (!(destination.network() instanceof Ipv4Address)) {
                throw new IllegalArgumentException("RIP version 2 carries IPv4 networks only, not " + destination);
            }
            UnsignedField.require("RIP route tag", tag, 16);
            UnsignedField.require("RIP metric", metric, 32);
        }

        /** True when the sender says that it has no way there. */
        public boolean isUnreachable() {
            return metric >= INFINITY;
        }
    }

    /** In a request: the whole routing table is wanted (RFC 2453 section 3.9.1). */
    record WholeTable() implements RipEntry {
    }

    /**
     * An entry of another address family, such as the authentication of section 4.1.
     *
     * @param family address family identifier, 0 to 65535, but not that of IPv4
     * @param value the rest of the entry
     */
    record Other(int family, Octets value) implements RipEntry {

        private static final int IPV4 = 2;
        private static final int VALUE_BYTES = 18;

        /**
         * Checks the family and the length.
         *
         * @throws IllegalArgumentException when the family is that of IPv4, or the entry would not have {@value RipEntry#BYTES} bytes
         */
        public Other {
            UnsignedField.require("RIP address family", family, 16);
            if (family == IPV4 || value.length() != VALUE_BYTES) {
                throw new IllegalArgumentException("an entry of family " + family + " with " + value.length() + " bytes");
            }
        }
    }
}
