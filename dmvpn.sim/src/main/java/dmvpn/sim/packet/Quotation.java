package dmvpn.sim.packet;

import dmvpn.network.address.IpAddress;
import java.util.Arrays;
import java.util.Optional;

/**
 * The beginning of a packet inside another one that tells about it: ICMP errors, NHRP Error and Traffic Indications.
 * In the simulator the packet itself is quoted; from the wire only its first bytes are known.
 */
public sealed interface Quotation {

    /** Number of bytes quoted. */
    int lengthBytes();

    /** Source address of the quoted IP packet, empty when it is no IP packet or too little of it is quoted. */
    Optional<IpAddress> source();

    /** Destination address of the quoted IP packet, empty when it is no IP packet or too little of it is quoted. */
    Optional<IpAddress> destination();

    /**
     * A packet of the simulator.
     *
     * @param packet the packet
     * @param maximumBytes how many of its first bytes are quoted at most
     */
    record OfPacket(Packet packet, int maximumBytes) implements Quotation {

        /**
         * @throws IllegalArgumentException when nothing would be quoted
         */
        public OfPacket {
            if (maximumBytes < 1) {
                throw new IllegalArgumentException("A quotation of " + maximumBytes + " bytes quotes nothing");
            }
        }

        @Override
        public int lengthBytes() {
            return Math.min(maximumBytes, packet.lengthBytes());
        }

        @Override
        public Optional<IpAddress> source() {
            return packet instanceof IpPacket ip ? Optional.of(ip.source()) : Optional.empty();
        }

        @Override
        public Optional<IpAddress> destination() {
            return packet instanceof IpPacket ip ? Optional.of(ip.destination()) : Optional.empty();
        }
    }

    /**
     * Bytes that came from the wire.
     *
     * @param bytes first bytes of the quoted packet
     */
    record OfBytes(Octets bytes) implements Quotation {

        private static final int IPV4_SOURCE_OFFSET = 12;
        private static final int IPV4_DESTINATION_OFFSET = 16;
        private static final int IPV6_SOURCE_OFFSET = 8;
        private static final int IPV6_DESTINATION_OFFSET = 24;

        @Override
        public int lengthBytes() {
            return bytes.length();
        }

        @Override
        public Optional<IpAddress> source() {
            return address(IPV4_SOURCE_OFFSET, IPV6_SOURCE_OFFSET);
        }

        @Override
        public Optional<IpAddress> destination() {
            return address(IPV4_DESTINATION_OFFSET, IPV6_DESTINATION_OFFSET);
        }

        private Optional<IpAddress> address(int ipv4Offset, int ipv6Offset) {
            byte[] quoted = bytes.toBytes();
            int version = quoted.length == 0 ? 0 : quoted[0] >>> 4 & 0xf;
            if (version == 4 && quoted.length >= IpPacket.IPV4_HEADER_BYTES) {
                return Optional.of(IpAddress.ofBytes(Arrays.copyOfRange(quoted, ipv4Offset, ipv4Offset + 4)));
            }
            if (version == 6 && quoted.length >= IpPacket.IPV6_HEADER_BYTES) {
                return Optional.of(IpAddress.ofBytes(Arrays.copyOfRange(quoted, ipv6Offset, ipv6Offset + 16)));
            }
            return Optional.empty();
        }
    }
}
