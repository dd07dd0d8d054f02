package dmvpn.dsl.linking;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/**
 * A reference whose name means nothing.
 *
 * @param source object that refers
 * @param reference what it refers by
 * @param name the name, unescaped
 * @param offset characters before the name
 * @param length characters of the name as written
 */
public record UnresolvedReference(EObject source, EReference reference, String name, int offset, int length) {
}
