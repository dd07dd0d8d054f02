package dmvpn.dsl.ui.typing;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.texteditor.ITextEditor;

/** Puts the selection into a block comment. Block comments do not nest, so one that the selection ends in is refused. */
public final class AddBlockCommentHandler extends CommentEdit {

    @Override
    void change(IDocument document, ITextSelection selection, ITextEditor editor) throws BadLocationException {
        int end = selection.getOffset() + selection.getLength();
        String text = document.get(selection.getOffset(), selection.getLength());
        boolean refused = text.isEmpty() || text.contains("*/") || LexicalPlace.at(document, selection.getOffset()).isVerbatim()
                || LexicalPlace.at(document, end).isVerbatim();
        if (refused) {
            return;
        }
        document.replace(end, 0, " */");
        document.replace(selection.getOffset(), 0, "/* ");
        editor.selectAndReveal(selection.getOffset(), text.length() + "/*  */".length());
    }
}
