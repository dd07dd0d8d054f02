package dmvpn.dsl.ui.typing;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.texteditor.ITextEditor;

/** Takes the marks of the block comment away that the caret or the selection is in. */
public final class RemoveBlockCommentHandler extends CommentEdit {

    private static final String OPEN = "/*";
    private static final String CLOSE = "*/";

    @Override
    void change(IDocument document, ITextSelection selection, ITextEditor editor) throws BadLocationException {
        // The middle of a selection that is the whole comment is inside of it too.
        IRegion comment = LexicalPlace.at(document, selection.getOffset() + (selection.getLength() + 1) / 2).comment();
        if (comment == null || !document.get(comment.getOffset(), OPEN.length()).equals(OPEN)) {
            return;
        }
        String inside = document.get(comment.getOffset() + OPEN.length(),
                comment.getLength() - OPEN.length() - CLOSE.length());
        String kept = inside.substring(inside.startsWith(" ") ? 1 : 0, inside.length() - (inside.endsWith(" ") && inside.length() > 1 ? 1 : 0));
        document.replace(comment.getOffset(), comment.getLength(), kept);
        editor.selectAndReveal(comment.getOffset(), kept.length());
    }
}
