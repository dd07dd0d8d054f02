package dmvpn.network.origin;

/**
 * Where a record of the compiled network was written: opaque to simulator and rules, followed by faces to a line.
 *
 * <p>An origin is never part of equality: two devices that say the same are equal wherever they were written. It equals
 * every other origin for that reason, so never use one as a key.
 *
 * <p>An origin may be relative to the {@link Anchor} of its element. It then follows the text: line, column and offset are
 * those of the text as it is now, also for a network that was compiled from an earlier revision.
 */
public final class Origin {

    /** For records that nobody wrote, such as those made by a test. */
    public static final Origin NONE = new Origin("", null, 0, 0, 0, 0, "");

    private final String file;
    /** Null when the position is absolute. */
    private final Anchor anchor;
    private final int line;
    private final int column;
    private final int offset;
    private final int length;
    private final String element;

    private Origin(String file, Anchor anchor, int line, int column, int offset, int length, String element) {
        this.file = file;
        this.anchor = anchor;
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
        return new Origin(file, null, line, column, offset, length, element);
    }

    /**
     * An origin that follows the text.
     *
     * @param file path or URI of the file as the reader of the model was given it
     * @param anchor where the element begins
     * @param begin where the text of the origin begins, counted from the anchor as from the start of a text
     * @param length characters of the text
     * @param element name of the element for people; may be empty
     */
    public static Origin relative(String file, Anchor anchor, Anchor.Position begin, int length, String element) {
        return new Origin(file, anchor, begin.line(), begin.column(), begin.offset(), length, element);
    }

    /** The same place under another name of the element: one text may speak of several, as that of a family does. */
    public Origin labelled(String label) {
        return new Origin(file, anchor, line, column, offset, length, label);
    }

    /** Path or URI of the file, empty when unknown. */
    public String file() {
        return file;
    }

    /** Line from 1, or 0 when unknown. */
    public int line() {
        return anchor == null ? line : anchor.position().line() + line - 1;
    }

    /** Column from 1, or 0 when unknown. */
    public int column() {
        return anchor == null || line > 1 ? column : anchor.position().column() + column - 1;
    }

    /** Characters before the text, from 0. */
    public int offset() {
        return anchor == null ? offset : anchor.position().offset() + offset;
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
        return isKnown() ? file + ":" + line() + ":" + column() : "unknown place";
    }
}
