package dmvpn.dsl.ui.references;

import org.eclipse.search.ui.text.Match;

/** A name in a line. */
final class ReferenceMatch extends Match {

    private final int column;

    /**
     * @param line the line
     * @param offset characters of the document before the name
     * @param length characters of the name
     * @param column characters of the line's text before the name
     */
    ReferenceMatch(ReferenceLine line, int offset, int length, int column) {
        super(line, offset, length);
        this.column = column;
    }

    int column() {
        return column;
    }
}
