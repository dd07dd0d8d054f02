package dmvpn.sim.ike.message;

import dmvpn.sim.packet.UnsignedField;

/**
 * A transform of a proposal (RFC 7296 section 3.3.2): an algorithm by its number in the registry of its type.
 *
 * @param type transform type
 * @param number transform ID
 * @param keyBits length of the key by its attribute (RFC 7296 section 3.3.5), 0 without one
 */
public record Transform(int type, int number, int keyBits) {

    /** Cipher. */
    public static final int ENCRYPTION = 1;
    /** Pseudo-random function. */
    public static final int PSEUDO_RANDOM_FUNCTION = 2;
    /** Integrity algorithm. */
    public static final int INTEGRITY = 3;
    /** Diffie-Hellman group. */
    public static final int DIFFIE_HELLMAN = 4;
    /** Size of sequence numbers. */
    public static final int EXTENDED_SEQUENCE_NUMBERS = 5;

    /** ID of the transform that stands for no algorithm, and for sequence numbers that are not extended. */
    public static final int NONE = 0;

    /** Length before the attributes. */
    private static final int FIXED_BYTES = 8;
    private static final int KEY_LENGTH_ATTRIBUTE_BYTES = 4;

    /**
     * @throws IllegalArgumentException when a number does not fit its field
     */
    public Transform {
        UnsignedField.require("Transform type", type, 8);
        UnsignedField.require("Transform ID", number, 16);
        UnsignedField.require("Key bits", keyBits, 16);
    }

    /** A transform without attribute. */
    Transform(int type, int number) {
        this(type, number, 0);
    }

    /** Length on the wire in bytes. */
    public int lengthBytes() {
        return FIXED_BYTES + (keyBits == 0 ? 0 : KEY_LENGTH_ATTRIBUTE_BYTES);
    }

    /** Name of the type for people. */
    String typeName() {
        return switch (type) {
            case ENCRYPTION -> "encryption";
            case PSEUDO_RANDOM_FUNCTION -> "pseudo-random function";
            case INTEGRITY -> "integrity";
            case DIFFIE_HELLMAN -> "Diffie-Hellman group";
            case EXTENDED_SEQUENCE_NUMBERS -> "extended sequence numbers";
            default -> "unknown";
        };
    }
}
