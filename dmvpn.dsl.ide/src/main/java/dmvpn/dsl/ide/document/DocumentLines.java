package dmvpn.dsl.ide.document;

import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Converts between offsets of a text and the lines and characters of the language server protocol. */
public final class DocumentLines {

    private final String text;
    private final int[] lineOffsets;

    /** The lines of a text; {@code \n}, {@code \r\n} and {@code \r} end a line, as the protocol says. */
    public DocumentLines(String text) {
        this.text = text;
        int[] offsets = new int[Math.max(16, text.length() / 24)];
        int lines = 1;
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            boolean ends = c == '\n' || c == '\r' && (index + 1 == text.length() || text.charAt(index + 1) != '\n');
            if (ends) {
                if (lines == offsets.length) {
                    offsets = Arrays.copyOf(offsets, lines * 2);
                }
                offsets[lines++] = index + 1;
            }
        }
        lineOffsets = Arrays.copyOf(offsets, lines);
    }

    /**
     * The position of an offset; an offset outside of the text is moved to its nearer end, and one between the two characters
     * that end a line to the end of the line.
     */
    public Position position(int offset) {
        int inside = Math.max(0, Math.min(offset, text.length()));
        if (inside > 0 && inside < text.length() && text.charAt(inside - 1) == '\r' && text.charAt(inside) == '\n') {
            inside--;
        }
        int found = Arrays.binarySearch(lineOffsets, inside);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line, inside - lineOffsets[line]);
    }

    /** The offset of a position; a position behind the end of its line is moved to the end of the line. */
    public int offset(Position position) {
        if (position.getLine() < 0) {
            return 0;
        }
        if (position.getLine() >= lineOffsets.length) {
            return text.length();
        }
        int start = lineOffsets[position.getLine()];
        int end = position.getLine() + 1 < lineOffsets.length ? lineOffsets[position.getLine() + 1] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return Math.min(start + Math.max(0, position.getCharacter()), end);
    }

    /** The range of some characters. */
    public Range range(int offset, int length) {
        return new Range(position(offset), position(offset + length));
    }
}
