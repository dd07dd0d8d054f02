package dmvpn.sim.ike.message;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UnsignedField;

/**
 * Which packets a child SA protects (RFC 7296 section 3.13.1).
 *
 * @param protocolNumber IP protocol, 0 for all
 * @param startPort lowest port
 * @param endPort highest port
 * @param startAddress lowest address
 * @param endAddress highest address, of the same family
 */
public record TrafficSelector(
        int protocolNumber, int startPort, int endPort, IpAddress startAddress, IpAddress endAddress) {

    /** Length without addresses. */
    public static final int FIXED_BYTES = 8;

    private static final int LAST_PORT = 65_535;

    /**
     * @throws IllegalArgumentException when a number does not fit its field or the addresses are of two families
     */
    public TrafficSelector {
        UnsignedField.require("Traffic selector protocol", protocolNumber, 8);
        UnsignedField.require("Traffic selector start port", startPort, 16);
        UnsignedField.require("Traffic selector end port", endPort, 16);
        if (startAddress.bitLength() != endAddress.bitLength()) {
            throw new IllegalArgumentException("A traffic selector cannot go from " + startAddress + " to " + endAddress);
        }
    }

    /** GRE of one address: what tunnel protection asks for. */
    public static TrafficSelector greOf(IpAddress address) {
        return new TrafficSelector(IpPacket.GRE, 0, LAST_PORT, address, address);
    }

    /** Length on the wire in bytes. */
    public int lengthBytes() {
        return FIXED_BYTES + 2 * startAddress.bitLength() / 8;
    }
}
