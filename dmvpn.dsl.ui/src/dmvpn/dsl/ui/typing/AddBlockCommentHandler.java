package dmvpn.dsl.ui.typing;

import dmvpn.dsl.ide.typing.LexicalPlace;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.texteditor.ITextEditor;

/** Puts the selection into a block comment. Block comments do not nest, so one that the selection ends in is refused. */
public final class AddBlockCommentHandler extends CommentEdit {

    @Override
    void change(IDocument document, ITextSelection selection, ITextEditor editor) throws BadLocationException {
        int end = selection.getOffset() + selection.getLength();
        String whole = document.get();
        String text = whole.substring(selection.getOffset(), end);
        boolean refused = text.isEmpty() || text.contains("*/") || new LexicalPlace(whole, selection.getOffset()).isVerbatim()
                || new LexicalPlace(whole, end).isVerbatim();
        if (refused) {
            return;
        }
        document.replace(end, 0, " */");
        document.replace(selection.getOffset(), 0, "/* ");
        editor.selectAndReveal(selection.getOffset(), text.length() + "/*  */".length());
    }
}
