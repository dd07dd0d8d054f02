package dmvpn.dsl.ide.document;

/**
 * A replacement of some text.
 *
 * @param offset characters before the replaced text
 * @param length characters of the replaced text; 0 inserts
 * @param text the new text
 */
public record Change(int offset, int length, String text) {

    /** True when the two replace or insert at a place that both touch. */
    public boolean touches(Change other) {
        return offset <= other.offset + other.length && other.offset <= offset + length;
    }
}
