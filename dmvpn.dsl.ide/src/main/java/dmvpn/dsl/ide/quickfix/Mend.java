package dmvpn.dsl.ide.quickfix;

/**
 * A text edit that mends a problem.
 *
 * @param title what it does, for people
 * @param offset characters before the replaced text
 * @param length characters of the replaced text; 0 inserts
 * @param text the new text
 */
public record Mend(String title, int offset, int length, String text) {
}
