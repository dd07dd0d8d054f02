package dmvpn.dsl.ui.references;

import dmvpn.dsl.ui.accessibility.AccessibleNames;
import dmvpn.dsl.ui.help.HelpContext;
import dmvpn.dsl.ui.language.ModelEditor;
import dmvpn.dsl.ui.language.Places;
import java.net.URI;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.OpenEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.search.ui.ISearchResultPage;
import org.eclipse.search.ui.text.AbstractTextSearchViewPage;
import org.eclipse.search.ui.text.Match;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;

/** The places of a name in the Search view: lines under their files. */
public final class ReferencePage extends AbstractTextSearchViewPage implements ISearchResultPage {

    private ReferenceTree tree;

    /** Created by the Search view. */
    public ReferencePage() {
        super(FLAG_LAYOUT_TREE);
    }

    @Override
    protected void configureTreeViewer(TreeViewer viewer) {
        tree = new ReferenceTree(viewer);
        viewer.setUseHashlookup(true);
        viewer.setContentProvider(tree);
        viewer.setLabelProvider(new ReferenceLabels(viewer.getControl(), this));
        viewer.setComparator(new ReferenceOrder());
        HelpContext.REFERENCES.on(viewer.getControl());
        AccessibleNames.set(viewer.getControl(), "Places of the name");
    }

    @Override
    protected void configureTableViewer(TableViewer viewer) {
        throw new IllegalStateException("Places are shown as a tree only");
    }

    @Override
    protected void elementsChanged(Object[] elements) {
        if (tree != null) {
            tree.changed(elements);
        }
    }

    @Override
    protected void clear() {
        if (tree != null) {
            tree.clear();
        }
    }

    /** A file has the places of its lines. */
    @Override
    public int getDisplayedMatchCount(Object element) {
        return element instanceof URI document ? tree.count(document) : super.getDisplayedMatchCount(element);
    }

    @Override
    protected void handleOpen(OpenEvent event) {
        if (((StructuredSelection) event.getSelection()).getFirstElement() instanceof URI document) {
            open(document, true);
        } else {
            super.handleOpen(event);
        }
    }

    @Override
    protected void showMatch(Match match, int offset, int length, boolean activate) throws PartInitException {
        URI document = ((ReferenceLine) match.getElement()).document();
        ModelEditor.of(open(document, activate)).ifPresent(editor -> editor.reveal(offset, length));
    }

    private IEditorPart open(URI document, boolean activate) {
        try {
            IFile file = Places.file(document).orElse(null);
            return file != null ? IDE.openEditor(getSite().getPage(), file, activate)
                    : IDE.openEditorOnFileStore(getSite().getPage(), EFS.getStore(document));
        } catch (CoreException failure) {
            getSite().getActionBars().getStatusLineManager()
                    .setErrorMessage(document.getPath() + " cannot be opened: " + failure.getMessage());
            return null;
        }
    }
}
