package dmvpn.sim.ike.v1.message;

import dmvpn.sim.packet.UnsignedField;

/**
 * An attribute of a transform (RFC 2408 section 3.3).
 *
 * @param type type number, which phase 1 (RFC 2409 appendix A) and phase 2 (RFC 2407 section 4.5) number apart
 * @param value 0 to 65535 in the short form, 0 to 4294967295 in the long one
 * @param isLong true for the form with a length, which lifetimes need
 */
public record IsakmpAttribute(int type, long value, boolean isLong) {

    private static final int SHORT_BYTES = 4;
    private static final int LONG_BYTES = 8;

    /**
     * @throws IllegalArgumentException when a number does not fit its field
     */
    public IsakmpAttribute {
        UnsignedField.require("Attribute type", type, 15);
        UnsignedField.require("Attribute value", value, isLong ? 32 : 16);
    }

    /** A short attribute. */
    public static IsakmpAttribute of(int type, int value) {
        return new IsakmpAttribute(type, value, false);
    }

    /** A duration. */
    public static IsakmpAttribute duration(int type, long value) {
        return new IsakmpAttribute(type, value, true);
    }

    /** Length on the wire in bytes. */
    public int lengthBytes() {
        return isLong ? LONG_BYTES : SHORT_BYTES;
    }
}
