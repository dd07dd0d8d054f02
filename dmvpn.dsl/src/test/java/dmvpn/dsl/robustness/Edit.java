package dmvpn.dsl.robustness;

/**
 * An edit of a text.
 *
 * @param offset where it starts
 * @param length how many characters it takes away
 * @param replacement what stands there instead
 */
public record Edit(int offset, int length, String replacement) {

    /** The text after the edit. */
    public String in(String text) {
        return text.substring(0, offset) + replacement + text.substring(offset + length);
    }

    @Override
    public String toString() {
        return "at " + offset + " " + length + " characters become '" + replacement + "'";
    }
}
