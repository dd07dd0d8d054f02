package dmvpn.diagram.edit;

import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.RouterDeclaration;
import java.util.List;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Makes a router one of another kind: another object with the same contents, at the same place, for the same references. */
final class RouterKinds {

    private final EditContext context;

    RouterKinds(EditContext context) {
        this.context = context;
    }

    /** Changes a router, or a family with its exceptions; gives what the router is now. */
    RouterDeclaration change(RouterDeclaration router, EClass kind) {
        List<RouterDeclaration> declarations = context.declarationsOf(router);
        declarations.forEach(context::own);
        RouterDeclaration changed = router;
        for (RouterDeclaration declaration : declarations) {
            RouterDeclaration now = replace(declaration, kind);
            changed = declaration == router ? now : changed;
        }
        return changed;
    }

    private RouterDeclaration replace(RouterDeclaration router, EClass kind) {
        RouterDeclaration replacement = (RouterDeclaration) kind.getEPackage().getEFactoryInstance().create(kind);
        EList<Element> elements = context.model().getElements();
        int index = elements.indexOf(router);
        for (EStructuralFeature feature : router.eClass().getEAllStructuralFeatures()) {
            moveValue(router, replacement, feature);
        }
        elements.set(index, replacement);
        redirectReferences(router, replacement);
        return replacement;
    }

    @SuppressWarnings("unchecked")
    private static void moveValue(EObject from, EObject to, EStructuralFeature feature) {
        if (feature.isMany()) {
            List<Object> values = List.copyOf((List<Object>) from.eGet(feature));
            ((List<Object>) to.eGet(feature)).addAll(values);
        } else if (from.eIsSet(feature)) {
            to.eSet(feature, from.eGet(feature));
        }
    }

    private void redirectReferences(RouterDeclaration old, RouterDeclaration now) {
        context.model().eAllContents().forEachRemaining(source -> {
            for (EReference reference : source.eClass().getEAllReferences()) {
                if (!reference.isContainment() && !reference.isContainer() && !reference.isMany()
                        && source.eGet(reference) == old) {
                    source.eSet(reference, now);
                }
            }
        });
    }
}
