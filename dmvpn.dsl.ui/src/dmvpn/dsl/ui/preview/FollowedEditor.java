package dmvpn.dsl.ui.preview;

import dmvpn.dsl.ui.language.OpenDocuments;
import java.net.URI;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.custom.CaretListener;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * The text editor of the model that is in front, and the caret in it. Where another editor of the model is in front, its text
 * editor is meant, if it is open. Used on the UI thread only.
 */
final class FollowedEditor implements IPartListener2 {

    /** Told of what the person does. */
    interface Listener {
        /** Another model is in front, or none. */
        void modelChanged();

        /** The caret moved. */
        void caretMoved();
    }

    private final IWorkbenchPage page;
    private final Listener listener;
    private final CaretListener caret;
    private ITextEditor editor;
    private StyledText widget;
    private boolean isPinned;

    FollowedEditor(IWorkbenchPage page, Listener listener) {
        this.page = page;
        this.listener = listener;
        this.caret = event -> listener.caretMoved();
        page.addPartListener(this);
        follow(page.getActiveEditor());
    }

    /** Stays with the editor that is followed until this is taken back. */
    void pin(boolean pinned) {
        isPinned = pinned;
        if (!pinned) {
            follow(page.getActiveEditor());
        }
    }

    /** The file of the model; empty when no model is in front. */
    Optional<IFile> file() {
        return Optional.ofNullable(editor).map(shown -> Adapters.adapt(shown.getEditorInput(), IFile.class));
    }

    Optional<ITextEditor> editor() {
        return Optional.ofNullable(editor);
    }

    /** The document of the model; empty when no model is in front, or its file is gone. */
    Optional<IDocument> document() {
        return editor().filter(shown -> shown.getDocumentProvider() != null)
                .map(shown -> shown.getDocumentProvider().getDocument(shown.getEditorInput()));
    }

    Optional<URI> uri() {
        return document().flatMap(OpenDocuments::uri);
    }

    /** Characters before the caret. */
    int offset() {
        return editor != null && editor.getSelectionProvider() != null
                && editor.getSelectionProvider().getSelection() instanceof ITextSelection selection ? selection.getOffset() : 0;
    }

    void dispose() {
        page.removePartListener(this);
        unhook();
    }

    private void follow(IEditorPart front) {
        IEditorPart active = textOf(front);
        if (isPinned && editor != null || active == editor && editor != null) {
            return;
        }
        unhook();
        if (active instanceof ITextEditor text && isModel(active)) {
            editor = text;
            widget = text.getAdapter(Control.class) instanceof StyledText styled ? styled : null;
            if (widget != null) {
                widget.addCaretListener(caret);
            }
        }
        listener.modelChanged();
    }

    private IEditorPart textOf(IEditorPart front) {
        if (front == null || front instanceof ITextEditor || !isModel(front)) {
            return front;
        }
        for (IEditorReference reference : page.findEditors(front.getEditorInput(), null, IWorkbenchPage.MATCH_INPUT)) {
            if (reference.getEditor(false) instanceof ITextEditor text) {
                return text;
            }
        }
        return front;
    }

    private static boolean isModel(IEditorPart editor) {
        IFile file = Adapters.adapt(editor.getEditorInput(), IFile.class);
        return file != null && "dmvpn".equals(file.getFileExtension());
    }

    private void unhook() {
        if (widget != null && !widget.isDisposed()) {
            widget.removeCaretListener(caret);
        }
        editor = null;
        widget = null;
    }

    @Override
    public void partActivated(IWorkbenchPartReference reference) {
        if (reference.getPart(false) instanceof IEditorPart activated) {
            follow(activated);
        }
    }

    @Override
    public void partBroughtToTop(IWorkbenchPartReference reference) {
        partActivated(reference);
    }

    @Override
    public void partOpened(IWorkbenchPartReference reference) {
        if (editor == null) {
            follow(page.getActiveEditor());
        }
    }

    @Override
    public void partClosed(IWorkbenchPartReference reference) {
        if (editor != null && reference.getPart(false) == editor) {
            unhook();
            follow(page.getActiveEditor());
        }
    }

    @Override
    public void partInputChanged(IWorkbenchPartReference reference) {
        if (editor != null && reference.getPart(false) == editor) {
            IEditorPart same = editor;
            unhook();
            follow(same);
        }
    }
}
