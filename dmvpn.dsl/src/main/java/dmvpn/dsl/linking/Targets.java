package dmvpn.dsl.linking;

import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.PingAction;
import dmvpn.dsl.model.ScenarioDeclaration;
import dmvpn.dsl.model.TimedAction;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.ModelNames;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/** What a name means at a reference inside one element. */
final class Targets {

    private final ModelNames names;
    private final Element element;

    Targets(ModelNames names, Element element) {
        this.names = names;
        this.element = element;
    }

    Optional<? extends EObject> find(EObject source, EReference reference, String name) {
        Optional<Kind> kind = ReferenceKinds.kindOf(reference);
        return kind.isPresent() ? names.find(kind.get(), name) : findPing(name);
    }

    private Optional<PingAction> findPing(String name) {
        if (element instanceof ScenarioDeclaration scenario) {
            for (TimedAction timed : scenario.getActions()) {
                if (timed.getAction() instanceof PingAction ping && name.equals(ReferenceKinds.pingName(ping))) {
                    return Optional.of(ping);
                }
            }
        }
        return Optional.empty();
    }
}
