package dmvpn.network.origin;

/**
 * Where a record of the compiled network was written: opaque to simulator and rules, followed by faces to a line.
 *
 * <p>An origin is never part of equality: two devices that say the same are equal wherever they were written. It equals
 * every other origin for that reason, so never use one as a key.
 */
public final class Origin {

    /** For records that nobody wrote, such as those made by a test. */
    public static final Origin NONE = new Origin("", 0, 0, 0, 0, "");

    private final String file;
    private final int line;
    private final int column;
    private final int offset;
    private final int length;
    private final String element;

    private Origin(String file, int line, int column, int offset, int length, String element) {
        this.file = file;
        this.line = line;
        this.column = column;
        this.offset = offset;
        this.length = length;
        this.element = element;
    }

    /**
     * @param file path or URI of the file as the reader of the model was given it
     * @param line line from 1, or 0 when unknown
     * @param column column from 1, or 0 when unknown
     * @param offset characters before the text, from 0
     * @param length characters of the text
     * @param element name of the element for people, such as {@code spoke Branch[7]}; may be empty
     */
    public static Origin of(String file, int line, int column, int offset, int length, String element) {
        return new Origin(file, line, column, offset, length, element);
    }

    /** Path or URI of the file, empty when unknown. */
    public String file() {
        return file;
    }

    /** Line from 1, or 0 when unknown. */
    public int line() {
        return line;
    }

    /** Column from 1, or 0 when unknown. */
    public int column() {
        return column;
    }

    /** Characters before the text, from 0. */
    public int offset() {
        return offset;
    }

    /** Characters of the text. */
    public int length() {
        return length;
    }

    /** Name of the element for people, empty when unknown. */
    public String element() {
        return element;
    }

    /** True when a file is known. */
    public boolean isKnown() {
        return !file.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Origin;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    /** {@code file:line:col}, or {@code unknown place}. */
    @Override
    public String toString() {
        return isKnown() ? file + ":" + line + ":" + column : "unknown place";
    }
}
