package dmvpn.dsl.ui.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.lsp4j.DocumentSymbol;

/**
 * Brings the tree of the outline up to date. Most edits change places only, or one element: then the items of the others stay,
 * and a model of thousands of elements costs no more than a small one.
 */
final class OutlineUpdate {

    /** With more elements than these removed or added, the tree is filled anew. */
    private static final int MOST_CHANGED = 50;

    private final TreeViewer viewer;
    private List<OutlineNode> shown = new ArrayList<>();

    OutlineUpdate(TreeViewer viewer) {
        this.viewer = viewer;
    }

    /** The elements that the tree has now, in the order of the text. */
    List<OutlineNode> shown() {
        return shown;
    }

    /** Shows the elements. */
    void show(List<OutlineNode> symbols) {
        int start = 0;
        int oldEnd = shown.size();
        int newEnd = symbols.size();
        while (start < Math.min(oldEnd, newEnd) && takesPlaces(shown.get(start), symbols.get(start))) {
            start++;
        }
        while (oldEnd > start && newEnd > start && takesPlaces(shown.get(oldEnd - 1), symbols.get(newEnd - 1))) {
            oldEnd--;
            newEnd--;
        }
        boolean isInOrderOfText = OutlineArrangement.isThatOfTheText(viewer);
        boolean isSame = oldEnd == start && newEnd == start;
        if (viewer.getInput() != null && isSame) {
            return;
        }
        if (viewer.getInput() == null || !isInOrderOfText || oldEnd - start > MOST_CHANGED || newEnd - start > MOST_CHANGED) {
            fill(symbols);
        } else {
            replace(start, oldEnd, symbols.subList(start, newEnd));
        }
    }

    private void fill(List<OutlineNode> symbols) {
        shown = new ArrayList<>(symbols);
        Object[] expanded = viewer.getExpandedElements();
        ISelection selected = viewer.getSelection();
        viewer.getTree().setRedraw(false);
        try {
            viewer.setInput(shown);
            viewer.setExpandedElements(expanded);
            viewer.setSelection(selected);
        } finally {
            viewer.getTree().setRedraw(true);
        }
    }

    private void replace(int start, int oldEnd, List<OutlineNode> added) {
        List<String> expanded = shown.subList(start, oldEnd).stream().filter(viewer::getExpandedState)
                .map(node -> node.symbol().getName()).toList();
        viewer.getTree().setRedraw(false);
        try {
            for (int index = oldEnd - 1; index >= start; index--) {
                viewer.remove(viewer.getInput(), index);
                shown.remove(index);
            }
            for (int index = 0; index < added.size(); index++) {
                shown.add(start + index, added.get(index));
                viewer.insert(viewer.getInput(), added.get(index), start + index);
                if (expanded.contains(added.get(index).symbol().getName())) {
                    viewer.setExpandedState(added.get(index), true);
                }
            }
        } finally {
            viewer.getTree().setRedraw(true);
        }
    }

    /** Gives an element the places of another that looks the same; false when it looks different. */
    private static boolean takesPlaces(OutlineNode old, OutlineNode other) {
        if (!looksLike(old.symbol(), other.symbol())) {
            return false;
        }
        takePlaces(old.symbol(), other.symbol());
        return true;
    }

    private static boolean looksLike(DocumentSymbol old, DocumentSymbol other) {
        if (!old.getName().equals(other.getName()) || old.getKind() != other.getKind()
                || !Objects.equals(old.getDetail(), other.getDetail()) || children(old).size() != children(other).size()) {
            return false;
        }
        for (int index = 0; index < children(old).size(); index++) {
            if (!looksLike(children(old).get(index), children(other).get(index))) {
                return false;
            }
        }
        return true;
    }

    private static void takePlaces(DocumentSymbol old, DocumentSymbol other) {
        old.setRange(other.getRange());
        old.setSelectionRange(other.getSelectionRange());
        for (int index = 0; index < children(old).size(); index++) {
            takePlaces(children(old).get(index), children(other).get(index));
        }
    }

    private static List<DocumentSymbol> children(DocumentSymbol symbol) {
        return symbol.getChildren() == null ? List.of() : symbol.getChildren();
    }
}
