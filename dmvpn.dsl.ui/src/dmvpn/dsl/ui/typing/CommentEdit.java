package dmvpn.dsl.ui.typing;

import dmvpn.dsl.ui.editor.ModelEditors;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.texteditor.ITextEditor;

/** A command that changes comments in the selected part of a text, as one step for undo. */
abstract class CommentEdit extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ModelEditors.changeable(event).ifPresent(this::change);
        return null;
    }

    private void change(ITextEditor editor) {
        IRewriteTarget target = editor.getAdapter(IRewriteTarget.class);
        if (target == null || !(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection)) {
            return;
        }
        target.beginCompoundChange();
        try {
            change(ModelEditors.document(editor), selection, editor);
        } catch (BadLocationException noSuchSelection) {
            return; // what is done so far is one step for undo
        } finally {
            target.endCompoundChange();
        }
    }

    /** Makes the change. */
    abstract void change(IDocument document, ITextSelection selection, ITextEditor editor) throws BadLocationException;
}
