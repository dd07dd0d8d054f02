package dmvpn.dsl.ui.outline;

import dmvpn.dsl.ui.language.ModelEditor;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** Gives an editor that shows a model its outline: the Generic Editor, and the diagram. */
public final class OutlineAdapterFactory implements IAdapterFactory {

    @Override
    public <T> T getAdapter(Object adaptable, Class<T> adapterType) {
        return adapterType == IContentOutlinePage.class && adaptable instanceof IEditorPart editor
                && ModelEditor.of(editor).isPresent() ? adapterType.cast(new ModelOutlinePage(editor)) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IContentOutlinePage.class};
    }
}
