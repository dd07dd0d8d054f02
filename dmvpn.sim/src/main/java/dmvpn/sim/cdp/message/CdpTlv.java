package dmvpn.sim.cdp.message;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.UnsignedField;
import java.util.List;

/** A part of a frame: a type, the length of the whole and a value (Cisco, Catalyst "Frame Formats", CDP). */
public sealed interface CdpTlv {

    /** Length of type and length in bytes. */
    int HEADER_BYTES = 4;

    /** Number of the type. */
    int type();

    /** Length of the value in bytes. */
    int valueBytes();

    /**
     * Name of the sender.
     *
     * @param name in characters of one byte
     */
    record DeviceId(String name) implements CdpTlv {
        @Override
        public int type() {
            return 1;
        }

        @Override
        public int valueBytes() {
            return name.length();
        }
    }

    /**
     * Addresses of the sender on the link, IPv4 or IPv6.
     *
     * @param addresses in any order
     */
    record Addresses(List<IpAddress> addresses) implements CdpTlv {

        /** How many there are. */
        static final int COUNT_BYTES = 4;
        /** Protocol type, protocol length, protocol and length of an IPv4 address. */
        static final int IPV4_HEADER_BYTES = 5;
        /** The same of an IPv6 address, whose protocol takes eight bytes. */
        static final int IPV6_HEADER_BYTES = 12;

        /** Keeps an immutable copy of the list. */
        public Addresses {
            addresses = List.copyOf(addresses);
        }

        @Override
        public int type() {
            return 2;
        }

        @Override
        public int valueBytes() {
            return COUNT_BYTES + addresses.stream().mapToInt(address -> (address instanceof Ipv4Address
                    ? IPV4_HEADER_BYTES : IPV6_HEADER_BYTES) + address.bitLength() / Byte.SIZE).sum();
        }
    }

    /**
     * Interface that the frame left by.
     *
     * @param name in characters of one byte
     */
    record PortId(String name) implements CdpTlv {
        @Override
        public int type() {
            return 3;
        }

        @Override
        public int valueBytes() {
            return name.length();
        }
    }

    /**
     * What the sender is.
     *
     * @param bits 1 for a router, 2 for a transparent bridge, and so on
     */
    record Capabilities(long bits) implements CdpTlv {

        /** A router. */
        public static final long ROUTER = 1;

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when the number does not fit its field
         */
        public Capabilities {
            UnsignedField.require("capabilities", bits, 32);
        }

        @Override
        public int type() {
            return 4;
        }

        @Override
        public int valueBytes() {
            return 4;
        }
    }

    /**
     * Software of the sender.
     *
     * @param text in characters of one byte
     */
    record SoftwareVersion(String text) implements CdpTlv {
        @Override
        public int type() {
            return 5;
        }

        @Override
        public int valueBytes() {
            return text.length();
        }
    }

    /**
     * Hardware of the sender.
     *
     * @param name in characters of one byte
     */
    record Platform(String name) implements CdpTlv {
        @Override
        public int type() {
            return 6;
        }

        @Override
        public int valueBytes() {
            return name.length();
        }
    }

    /**
     * On-demand routing: networks that the sender is connected to.
     *
     * @param prefixes IPv4 prefixes, each with its length
     */
    record Prefixes(List<IpPrefix> prefixes) implements CdpTlv {

        /** An address and a length. */
        static final int PREFIX_BYTES = 5;

        /**
         * Keeps an immutable copy of the list.
         *
         * @throws IllegalArgumentException when a prefix is not one of IPv4
         */
        public Prefixes {
            prefixes = List.copyOf(prefixes);
            if (prefixes.stream().anyMatch(prefix -> !(prefix.network() instanceof Ipv4Address))) {
                throw new IllegalArgumentException("on-demand routing carries IPv4 prefixes only");
            }
        }

        @Override
        public int type() {
            return 7;
        }

        @Override
        public int valueBytes() {
            return prefixes.size() * PREFIX_BYTES;
        }
    }

    /**
     * On-demand routing: the router that packets for everywhere else go to. It has the type of {@link Prefixes} and the length of an
     * address.
     *
     * @param gateway the sender, as a rule
     */
    record DefaultGateway(Ipv4Address gateway) implements CdpTlv {

        static final int GATEWAY_BYTES = 4;

        @Override
        public int type() {
            return 7;
        }

        @Override
        public int valueBytes() {
            return GATEWAY_BYTES;
        }
    }

    /**
     * Something else.
     *
     * @param type number of the type, 8 to 65535
     * @param value the value
     */
    record Other(int type, Octets value) implements CdpTlv {

        private static final int FIRST_TYPE = 8;

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when the type is another one's or does not fit its field
         */
        public Other {
            UnsignedField.require("CDP type", type, 16);
            if (type < FIRST_TYPE) {
                throw new IllegalArgumentException("the CDP type " + type + " has a meaning");
            }
        }

        @Override
        public int valueBytes() {
            return value.length();
        }
    }
}
