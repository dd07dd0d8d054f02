package dmvpn.diagram.ui.selection;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.TextSelection;
import org.eclipse.jface.viewers.StructuredSelection;

/**
 * Elements that are selected in the diagram, and the place of the first of them in the text: views of elements show the
 * former, those of places the latter.
 */
public final class DiagramSelection extends StructuredSelection implements ITextSelection {

    private final ITextSelection place;

    /**
     * Selects elements.
     *
     * @param place where the text declares the first; an empty selection when it declares none of them
     */
    DiagramSelection(List<DiagramElement> elements, ITextSelection place) {
        super(elements);
        this.place = place;
    }

    /** Selects nothing. */
    static DiagramSelection none() {
        return new DiagramSelection(List.of(), TextSelection.emptySelection());
    }

    /** Identifiers of the elements. */
    public List<String> ids() {
        return elements().map(DiagramElement::id).toList();
    }

    private Stream<DiagramElement> elements() {
        return ((List<?>) toList()).stream().map(DiagramElement.class::cast);
    }

    @Override
    public int getOffset() {
        return place.getOffset();
    }

    @Override
    public int getLength() {
        return place.getLength();
    }

    @Override
    public int getStartLine() {
        return place.getStartLine();
    }

    @Override
    public int getEndLine() {
        return place.getEndLine();
    }

    @Override
    public String getText() {
        return place.getText();
    }
}
