package dmvpn.sim.eigrp.message;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.UnsignedField;

/**
 * Where an external route comes from (RFC 7868 section 6.8.3).
 *
 * @param originatingRouter router id of who brought it in
 * @param originatingSystem number of the process that it comes from, 0 to 4294967295
 * @param tag tag, 0 to 4294967295, 0 for none
 * @param externalMetric metric where it comes from, 0 to 4294967295
 * @param externalProtocol protocol that it comes from, 0 to 255: see {@link ExternalProtocol}
 */
public record ExteriorSection(Ipv4Address originatingRouter, long originatingSystem, long tag, long externalMetric,
        int externalProtocol) {

    /** Length on the wire. */
    public static final int WIRE_BYTES = 20;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a number does not fit its field
     */
    public ExteriorSection {
        UnsignedField.require("EIGRP originating system", originatingSystem, 32);
        UnsignedField.require("EIGRP tag", tag, 32);
        UnsignedField.require("EIGRP external metric", externalMetric, 32);
        UnsignedField.require("EIGRP external protocol", externalProtocol, 8);
    }

    /** The same with another tag. */
    public ExteriorSection withTag(long other) {
        return new ExteriorSection(originatingRouter, originatingSystem, other, externalMetric, externalProtocol);
    }
}
