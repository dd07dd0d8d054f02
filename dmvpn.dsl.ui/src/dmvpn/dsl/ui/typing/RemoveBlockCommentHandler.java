package dmvpn.dsl.ui.typing;

import dmvpn.dsl.ide.highlight.LexicalHighlighter.Token;
import dmvpn.dsl.ide.typing.LexicalPlace;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.texteditor.ITextEditor;

/** Takes the marks of the block comment away that the caret or the selection is in. */
public final class RemoveBlockCommentHandler extends CommentEdit {

    private static final String OPEN = "/*";
    private static final String CLOSE = "*/";

    @Override
    void change(IDocument document, ITextSelection selection, ITextEditor editor) throws BadLocationException {
        // The middle of a selection that is the whole comment is inside of it too.
        Token comment = new LexicalPlace(document.get(), selection.getOffset() + (selection.getLength() + 1) / 2).comment().orElse(null);
        if (comment == null || !isClosedBlock(document.get(comment.offset(), comment.length()))) {
            return;
        }
        String inside = document.get(comment.offset() + OPEN.length(),
                comment.length() - OPEN.length() - CLOSE.length());
        String kept = inside.substring(inside.startsWith(" ") ? 1 : 0, inside.length() - (inside.endsWith(" ") && inside.length() > 1 ? 1 : 0));
        document.replace(comment.offset(), comment.length(), kept);
        editor.selectAndReveal(comment.offset(), kept.length());
    }

    private static boolean isClosedBlock(String comment) {
        return comment.startsWith(OPEN) && comment.endsWith(CLOSE) && comment.length() >= OPEN.length() + CLOSE.length();
    }
}
