package dmvpn.diagram.ui.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.TextUtilities;

/**
 * The text of what is selected: whole declarations and clauses, in the order of the text, to be pasted into a model.
 *
 * @param document the text
 * @param places where the text says what is drawn
 * @param selection what is selected
 */
public record SelectedText(IDocument document, DrawnPlaces places, SelectionInDiagram selection) {

    /** The text now; empty when nothing is selected, or the diagram does not show the text as it stands. */
    public String now() {
        List<IRegion> wholes = new ArrayList<>();
        ((DiagramSelection) selection.getSelection()).ids().stream().map(places::whole).flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(IRegion::getOffset).thenComparing(Comparator.comparingInt(IRegion::getLength).reversed()))
                .filter(region -> wholes.isEmpty() || region.getOffset() >= end(wholes.getLast())).forEach(wholes::add);
        String line = TextUtilities.getDefaultLineDelimiter(document);
        return wholes.isEmpty() ? "" : wholes.stream().map(this::text).collect(Collectors.joining(line + line, "", line));
    }

    private static int end(IRegion region) {
        return region.getOffset() + region.getLength();
    }

    private String text(IRegion region) {
        try {
            return document.get(region.getOffset(), region.getLength());
        } catch (BadLocationException changedMeanwhile) {
            return "";
        }
    }
}
