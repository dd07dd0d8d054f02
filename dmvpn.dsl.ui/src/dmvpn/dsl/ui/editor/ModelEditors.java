package dmvpn.dsl.ui.editor;

import java.util.Optional;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorExtension2;

/** The editor that a command is about. */
public final class ModelEditors {

    private ModelEditors() {
    }

    /** The active editor, when it shows a text. */
    public static Optional<ITextEditor> of(ExecutionEvent event) {
        return HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor && document(editor) != null
                ? Optional.of(editor) : Optional.empty();
    }

    /** The active editor, when its text may be changed; asks the version control for permission where one is needed. */
    public static Optional<ITextEditor> changeable(ExecutionEvent event) {
        return of(event).filter(editor -> !(editor instanceof ITextEditorExtension2 restricted)
                || restricted.validateEditorInputState());
    }

    /** What an editor shows. */
    public static IDocument document(ITextEditor editor) {
        return editor.getDocumentProvider() == null ? null : editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }
}
