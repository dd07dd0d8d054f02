package dmvpn.dsl.ide.quickfix;

/**
 * A replacement of some text.
 *
 * @param offset characters before the replaced text
 * @param length characters of the replaced text; 0 inserts
 * @param text the new text
 */
public record Change(int offset, int length, String text) {

    boolean touches(Change other) {
        return offset <= other.offset + other.length && other.offset <= offset + length;
    }
}
