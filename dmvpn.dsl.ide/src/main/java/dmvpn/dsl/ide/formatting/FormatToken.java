package dmvpn.dsl.ide.formatting;

/**
 * A token that is no space, with what stands between it and the one before it.
 *
 * @param kind what it is to the layout
 * @param text its characters; a comment to the end of a line is without that end
 * @param offset characters before it
 * @param gap the space in front of it
 * @param lineBreaks how many lines end in that space
 * @param startsStatement true for a word that can start a setting or an element
 */
record FormatToken(Kind kind, String text, int offset, String gap, int lineBreaks, boolean startsStatement) {

    /** What a token is to the layout. */
    enum Kind {
        /** A word, a value, a text. */
        WORD,
        /** Opens a block. */
        OPEN,
        /** Closes a block. */
        CLOSE,
        /** A bracket of a family's members. */
        OPEN_BRACKET,
        /** Its end. */
        CLOSE_BRACKET,
        /** Between members of a list. */
        COMMA,
        /** Joins a name and its part. */
        DOT,
        /** Text in quotes or vendor lines, which end themselves. */
        DELIMITED,
        /** A comment. */
        COMMENT
    }

    int end() {
        return offset + text.length();
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isLineComment() {
        return kind == Kind.COMMENT && text.startsWith("//");
    }

    boolean spansLines() {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }
}
