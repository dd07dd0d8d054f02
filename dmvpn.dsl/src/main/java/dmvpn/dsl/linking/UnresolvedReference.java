package dmvpn.dsl.linking;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.nodemodel.INode;

/**
 * A reference whose name means nothing.
 *
 * @param source object that refers
 * @param reference what it refers by
 * @param name the name, unescaped
 * @param node where the name is written
 */
public record UnresolvedReference(EObject source, EReference reference, String name, INode node) {

    /** Characters before the name. */
    public int offset() {
        return node.getOffset();
    }

    /** Characters of the name as written. */
    public int length() {
        return node.getLength();
    }
}
