package dmvpn.diagram.ui.editor;

import dmvpn.diagram.ui.selection.DiagramSelection;
import dmvpn.diagram.ui.selection.DrawnPlaces;
import dmvpn.diagram.ui.selection.SelectionInDiagram;
import java.util.List;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.TextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * What is selected in the diagram is selected in the text editor of the same model, and the element at the caret there in the
 * diagram. Neither takes the focus, and what one has told the other does not come back.
 */
final class SelectionLink implements ISelectionListener {

    private final IWorkbenchPage workbench;
    private final IEditorInput input;
    private final ModelText text;
    private final DrawnPlaces places;
    private final SelectionInDiagram diagram;
    private final ISelectionChangedListener inDiagram = event -> selectedInDiagram(((DiagramSelection) event.getSelection()).ids());
    /** What the text told the diagram. */
    private List<String> told = List.of();

    SelectionLink(IEditorPart editor, DrawnPlaces places, SelectionInDiagram diagram) {
        this.workbench = editor.getSite().getPage();
        this.input = editor.getEditorInput();
        this.text = new ModelText(editor);
        this.places = places;
        this.diagram = diagram;
    }

    void begin() {
        workbench.addPostSelectionListener(this);
        diagram.addPostSelectionChangedListener(inDiagram);
    }

    void end() {
        workbench.removePostSelectionListener(this);
        diagram.removePostSelectionChangedListener(inDiagram);
    }

    private void selectedInDiagram(List<String> ids) {
        if (ids.size() == 1 && !ids.equals(told)) {
            places.declaration(ids.getFirst())
                    .ifPresent(element -> text.editor().ifPresent(editor -> ModelText.reveal(editor, element)));
        }
        told = List.of();
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        if (part instanceof ITextEditor editor && input.equals(editor.getEditorInput()) && selection instanceof ITextSelection caret) {
            places.at(caret.getOffset()).map(List::of).filter(ids -> !ids.equals(selectedIds())).ifPresent(ids -> {
                told = ids;
                diagram.setSelection(new TextSelection(caret.getOffset(), 0));
            });
        }
    }

    private List<String> selectedIds() {
        return ((DiagramSelection) diagram.getSelection()).ids();
    }
}
