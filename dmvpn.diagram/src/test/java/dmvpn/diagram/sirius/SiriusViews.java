package dmvpn.diagram.sirius;

import java.util.Collection;
import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Objects with the features of Sirius's views that services look at. */
final class SiriusViews {

    private static final EPackage PACKAGE = EcoreFactory.eINSTANCE.createEPackage();
    private static final EClass LAYER = type("Layer");
    private static final EClass VIEW = type("DView");
    private static final EClass DIAGRAM = type("DDiagram");
    private static final EClass LINE = type("DEdge");

    static {
        EAttribute name = EcoreFactory.eINSTANCE.createEAttribute();
        name.setName("name");
        name.setEType(EcorePackage.Literals.ESTRING);
        LAYER.getEStructuralFeatures().add(name);
        reference(VIEW, "target", EcorePackage.Literals.EOBJECT, false, false);
        DIAGRAM.getESuperTypes().add(VIEW);
        LINE.getESuperTypes().add(VIEW);
        reference(VIEW, "children", VIEW, true, true);
        reference(DIAGRAM, "activatedLayers", LAYER, true, false);
        reference(LINE, "sourceNode", VIEW, false, false);
        reference(LINE, "targetNode", VIEW, false, false);
    }

    private SiriusViews() {
    }

    private static EClass type(String name) {
        EClass type = EcoreFactory.eINSTANCE.createEClass();
        type.setName(name);
        PACKAGE.getEClassifiers().add(type);
        return type;
    }

    private static void reference(EClass owner, String name, EClass type, boolean many, boolean containment) {
        EReference reference = EcoreFactory.eINSTANCE.createEReference();
        reference.setName(name);
        reference.setEType(type);
        reference.setUpperBound(many ? -1 : 1);
        reference.setContainment(containment);
        owner.getEStructuralFeatures().add(reference);
    }

    static EObject diagram(EObject target, Collection<String> layers) {
        EObject diagram = EcoreUtil.create(DIAGRAM);
        set(diagram, "target", target);
        for (String layer : layers) {
            EObject active = EcoreUtil.create(LAYER);
            set(active, "name", layer);
            list(diagram, "activatedLayers").add(active);
        }
        return diagram;
    }

    static EObject node(EObject target, EObject container) {
        EObject node = EcoreUtil.create(VIEW);
        set(node, "target", target);
        list(container, "children").add(node);
        return node;
    }

    static EObject line(EObject target, EObject source, EObject end) {
        EObject line = EcoreUtil.create(LINE);
        set(line, "target", target);
        set(line, "sourceNode", source);
        set(line, "targetNode", end);
        return line;
    }

    static EObject target(EObject view) {
        return (EObject) view.eGet(view.eClass().getEStructuralFeature("target"));
    }

    private static void set(EObject object, String feature, Object value) {
        object.eSet(object.eClass().getEStructuralFeature(feature), value);
    }

    @SuppressWarnings("unchecked")
    private static List<EObject> list(EObject object, String feature) {
        return (List<EObject>) object.eGet(object.eClass().getEStructuralFeature(feature));
    }
}
