package dmvpn.dsl.ui.outline;

import java.util.List;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.lsp4j.DocumentSymbol;

/** The tree of a document's symbols. */
final class SymbolContentProvider implements ITreeContentProvider {

    @Override
    public Object[] getElements(Object input) {
        return ((List<?>) input).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        List<DocumentSymbol> children = ((DocumentSymbol) parent).getChildren();
        return children == null ? new Object[0] : children.toArray();
    }

    @Override
    public Object getParent(Object element) {
        return null; // the tree is always walked from the root
    }

    @Override
    public boolean hasChildren(Object element) {
        return getChildren(element).length > 0;
    }
}
