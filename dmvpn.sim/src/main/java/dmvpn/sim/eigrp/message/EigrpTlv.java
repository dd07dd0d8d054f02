package dmvpn.sim.eigrp.message;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.UnsignedField;
import java.util.List;
import java.util.Optional;

/**
 * A part of an EIGRP packet (RFC 7868 sections 6.5 and 6.6).
 *
 * <p>Routes travel in the classic TLVs 0x0102 and 0x0103, for IPv6 0x0402 and 0x0403 (RFC 7868 section 6.8), which every release
 * understands, or, with wide metrics, in the multiprotocol TLVs 0x0602 and 0x0603 of either family (section 6.9).
 */
public sealed interface EigrpTlv permits EigrpTlv.Parameters, EigrpTlv.SoftwareVersion, PeerStub, EigrpTlv.PeerTermination,
        EigrpTlv.Route, EigrpTlv.Unknown {

    /** Length of type and length fields. */
    int HEADER_BYTES = 4;

    /** Type field. */
    int type();

    /** Length of the value in bytes. */
    int valueBytes();

    /** Length on the wire in bytes, as in the length field. */
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
            return of(MetricWeights.DEFAULT, holdTimeSeconds);
        }

        /** These weights; the sixth, which classic metrics do not have, is 0. */
        public static Parameters of(MetricWeights weights, int holdTimeSeconds) {
            return new Parameters(weights.k1(), weights.k2(), weights.k3(), weights.k4(), weights.k5(), 0, holdTimeSeconds);
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

        private static final int WIDE_MAJOR = 2;

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

        /** A release that speaks TLVs with wide metrics, too: version 2.0. */
        public static SoftwareVersion wide(int osMajor, int osMinor) {
            return new SoftwareVersion(osMajor, osMinor, WIDE_MAJOR, 0);
        }

        /** True when the sender understands wide metrics. */
        public boolean knowsWideMetrics() {
            return tlvMajor >= WIDE_MAJOR;
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
     * The sender has reset its adjacency with these neighbours (RFC 7868 section 6.5, type 0x0007). Each address is
     * preceded by its length, as observed on IOS.
     *
     * @param peers addresses of the neighbours
     */
    record PeerTermination(List<IpAddress> peers) implements EigrpTlv {

        /** Type number. */
        public static final int TYPE = 0x0007;

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
            return peers.stream().mapToInt(peer -> 1 + peer.bitLength() / Byte.SIZE).sum();
        }
    }

    /** A route of either kind. */
    sealed interface Route extends EigrpTlv {

        /** Next hop, of the family of the destination; the unspecified address for the sender itself. */
        IpAddress nextHop();

        /** Vector metric as the sender has it. */
        VectorMetric metric();

        /** Destination. */
        IpPrefix destination();

        /** Where it comes from; empty for a route from inside the autonomous system. */
        Optional<ExteriorSection> exterior();
        /** Tag, 0 for none: up to 255 for a route from inside, else up to 4294967295. */
        long tag();

        /** The same route with another tag; unchanged when the field cannot hold it. */
        Route withTag(long other);

        /** Bytes of what comes with a wide metric alone: the tag of a route from inside (RFC 7868 section 6.9). */
        default int attributeBytes() {
            return metric() instanceof WideMetric && exterior().isEmpty() && tag() != 0 ? WideMetricCodec.TAG_BYTES : 0;
        }

        /** The same route with another metric. */
        Route withMetric(VectorMetric other);

        /** The same route, withdrawn. */
        default Route unreachable() {
            return withMetric(metric().unreachable());
        }

        /**
         * A route.
         *
         * @param exterior where it comes from; empty for a route from inside the autonomous system
         * @param internalTag tag of a route from inside
         */
        static Route of(IpAddress nextHop, Optional<ExteriorSection> exterior, int internalTag, VectorMetric metric,
                IpPrefix destination) {
            return exterior.isPresent() ? new ExternalRoute(nextHop, exterior.get(), metric, destination)
                    : new InternalRoute(nextHop, metric, internalTag, destination);
        }
    }

    private static int destinationBytes(IpPrefix destination) {
        return 1 + prefixBytes(destination.network().bitLength(), destination.length());
    }

    /**
     * Bytes of a prefix: as many as its bits need, of IPv6 one more where they fill the last one, as Wireshark reads it.
     */
    static int prefixBytes(int addressBits, int length) {
        return addressBits == Integer.SIZE ? (length + 7) / Byte.SIZE : Math.min(addressBits / Byte.SIZE, length / Byte.SIZE + 1);
    }

    private static void requireOneFamily(IpAddress nextHop, IpPrefix destination) {
        if (nextHop.bitLength() != destination.network().bitLength()) {
            throw new IllegalArgumentException("the next hop " + nextHop + " is of another family than " + destination);
        }
    }

    /**
     * A route from inside the autonomous system (RFC 7868 sections 6.8.5 and 6.8.6).
     *
     * @param nextHop next hop, of the family of the destination; the unspecified address for the sender itself
     * @param metric vector metric
     * @param internalTag tag that EIGRP leaves as it is, 0 to 255, 0 for none
     * @param destination IPv4 or IPv6 prefix
     */
    record InternalRoute(IpAddress nextHop, VectorMetric metric, int internalTag, IpPrefix destination) implements Route {

        /** Type number. */
        public static final int TYPE = 0x0102;
        /** Type number of an IPv6 route. */
        public static final int IPV6_TYPE = 0x0402;
        /** Type number of a route of either family with a wide metric. */
        public static final int WIDE_TYPE = 0x0602;

        private static final int HIGHEST_TAG = 255;

        /**
         * @throws IllegalArgumentException when the addresses are of different families or the tag does not fit its field
         */
        public InternalRoute {
            requireOneFamily(nextHop, destination);
            UnsignedField.require("EIGRP internal tag", internalTag, 8);
        }

        /** A route without a tag. */
        public InternalRoute(IpAddress nextHop, VectorMetric metric, IpPrefix destination) {
            this(nextHop, metric, 0, destination);
        }

        @Override
        public Optional<ExteriorSection> exterior() {
            return Optional.empty();
        }

        @Override
        public long tag() {
            return internalTag;
        }

        @Override
        public Route withTag(long other) {
            return other > HIGHEST_TAG ? this : new InternalRoute(nextHop, metric, (int) other, destination);
        }

        @Override
        public Route withMetric(VectorMetric other) {
            return new InternalRoute(nextHop, other, internalTag, destination);
        }

        @Override
        public int type() {
            return metric instanceof WideMetric ? WIDE_TYPE : nextHop instanceof Ipv4Address ? TYPE : IPV6_TYPE;
        }

        @Override
        public int valueBytes() {
            return nextHop.bitLength() / Byte.SIZE + metric.wireBytes() + destinationBytes(destination) + attributeBytes();
        }
    }

    /**
     * A route from elsewhere (RFC 7868 sections 6.8.5 and 6.8.6).
     *
     * @param nextHop next hop, of the family of the destination; the unspecified address for the sender itself
     * @param origin where it comes from
     * @param metric vector metric
     * @param destination IPv4 or IPv6 prefix
     */
    record ExternalRoute(IpAddress nextHop, ExteriorSection origin, VectorMetric metric, IpPrefix destination)
            implements Route {

        /** Type number. */
        public static final int TYPE = 0x0103;
        /** Type number of an IPv6 route. */
        public static final int IPV6_TYPE = 0x0403;
        /** Type number of a route of either family with a wide metric. */
        public static final int WIDE_TYPE = 0x0603;

        /**
         * @throws IllegalArgumentException when the addresses are of different families
         */
        public ExternalRoute {
            requireOneFamily(nextHop, destination);
        }

        @Override
        public Optional<ExteriorSection> exterior() {
            return Optional.of(origin);
        }

        @Override
        public long tag() {
            return origin.tag();
        }

        @Override
        public Route withTag(long other) {
            return new ExternalRoute(nextHop, origin.withTag(other), metric, destination);
        }

        @Override
        public Route withMetric(VectorMetric other) {
            return new ExternalRoute(nextHop, origin, other, destination);
        }

        @Override
        public int type() {
            return metric instanceof WideMetric ? WIDE_TYPE : nextHop instanceof Ipv4Address ? TYPE : IPV6_TYPE;
        }

        @Override
        public int valueBytes() {
            return nextHop.bitLength() / Byte.SIZE + ExteriorSection.WIRE_BYTES + metric.wireBytes() + destinationBytes(destination);
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
