package dmvpn.dsl.ui.typing;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;

/** Lines and their indentation. */
final class Lines {

    /** Blanks of one level, as the formatter has them. */
    static final String INDENTATION = "  ";

    private Lines() {
    }

    /** The text of the line in front of a place. */
    static String before(IDocument document, int offset) throws BadLocationException {
        int start = document.getLineInformationOfOffset(offset).getOffset();
        return document.get(start, offset - start);
    }

    /** The text of the line behind a place. */
    static String behind(IDocument document, int offset) throws BadLocationException {
        IRegion line = document.getLineInformationOfOffset(offset);
        return document.get(offset, line.getOffset() + line.getLength() - offset);
    }

    /** What the line of a place begins with, as far as it is blank. */
    static String indentation(IDocument document, int offset) throws BadLocationException {
        IRegion line = document.getLineInformationOfOffset(offset);
        return indentation(document.get(line.getOffset(), line.getLength()));
    }

    /** What a line begins with, as far as it is blank. */
    static String indentation(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
