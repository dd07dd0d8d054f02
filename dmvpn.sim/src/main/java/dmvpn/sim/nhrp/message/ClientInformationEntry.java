package dmvpn.sim.nhrp.message;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.UnsignedField;
import java.util.Optional;

/**
 * A client information entry (RFC 2332 section 5.2.0.1): one mapping, or the result for one.
 *
 * @param code success, or why not
 * @param prefixLength 0 to 255; 0 and 255 both mean the host, as does the address length that IOS sends
 * @param mtuBytes informational, 0 for default; IOS puts its transport MTU of 17916 here
 * @param holdingTimeSeconds 0 to 65535, 0 with a NAK
 * @param nbmaAddress client NBMA address; empty when the header's source is meant
 * @param protocolAddress client protocol address; empty when the header's source is meant
 * @param preference 0 to 255, higher is better
 */
public record ClientInformationEntry(
        CieCode code,
        int prefixLength,
        int mtuBytes,
        int holdingTimeSeconds,
        Optional<IpAddress> nbmaAddress,
        Optional<IpAddress> protocolAddress,
        int preference) {

    /** Length without addresses. */
    public static final int FIXED_BYTES = 12;

    /**
     * @throws IllegalArgumentException when a number does not fit its field
     */
    public ClientInformationEntry {
        UnsignedField.require("CIE prefix length", prefixLength, 8);
        UnsignedField.require("CIE MTU", mtuBytes, 16);
        UnsignedField.require("CIE holding time", holdingTimeSeconds, 16);
        UnsignedField.require("CIE preference", preference, 8);
    }

    /** An entry of a request without addresses: those of the header are meant. */
    public static ClientInformationEntry ofSource(int prefixLength, int mtuBytes, int holdingTimeSeconds) {
        return new ClientInformationEntry(CieCode.SUCCESS, prefixLength, mtuBytes, holdingTimeSeconds,
                Optional.empty(), Optional.empty(), 0);
    }

    /** An entry of a request for another protocol address of the source. */
    public static ClientInformationEntry ofFurtherAddress(int mtuBytes, int holdingTimeSeconds, IpAddress protocolAddress) {
        return new ClientInformationEntry(CieCode.SUCCESS, protocolAddress.bitLength(), mtuBytes, holdingTimeSeconds,
                Optional.empty(), Optional.of(protocolAddress), 0);
    }

    /** An entry with both addresses. */
    public static ClientInformationEntry mapping(int prefixLength, int mtuBytes, int holdingTimeSeconds,
            IpAddress nbmaAddress, IpAddress protocolAddress) {
        return new ClientInformationEntry(CieCode.SUCCESS, prefixLength, mtuBytes, holdingTimeSeconds,
                Optional.of(nbmaAddress), Optional.of(protocolAddress), 0);
    }

    /** An entry that names a prefix only, as a Purge Request has it. */
    public static ClientInformationEntry ofPrefix(int prefixLength, IpAddress protocolAddress) {
        return new ClientInformationEntry(CieCode.SUCCESS, prefixLength, 0, 0, Optional.empty(),
                Optional.of(protocolAddress), 0);
    }

    /** The same entry refused: a NAK has holding time 0 (RFC 2332 section 5.2.0.1). */
    public ClientInformationEntry refused(CieCode reason) {
        return new ClientInformationEntry(reason, prefixLength, mtuBytes, 0, nbmaAddress, protocolAddress, preference);
    }

    /** The same entry with another holding time in seconds. */
    public ClientInformationEntry withHoldingTimeSeconds(int seconds) {
        return new ClientInformationEntry(code, prefixLength, mtuBytes, seconds, nbmaAddress, protocolAddress, preference);
    }

    /**
     * The prefix length that is meant.
     *
     * @param address the protocol address of the entry
     * @return the address length for 0 and for all values above it (RFC 2332 section 5.2.0.1 knows 0 and 255; IOS sends 32)
     */
    public int effectivePrefixLength(IpAddress address) {
        return prefixLength == 0 || prefixLength > address.bitLength() ? address.bitLength() : prefixLength;
    }

    /** Length on the wire in bytes. */
    public int lengthBytes() {
        return FIXED_BYTES + addressBytes(nbmaAddress) + addressBytes(protocolAddress);
    }

    private static int addressBytes(Optional<IpAddress> address) {
        return address.map(present -> present.bitLength() / 8).orElse(0);
    }
}
