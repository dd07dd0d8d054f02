package dmvpn.sim.ike.v1.message;

import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.UnsignedField;
import java.util.List;

/**
 * A proposal of an SA payload (RFC 2408 section 3.5). Those of one number belong together, as AH and ESP do.
 *
 * @param number 1 for the first of a payload
 * @param protocolNumber 1 for ISAKMP, 2 for AH, 3 for ESP (RFC 2407 section 4.4.1)
 * @param spi SPI that the sender will receive with, empty in phase 1
 * @param transforms alternatives in order of preference
 */
public record IsakmpProposal(int number, int protocolNumber, Octets spi, List<IsakmpTransform> transforms) {

    /** Number of ISAKMP. */
    public static final int ISAKMP = 1;
    /** Number of AH. */
    public static final int AH = 2;
    /** Number of ESP. */
    public static final int ESP = 3;

    /** Length before the SPI. */
    public static final int HEADER_BYTES = 8;

    /** Keeps an immutable copy of the list. */
    public IsakmpProposal {
        UnsignedField.require("Proposal number", number, 8);
        UnsignedField.require("Protocol number", protocolNumber, 8);
        transforms = List.copyOf(transforms);
    }

    /** Length on the wire in bytes. */
    public int lengthBytes() {
        return HEADER_BYTES + spi.length() + transforms.stream().mapToInt(IsakmpTransform::lengthBytes).sum();
    }
}
