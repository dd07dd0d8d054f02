package dmvpn.dsl.ui.language;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Converts between offsets of a document and the line and character of the language server protocol. */
public final class Positions {

    private Positions() {
    }

    /** The position of an offset. */
    public static Position position(IDocument document, int offset) throws BadLocationException {
        int line = document.getLineOfOffset(offset);
        return new Position(line, offset - document.getLineOffset(line));
    }

    /** The offset of a position, moved to the end of its line or of the document when it lies behind. */
    public static int offset(IDocument document, Position position) throws BadLocationException {
        if (position.getLine() >= document.getNumberOfLines()) {
            return document.getLength();
        }
        IRegion line = document.getLineInformation(position.getLine());
        return line.getOffset() + Math.min(position.getCharacter(), line.getLength());
    }

    /** The region of a range. */
    public static IRegion region(IDocument document, Range range) throws BadLocationException {
        int start = offset(document, range.getStart());
        return new Region(start, Math.max(0, offset(document, range.getEnd()) - start));
    }
}
