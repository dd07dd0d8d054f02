package dmvpn.diagram.sirius;

import dmvpn.dsl.model.RouterDeclaration;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Access to the views of Sirius by the names of their features. */
final class Views {

    /** Only diagrams have it. */
    static final String ACTIVATED_LAYERS = "activatedLayers";

    private static final String TARGET = "target";
    private static final String SOURCE_NODE = "sourceNode";

    private Views() {
    }

    /** The value of a feature; null when the object has no such feature. */
    static Object get(EObject object, String feature) {
        EStructuralFeature found = object == null ? null : object.eClass().getEStructuralFeature(feature);
        return found == null ? null : object.eGet(found);
    }

    /** The router that something is drawn at: that a line starts at, or that a node is in; empty for a node of its own. */
    static Optional<RouterDeclaration> routerAt(EObject view) {
        EObject at = get(view, SOURCE_NODE) instanceof EObject source ? source : view;
        while (at != null && !isDiagram(at)) {
            if (get(at, TARGET) instanceof RouterDeclaration router) {
                return Optional.of(router);
            }
            at = at.eContainer();
        }
        return Optional.empty();
    }

    /** A whole diagram may be that of a router, and shows others too. */
    private static boolean isDiagram(EObject view) {
        return view.eClass().getEStructuralFeature(ACTIVATED_LAYERS) != null;
    }
}
