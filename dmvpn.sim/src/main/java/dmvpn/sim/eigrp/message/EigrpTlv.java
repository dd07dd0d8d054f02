package dmvpn.sim.eigrp.message;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.UnsignedField;
import java.util.List;

/**
 * A part of an EIGRP packet (RFC 7868 sections 6.5 and 6.6).
 *
 * <p>Routes travel in the classic IPv4 TLVs 0x0102 and 0x0103 (RFC 7868 section 6.6) and not in the wide-metric TLVs of
 * version 2: every release understands them, they are what {@code router eigrp} with a number sends, and their metric
 * units are those of {@code show ip eigrp topology} and of {@code bandwidth} and {@code delay} on an interface.
 */
public sealed interface EigrpTlv {

    /** Length of type and length fields. */
    int HEADER_BYTES = 4;

    /** Type field. */
    int type();

    /** Length of the value in bytes. */
    int valueBytes();

    /** Length on the wire in bytes; the length field holds the same. */
    default int lengthBytes() {
        return HEADER_BYTES + valueBytes();
    }

    /**
     * Metric weights and hold time, in each hello (RFC 7868 section 6.5.1).
     *
     * @param k1 weight of bandwidth
     * @param k2 weight of load
     * @param k3 weight of delay
     * @param k4 weight of reliability
     * @param k5 weight of reliability
     * @param k6 weight of extended attributes
     * @param holdTimeSeconds how long the neighbour shall wait for the next packet, 0 to 65535
     */
    record Parameters(int k1, int k2, int k3, int k4, int k5, int k6, int holdTimeSeconds) implements EigrpTlv {

        /** Type number. */
        public static final int TYPE = 0x0001;

        private static final int GOODBYE_WEIGHT = 255;

        /**
         * @throws IllegalArgumentException when a number does not fit its field
         */
        public Parameters {
            for (int weight : new int[] {k1, k2, k3, k4, k5, k6}) {
                UnsignedField.require("EIGRP K value", weight, 8);
            }
            UnsignedField.require("EIGRP hold time", holdTimeSeconds, 16);
        }

        /** Default weights: bandwidth and delay only (RFC 7868 section 5.6.1). */
        public static Parameters standard(int holdTimeSeconds) {
            return new Parameters(1, 0, 1, 0, 0, 0, holdTimeSeconds);
        }

        /**
         * The goodbye: all weights 255, so that old releases drop the neighbour for a mismatch (RFC 7868 section 5.3.3).
         */
        public static Parameters goodbye(int holdTimeSeconds) {
            return new Parameters(GOODBYE_WEIGHT, GOODBYE_WEIGHT, GOODBYE_WEIGHT, GOODBYE_WEIGHT, GOODBYE_WEIGHT,
                    0, holdTimeSeconds);
        }

        /** True when the sender takes leave. */
        public boolean isGoodbye() {
            return k1 == GOODBYE_WEIGHT && k2 == GOODBYE_WEIGHT && k3 == GOODBYE_WEIGHT && k4 == GOODBYE_WEIGHT
                    && k5 == GOODBYE_WEIGHT;
        }

        /** True when both use the same weights, without which routers do not become neighbours. */
        public boolean hasWeightsOf(Parameters other) {
            return k1 == other.k1 && k2 == other.k2 && k3 == other.k3 && k4 == other.k4 && k5 == other.k5 && k6 == other.k6;
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int valueBytes() {
            return 8;
        }
    }

    /**
     * Release of the router and version of its TLVs, in each hello (RFC 7868 section 6.5.4).
     *
     * @param osMajor release, first number
     * @param osMinor release, second number
     * @param tlvMajor version of the TLVs, first number
     * @param tlvMinor version of the TLVs, second number
     */
    record SoftwareVersion(int osMajor, int osMinor, int tlvMajor, int tlvMinor) implements EigrpTlv {

        /** Type number. */
        public static final int TYPE = 0x0004;

        /**
         * @throws IllegalArgumentException when a number does not fit its field
         */
        public SoftwareVersion {
            for (int number : new int[] {osMajor, osMinor, tlvMajor, tlvMinor}) {
                UnsignedField.require("EIGRP version number", number, 8);
            }
        }

        /** A release that speaks classic TLVs, version 1.2. */
        public static SoftwareVersion classic(int osMajor, int osMinor) {
            return new SoftwareVersion(osMajor, osMinor, 1, 2);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int valueBytes() {
            return 4;
        }
    }

    /**
     * The sender is a stub router (RFC 7868 section 6.5.6).
     *
     * @param connected announces connected routes
     * @param staticRoutes announces static routes
     * @param summary announces summary routes
     * @param receiveOnly announces nothing
     * @param redistributed announces redistributed routes
     * @param leakMap announces what a map permits
     */
    record PeerStub(boolean connected, boolean staticRoutes, boolean summary, boolean receiveOnly, boolean redistributed,
            boolean leakMap) implements EigrpTlv {

        /** Type number. */
        public static final int TYPE = 0x0006;

        private static final int CONNECTED = 0x01;
        private static final int STATIC = 0x02;
        private static final int SUMMARY = 0x04;
        private static final int RECEIVE_ONLY = 0x08;
        private static final int REDISTRIBUTED = 0x10;
        private static final int LEAK_MAP = 0x20;

        /** The bits of the value. Bits without a meaning are 0. */
        public int bits() {
            return (connected ? CONNECTED : 0) | (staticRoutes ? STATIC : 0) | (summary ? SUMMARY : 0)
                    | (receiveOnly ? RECEIVE_ONLY : 0) | (redistributed ? REDISTRIBUTED : 0) | (leakMap ? LEAK_MAP : 0);
        }

        /** The settings of a value. Bits without a meaning are ignored. */
        public static PeerStub ofBits(int bits) {
            return new PeerStub((bits & CONNECTED) != 0, (bits & STATIC) != 0, (bits & SUMMARY) != 0,
                    (bits & RECEIVE_ONLY) != 0, (bits & REDISTRIBUTED) != 0, (bits & LEAK_MAP) != 0);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int valueBytes() {
            return 2;
        }
    }

    /**
     * The sender has reset its adjacency with these neighbours (RFC 7868 section 6.5, type 0x0007). Each address is
     * preceded by its length, as observed on IOS.
     *
     * @param peers addresses of the neighbours
     */
    record PeerTermination(List<Ipv4Address> peers) implements EigrpTlv {

        /** Type number. */
        public static final int TYPE = 0x0007;

        /** Length of an entry: one byte for the length of the address, and the address. */
        static final int ENTRY_BYTES = 1 + Integer.BYTES;

        /** Keeps an immutable copy of the list. */
        public PeerTermination {
            peers = List.copyOf(peers);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int valueBytes() {
            return ENTRY_BYTES * peers.size();
        }
    }

    /** A route of either kind. */
    sealed interface Route extends EigrpTlv {

        /** Next hop; {@link Ipv4Address#ANY} for the sender itself. */
        Ipv4Address nextHop();

        /** Vector metric as the sender has it. */
        ClassicMetric metric();

        /** IPv4 destination. */
        IpPrefix destination();
    }

    private static int destinationBytes(IpPrefix destination) {
        return 1 + (destination.length() + 7) / 8;
    }

    private static void requireIpv4(IpPrefix destination) {
        if (!(destination.network() instanceof Ipv4Address)) {
            throw new IllegalArgumentException("EIGRP's IPv4 routes cannot carry " + destination);
        }
    }

    /**
     * A route from inside the autonomous system (RFC 7868 section 6.6.4).
     *
     * @param nextHop next hop; {@link Ipv4Address#ANY} for the sender itself
     * @param metric vector metric
     * @param destination IPv4 prefix
     */
    record InternalRoute(Ipv4Address nextHop, ClassicMetric metric, IpPrefix destination) implements Route {

        /** Type number. */
        public static final int TYPE = 0x0102;

        /**
         * @throws IllegalArgumentException when the destination is not IPv4
         */
        public InternalRoute {
            requireIpv4(destination);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int valueBytes() {
            return Integer.BYTES + ClassicMetric.WIRE_BYTES + destinationBytes(destination);
        }
    }

    /**
     * A route from elsewhere (RFC 7868 section 6.6.5).
     *
     * @param nextHop next hop; {@link Ipv4Address#ANY} for the sender itself
     * @param originatingRouter router id of who brought it in
     * @param originatingSystem number of the process that it comes from, 0 to 4294967295
     * @param administrativeTag tag, 0 to 4294967295
     * @param externalMetric metric where it comes from, 0 to 4294967295
     * @param externalProtocol protocol that it comes from, 0 to 255: 3 is static, 11 is connected
     * @param metric vector metric
     * @param destination IPv4 prefix
     */
    record ExternalRoute(Ipv4Address nextHop, Ipv4Address originatingRouter, long originatingSystem,
            long administrativeTag, long externalMetric, int externalProtocol, ClassicMetric metric, IpPrefix destination)
            implements Route {

        /** Type number. */
        public static final int TYPE = 0x0103;

        private static final int EXTERNAL_BYTES = 20;

        /**
         * @throws IllegalArgumentException when a number does not fit its field or the destination is not IPv4
         */
        public ExternalRoute {
            UnsignedField.require("EIGRP originating system", originatingSystem, 32);
            UnsignedField.require("EIGRP tag", administrativeTag, 32);
            UnsignedField.require("EIGRP external metric", externalMetric, 32);
            UnsignedField.require("EIGRP external protocol", externalProtocol, 8);
            requireIpv4(destination);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int valueBytes() {
            return Integer.BYTES + EXTERNAL_BYTES + ClassicMetric.WIRE_BYTES + destinationBytes(destination);
        }
    }

    /**
     * A TLV that is not known here, kept as it came.
     *
     * @param type type field
     * @param value value
     */
    record Unknown(int type, Octets value) implements EigrpTlv {

        /**
         * @throws IllegalArgumentException when the type does not fit its field
         */
        public Unknown {
            UnsignedField.require("EIGRP TLV type", type, 16);
        }

        @Override
        public int valueBytes() {
            return value.length();
        }
    }
}
