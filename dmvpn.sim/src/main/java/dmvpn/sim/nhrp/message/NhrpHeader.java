package dmvpn.sim.nhrp.message;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.UnsignedField;

/**
 * What all NHRP messages begin with (RFC 2332 sections 5.1 and 5.2.0.1). Source means the requester, in replies too; in
 * indications it is the station that tells.
 *
 * @param hopCount how many more next-hop servers it may cross, 0 to 255
 * @param sourceNbmaAddress NBMA address of the source, as the source knows it: before any NAT
 * @param sourceProtocolAddress overlay address of the source
 * @param destinationProtocolAddress what is asked about; the server of a registration; who an indication goes to
 */
public record NhrpHeader(
        int hopCount, IpAddress sourceNbmaAddress, IpAddress sourceProtocolAddress, IpAddress destinationProtocolAddress) {

    /** Hop count of packets that IOS originates. */
    public static final int INITIAL_HOP_COUNT = 255;

    /** Length of the fixed part (RFC 2332 section 5.1). */
    public static final int FIXED_PART_BYTES = 20;

    /** Length of the common header of the mandatory part without addresses (RFC 2332 section 5.2.0.1). */
    public static final int COMMON_HEADER_BYTES = 8;

    /**
     * @throws IllegalArgumentException when the hop count does not fit or the protocol addresses are of two families
     */
    public NhrpHeader {
        UnsignedField.require("NHRP hop count", hopCount, 8);
        if (sourceProtocolAddress.bitLength() != destinationProtocolAddress.bitLength()) {
            throw new IllegalArgumentException("NHRP source " + sourceProtocolAddress + " and destination "
                    + destinationProtocolAddress + " are of two address families");
        }
    }

    /** The header of a packet that a router originates. */
    public static NhrpHeader originated(IpAddress sourceNbmaAddress, IpAddress sourceProtocolAddress,
            IpAddress destinationProtocolAddress) {
        return new NhrpHeader(INITIAL_HOP_COUNT, sourceNbmaAddress, sourceProtocolAddress, destinationProtocolAddress);
    }

    /** The same header with another hop count. */
    public NhrpHeader withHopCount(int newHopCount) {
        return new NhrpHeader(newHopCount, sourceNbmaAddress, sourceProtocolAddress, destinationProtocolAddress);
    }

    /** The header after one more next-hop server. */
    public NhrpHeader forwarded() {
        return withHopCount(hopCount - 1);
    }

    /** Bytes before the first client information entry or the quoted packet. */
    public int lengthBytes() {
        return FIXED_PART_BYTES + COMMON_HEADER_BYTES
                + (sourceNbmaAddress.bitLength() + 2 * sourceProtocolAddress.bitLength()) / 8;
    }
}
