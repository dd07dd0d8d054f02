package dmvpn.network.origin;

/**
 * Where one element of a text begins, now. Origins that are given relative to an anchor follow the text: when something
 * above the element is edited, the anchor moves and every record of the element stays the object that it was.
 *
 * <p>One thread moves an anchor while others may read it; each of them sees one whole position. An element that is no
 * longer in the text keeps the last position that it had.
 */
public final class Anchor {

    /**
     * A position in a text.
     *
     * @param offset characters before it, from 0
     * @param line its line, from 1
     * @param column its column, from 1
     */
    public record Position(int offset, int line, int column) {

        /** Where the text begins. */
        public static final Position START = new Position(0, 1, 1);

        /**
         * A later position of the same text.
         *
         * @param text the text that this is a position of
         * @param later the offset of the later position
         */
        public Position behind(String text, int later) {
            int newLine = line;
            int lineStart = offset - column + 1;
            for (int end = text.indexOf('\n', offset); end >= 0 && end < later; end = text.indexOf('\n', end + 1)) {
                newLine++;
                lineStart = end + 1;
            }
            return new Position(later, newLine, later - lineStart + 1);
        }

        /** A position that is counted from a text's begin, for a text that begins here. */
        public Position plus(Position inText) {
            return new Position(offset + inText.offset, line + inText.line - 1,
                    inText.line == 1 ? column + inText.column - 1 : inText.column);
        }
    }

    private volatile Position position;

    /** @param position where the element begins */
    public Anchor(Position position) {
        this.position = position;
    }

    /** Where the element begins. */
    public Position position() {
        return position;
    }

    /** Follows the text. */
    public void moveTo(Position newPosition) {
        position = newPosition;
    }
}
