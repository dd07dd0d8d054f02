package dmvpn.sim.trace;

/** Type of a recorded field: which method of {@link FieldWriter} wrote it. */
public enum FieldKind {
    /** A number. */
    NUMBER,
    /** A number that people read in hexadecimal. */
    HEX,
    /** A truth value. */
    FLAG,
    /** A span of time in nanoseconds. */
    DURATION,
    /** An address. */
    ADDRESS,
    /** A prefix. */
    PREFIX,
    /** A text. */
    TEXT;

    /** True when the value is kept as a number, false when it is the number of an entry in a table. */
    boolean isNumeric() {
        return this == NUMBER || this == HEX || this == DURATION;
    }
}
