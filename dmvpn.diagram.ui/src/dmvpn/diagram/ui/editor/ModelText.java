package dmvpn.diagram.ui.editor;

import java.net.URI;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The text editor of the model that a diagram shows. Used on the thread of the user interface. */
final class ModelText {

    private static final String TEXT_EDITOR = "org.eclipse.ui.genericeditor.GenericEditor";

    private final IEditorPart diagram;

    ModelText(IEditorPart diagram) {
        this.diagram = diagram;
    }

    /** The text editor, when there is one. */
    Optional<ITextEditor> editor() {
        return editor(false);
    }

    private Optional<ITextEditor> editor(boolean restore) {
        for (IEditorReference reference : page().findEditors(diagram.getEditorInput(), null, IWorkbenchPage.MATCH_INPUT)) {
            if (reference.getEditor(restore) instanceof ITextEditor editor) {
                return Optional.of(editor);
            }
        }
        return Optional.empty();
    }

    private IWorkbenchPage page() {
        return diagram.getSite().getPage();
    }

    /** The text editor; opened beside the diagram, which stays active, when there is none. */
    ITextEditor open() throws PartInitException {
        Optional<ITextEditor> there = editor(true);
        if (there.isPresent()) {
            return there.get();
        }
        IEditorPart opened = page().openEditor(diagram.getEditorInput(), TEXT_EDITOR, false,
                IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID);
        Beside.put(opened, diagram);
        page().activate(diagram);
        if (opened instanceof ITextEditor text) {
            return text;
        }
        throw new PartInitException("No text editor shows " + diagram.getEditorInput().getName());
    }

    /** Selects what declares an element. */
    static void reveal(ITextEditor editor, EObject element) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
        if (editor.getSelectionProvider().getSelection() instanceof ITextSelection now
                && now.getOffset() >= node.getOffset() && now.getOffset() <= node.getEndOffset()) {
            return; // The caret is in it already, perhaps at what is being typed.
        }
        editor.selectAndReveal(node.getOffset(), node.getLength());
    }

    /** Whether an element is declared in this text, and not in one that it imports. */
    boolean declares(EObject element) {
        return diagram.getEditorInput() instanceof IURIEditorInput input && file(element).equals(input.getURI());
    }

    private static URI file(EObject element) {
        return URI.create(element.eResource().getURI().toString());
    }

    /** Goes to what declares an element, also in a file that is imported. */
    void goTo(EObject element) throws PartInitException {
        IEditorPart editor = declares(element) ? open() : IDE.openEditor(page(), file(element), TEXT_EDITOR, true);
        page().activate(editor);
        if (editor instanceof ITextEditor text) {
            reveal(text, element);
        }
    }
}
