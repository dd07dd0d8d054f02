package dmvpn.dsl.ui.hover;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;

/** The characters around a place that make one word, name, address or number: resting on any of them shows the same. */
final class WordRegion {

    private static final String BETWEEN_LETTERS = "_-.:/%";

    private WordRegion() {
    }

    /** The word around an offset, or nothing at the offset. */
    static IRegion around(IDocument document, int offset) throws BadLocationException {
        IRegion line = document.getLineInformationOfOffset(offset);
        int start = offset;
        while (start > line.getOffset() && isPart(document.getChar(start - 1))) {
            start--;
        }
        int end = offset;
        while (end < line.getOffset() + line.getLength() && isPart(document.getChar(end))) {
            end++;
        }
        return isWord(document, offset) ? new Region(start, end - start) : new Region(offset, 0);
    }

    /** False in white space, which means nothing. */
    static boolean isWord(IDocument document, int offset) throws BadLocationException {
        return offset < document.getLength() && !Character.isWhitespace(document.getChar(offset));
    }

    private static boolean isPart(char character) {
        return Character.isLetterOrDigit(character) || BETWEEN_LETTERS.indexOf(character) >= 0;
    }
}
