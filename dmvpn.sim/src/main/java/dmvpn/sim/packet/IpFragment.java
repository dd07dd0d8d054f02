package dmvpn.sim.packet;

import dmvpn.sim.trace.FieldWriter;

/**
 * A piece of what an IP packet carries (RFC 791 section 3.2, RFC 8200 section 4.5): the content of a packet that was cut
 * because a link takes no larger one. In the simulator a piece knows what it was cut from; from the wire only its bytes are
 * known.
 */
public sealed interface IpFragment extends Packet {

    /** Pieces begin at multiples of so many bytes, since the offset is counted in them (RFC 791 section 3.1). */
    int UNIT_BYTES = 8;

    /** Length of the fragment header of IPv6, in bytes (RFC 8200 section 4.5). IPv4 has its fields in the IP header. */
    int IPV6_HEADER_BYTES = 8;

    /** Where the piece begins in what was cut, in bytes. */
    int offsetBytes();

    /** Length of the piece, in bytes. */
    int pieceBytes();

    /** MF: true when pieces follow this one. */
    boolean moreFollow();

    /** True when the fragment is of an IPv6 packet, and so has a header of its own. */
    boolean ofIpv6();

    /** What a device on the way can read of the packet that was cut: all headers behind IP are in the first piece. */
    Packet readable();

    @Override
    default String protocol() {
        return "Fragment";
    }

    @Override
    default int lengthBytes() {
        return pieceBytes() + (ofIpv6() ? IPV6_HEADER_BYTES : 0);
    }

    @Override
    default void describe(FieldWriter fields) {
        fields.number("offset", offsetBytes());
        fields.number("length", pieceBytes());
        fields.flag("moreFollow", moreFollow());
    }

    /**
     * A piece of a packet of the simulator.
     *
     * @param whole content of the packet before it was cut
     * @param offsetBytes where the piece begins
     * @param pieceBytes its length
     * @param moreFollow true when pieces follow this one
     * @param ofIpv6 true when the packet is one of IPv6
     */
    record OfPacket(Packet whole, int offsetBytes, int pieceBytes, boolean moreFollow, boolean ofIpv6) implements IpFragment {

        /**
         * @throws IllegalArgumentException when a piece in the middle has no multiple of {@value #UNIT_BYTES} bytes
         */
        public OfPacket {
            requireUnits(offsetBytes, pieceBytes, moreFollow);
        }

        @Override
        public String summary() {
            return "Fragment of " + whole.summary();
        }

        @Override
        public Packet readable() {
            return offsetBytes == 0 ? whole : this;
        }
    }

    /**
     * A piece that came from the wire.
     *
     * @param bytes the piece
     * @param offsetBytes where it begins in what was cut
     * @param moreFollow true when pieces follow this one
     * @param ofIpv6 true when the packet is one of IPv6
     */
    record OfBytes(Octets bytes, int offsetBytes, boolean moreFollow, boolean ofIpv6) implements IpFragment {

        /**
         * @throws IllegalArgumentException when a piece in the middle has no multiple of {@value #UNIT_BYTES} bytes
         */
        public OfBytes {
            requireUnits(offsetBytes, bytes.length(), moreFollow);
        }

        @Override
        public int pieceBytes() {
            return bytes.length();
        }

        @Override
        public String summary() {
            return "Fragment";
        }

        @Override
        public Packet readable() {
            return this;
        }
    }

    private static void requireUnits(int offsetBytes, int pieceBytes, boolean moreFollow) {
        if (offsetBytes % UNIT_BYTES != 0 || moreFollow && pieceBytes % UNIT_BYTES != 0 || pieceBytes < 1) {
            throw new IllegalArgumentException("A fragment of " + pieceBytes + " bytes at " + offsetBytes
                    + (moreFollow ? " with more to follow" : "") + " is not in units of " + UNIT_BYTES + " bytes");
        }
    }
}
