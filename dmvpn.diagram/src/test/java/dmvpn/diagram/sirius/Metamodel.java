package dmvpn.diagram.sirius;

import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.routing.RoutingPackage;
import dmvpn.dsl.scenario.ScenarioPackage;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;

/** Classes of the language by the names that Sirius knows them by. */
final class Metamodel {

    private static final List<EPackage> PACKAGES =
            List.of(ModelPackage.eINSTANCE, RoutingPackage.eINSTANCE, ScenarioPackage.eINSTANCE);

    private Metamodel() {
    }

    /** The class of {@code package::Class}. */
    static Optional<EClass> find(String name) {
        String[] parts = name.split("::");
        return PACKAGES.stream().filter(each -> parts.length == 2 && each.getName().equals(parts[0]))
                .map(each -> each.getEClassifier(parts[1])).filter(EClass.class::isInstance).map(EClass.class::cast).findFirst();
    }

    static boolean isInstance(EObject element, String name) {
        return find(name).orElseThrow(() -> new AssertionError(name)).isInstance(element);
    }
}
