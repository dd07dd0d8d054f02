package dmvpn.sim.packet;

/** Checks numbers that a header field of fixed width must hold. */
public final class UnsignedField {

    private UnsignedField() {
    }

    /**
     * Checks an unsigned number.
     *
     * @param name name of the field, for the message
     * @param value the number
     * @param bits width of the field, 1 to 32
     * @throws IllegalArgumentException when the field cannot hold the number
     */
    public static void require(String name, long value, int bits) {
        long maximum = (1L << bits) - 1;
        if (value < 0 || value > maximum) {
            throw new IllegalArgumentException(name + " is " + value + " but must be from 0 to " + maximum);
        }
    }
}
