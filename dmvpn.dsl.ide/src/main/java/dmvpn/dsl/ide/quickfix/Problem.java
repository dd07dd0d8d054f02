package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.ide.document.ModelDocument;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * A problem at a place of a document.
 *
 * @param ruleId rule that is broken
 * @param document the document
 * @param offset characters before the place
 * @param length characters of the place
 */
public record Problem(String ruleId, ModelDocument document, int offset, int length) {

    /** The text of the place. */
    public String text() {
        return document.text().substring(offset, Math.min(offset + length, document.text().length()));
    }

    /** The innermost element of a type around the place, or inside it when the place is wider. */
    public <T extends EObject> Optional<T> element(Class<T> type) {
        ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(document.resource().getParseResult().getRootNode(), offset);
        return Optional.ofNullable(leaf)
                .map(NodeModelUtils::findActualSemanticObjectFor)
                .map(element -> EcoreUtil2.getContainerOfType(element, type));
    }

    /** Where a feature's value is written. */
    public static Optional<INode> written(EObject element, EStructuralFeature feature) {
        List<INode> nodes = NodeModelUtils.findNodesForFeature(element, feature);
        return nodes.isEmpty() ? Optional.empty() : Optional.of(nodes.get(nodes.size() - 1));
    }

    /** A mend that replaces what a feature's value is written as. */
    public static Optional<Mend> replace(String title, EObject element, EStructuralFeature feature, String text) {
        return written(element, feature).map(node -> new Mend(title, node.getOffset(), node.getLength(), text));
    }

    /** A mend that adds a line in front of the closing brace of an element's block. */
    public Optional<Mend> addToBlock(String title, EObject element, String line) {
        INode node = NodeModelUtils.findActualNodeFor(element);
        if (node == null || !node.getText().endsWith("}")) {
            return Optional.empty();
        }
        int brace = node.getEndOffset() - 1;
        int lineStart = document.text().lastIndexOf('\n', brace - 1) + 1;
        boolean braceAlone = document.text().substring(lineStart, brace).isBlank();
        return Optional.of(braceAlone
                ? new Mend(title, lineStart, 0, "  " + line + "\n")
                : new Mend(title, brace, 0, (document.text().charAt(brace - 1) == ' ' ? "" : " ") + line + " "));
    }
}
