package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.CompiledNetwork;
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
        int end = document.text().length();
        return document.text().substring(Math.min(offset, end), Math.min(offset + length, end));
    }

    /** The innermost element of a type around the place. */
    public <T extends EObject> Optional<T> element(Class<T> type) {
        ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(document.resource().getParseResult().getRootNode(), offset);
        return Optional.ofNullable(leaf)
                .map(NodeModelUtils::findActualSemanticObjectFor)
                .map(element -> EcoreUtil2.getContainerOfType(element, type));
    }

    /** What the model means. */
    public CompiledNetwork network() {
        return Analysis.of(document.resource()).network();
    }

    /** True for an element of this document: a mend changes no other. */
    public boolean isHere(EObject element) {
        return element != null && element.eResource() == document.resource();
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
}
