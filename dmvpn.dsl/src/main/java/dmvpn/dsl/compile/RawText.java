package dmvpn.dsl.compile;

/** Raw vendor lines between their delimiters. */
final class RawText {

    private RawText() {
    }

    /** The lines without the line break after the opening and the blanks before the closing delimiter, ended by one. */
    static String lines(String between) {
        String text = between.replace("\r\n", "\n");
        int first = text.indexOf('\n');
        if (first >= 0 && text.substring(0, first).isBlank()) {
            text = text.substring(first + 1);
        }
        text = text.stripTrailing();
        return text.isEmpty() ? "" : text + "\n";
    }
}
