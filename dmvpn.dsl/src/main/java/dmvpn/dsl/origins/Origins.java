package dmvpn.dsl.origins;

import dmvpn.network.origin.Origin;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Makes origins for the elements of one file. */
public final class Origins {

    private final String file;
    private final LineIndex lines;

    /**
     * @param file the file as people know it
     * @param text its text
     */
    public Origins(String file, String text) {
        this.file = file;
        this.lines = new LineIndex(text);
    }

    /** Where an element is written, without surrounding blanks and comments. */
    public Origin of(EObject element, String label) {
        INode node = NodeModelUtils.getNode(element);
        return node == null ? Origin.of(file, 1, 1, 0, 0, label) : of(node, label);
    }

    /** Where the first value of a feature is written; the whole element when the feature is not. */
    public Origin of(EObject element, EStructuralFeature feature, String label) {
        return of(element, feature, 0, label);
    }

    /** Where one value of a feature is written; the whole element when the feature is not. */
    public Origin of(EObject element, EStructuralFeature feature, int index, String label) {
        List<INode> nodes = NodeModelUtils.findNodesForFeature(element, feature);
        return index < nodes.size() ? of(nodes.get(index), label) : of(element, label);
    }

    /** Where the keyword that starts an element is written, and what follows it on its line: for short markers. */
    public Origin ofHeader(EObject element, String label) {
        ICompositeNode node = NodeModelUtils.getNode(element);
        if (node == null) {
            return of(element, label);
        }
        int open = node.getText().indexOf('{');
        int end = open < 0 ? node.getTotalEndOffset() : node.getTotalOffset() + open;
        int start = node.getOffset();
        return range(start, Math.max(0, trimmedEnd(node, end) - start), label);
    }

    private static int trimmedEnd(ICompositeNode node, int end) {
        String text = node.getText();
        int position = end - node.getTotalOffset();
        while (position > 0 && Character.isWhitespace(text.charAt(position - 1))) {
            position--;
        }
        return node.getTotalOffset() + position;
    }

    /** The place of a node. */
    public Origin of(INode node, String label) {
        return range(node.getOffset(), node.getLength(), label);
    }

    /** A range of the text. */
    public Origin range(int offset, int length, String label) {
        return Origin.of(file, lines.line(offset), lines.column(offset), offset, length, label);
    }
}
