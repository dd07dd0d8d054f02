package dmvpn.dsl.ui.outline;

import dmvpn.dsl.ui.language.OpenDocuments;
import java.net.URI;
import java.util.Optional;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** Gives the Generic Editor an outline when it shows a model. */
public final class OutlineAdapterFactory implements IAdapterFactory {

    @Override
    public <T> T getAdapter(Object adaptable, Class<T> adapterType) {
        if (adapterType != IContentOutlinePage.class || !(adaptable instanceof ITextEditor editor)
                || editor.getDocumentProvider() == null) {
            return null;
        }
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        Optional<URI> uri = document == null ? Optional.empty() : OpenDocuments.uri(document);
        return uri.filter(location -> location.getPath().endsWith(".dmvpn")).isPresent()
                ? adapterType.cast(new ModelOutlinePage(editor))
                : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IContentOutlinePage.class};
    }
}
