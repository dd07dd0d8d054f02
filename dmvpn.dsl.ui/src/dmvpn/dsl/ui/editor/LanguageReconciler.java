package dmvpn.dsl.ui.editor;

import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.OpenDocuments;
import dmvpn.dsl.ui.navigation.ModelEditorContext;
import dmvpn.dsl.ui.project.NatureHint;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;

/** Opens the document of an editor at the language server, and closes it with the editor. */
public final class LanguageReconciler implements IReconciler, ITextInputListener {

    private final OpenDocuments documents = LanguageSessions.current().openDocuments();
    private ITextViewer viewer;
    private IDocument shown;

    @Override
    public void install(ITextViewer textViewer) {
        viewer = textViewer;
        ModelEditorContext.follow();
        viewer.addTextInputListener(this);
        show(viewer.getDocument());
    }

    @Override
    public void uninstall() {
        viewer.removeTextInputListener(this);
        show(null);
    }

    @Override
    public void inputDocumentAboutToBeChanged(IDocument oldInput, IDocument newInput) {
        show(null);
    }

    @Override
    public void inputDocumentChanged(IDocument oldInput, IDocument newInput) {
        show(newInput);
    }

    /** An editor that closes says so twice, by its last document and by its end: one closing counts. */
    private void show(IDocument document) {
        if (shown == document) {
            return;
        }
        if (shown != null) {
            documents.close(shown);
        }
        shown = document;
        if (shown != null) {
            documents.open(shown);
            NatureHint.shown(shown);
        }
    }

    @Override
    public IReconcilingStrategy getReconcilingStrategy(String contentType) {
        return null; // the server validates on its own thread when it is told of a change
    }
}
