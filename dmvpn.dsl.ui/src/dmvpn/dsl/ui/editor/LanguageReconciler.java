package dmvpn.dsl.ui.editor;

import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.OpenDocuments;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;

/** Opens the document of an editor at the language server, and closes it with the editor. */
public final class LanguageReconciler implements IReconciler, ITextInputListener {

    private final OpenDocuments documents = LanguageSessions.current().openDocuments();
    private ITextViewer viewer;

    @Override
    public void install(ITextViewer textViewer) {
        viewer = textViewer;
        viewer.addTextInputListener(this);
        if (viewer.getDocument() != null) {
            documents.open(viewer.getDocument());
        }
    }

    @Override
    public void uninstall() {
        viewer.removeTextInputListener(this);
        if (viewer.getDocument() != null) {
            documents.close(viewer.getDocument());
        }
    }

    @Override
    public void inputDocumentAboutToBeChanged(IDocument oldInput, IDocument newInput) {
        if (oldInput != null) {
            documents.close(oldInput);
        }
    }

    @Override
    public void inputDocumentChanged(IDocument oldInput, IDocument newInput) {
        if (newInput != null) {
            documents.open(newInput);
        }
    }

    @Override
    public IReconcilingStrategy getReconcilingStrategy(String contentType) {
        return null; // the server validates on its own thread when it is told of a change
    }
}
