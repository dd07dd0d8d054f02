package dmvpn.dsl.ui.typing;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.Position;
import org.eclipse.ui.texteditor.ITextEditor;

/** Makes lines comments, or no comments any more when all of them are; the marks stand below each other. */
public final class ToggleCommentHandler extends CommentEdit {

    private static final String MARK = "//";

    @Override
    void change(IDocument document, ITextSelection selection, ITextEditor editor) throws BadLocationException {
        int first = selection.getStartLine();
        int last = lastLine(document, selection);
        boolean comments = true;
        int column = Integer.MAX_VALUE;
        for (int line = first; line <= last; line++) {
            String text = text(document, line);
            if (!text.isBlank()) {
                comments &= text.strip().startsWith(MARK);
                column = Math.min(column, Lines.indentation(text).length());
            }
        }
        if (column == Integer.MAX_VALUE) {
            return; // nothing but empty lines
        }
        Position selected = new Position(selection.getOffset(), selection.getLength());
        document.addPosition(selected);
        for (int line = first; line <= last; line++) {
            String text = text(document, line);
            if (comments) {
                uncomment(document, line, text);
            } else if (!text.isBlank()) {
                document.replace(document.getLineOffset(line) + column, 0, MARK + " ");
            }
        }
        document.removePosition(selected);
        editor.selectAndReveal(selected.getOffset(), selected.getLength());
    }

    /** A selection that ends in front of a line does not touch it. */
    private static int lastLine(IDocument document, ITextSelection selection) throws BadLocationException {
        boolean before = selection.getLength() > 0 && selection.getEndLine() > selection.getStartLine()
                && document.getLineOffset(selection.getEndLine()) == selection.getOffset() + selection.getLength();
        return before ? selection.getEndLine() - 1 : selection.getEndLine();
    }

    private static String text(IDocument document, int line) throws BadLocationException {
        IRegion region = document.getLineInformation(line);
        return document.get(region.getOffset(), region.getLength());
    }

    private static void uncomment(IDocument document, int line, String text) throws BadLocationException {
        int mark = Lines.indentation(text).length();
        if (text.startsWith(MARK, mark)) {
            int blank = text.startsWith(MARK + " ", mark) ? 1 : 0;
            document.replace(document.getLineOffset(line) + mark, MARK.length() + blank, "");
        }
    }
}
