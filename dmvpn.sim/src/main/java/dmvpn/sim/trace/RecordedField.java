package dmvpn.sim.trace;

/**
 * A field of a recorded event.
 *
 * @param name stable name in lower camel case
 * @param value its value
 */
public record RecordedField(String name, FieldValue value) {

    /** False for an address, a prefix or a text that was not there. */
    public boolean isPresent() {
        return !(value instanceof FieldValue.Absent);
    }
}
