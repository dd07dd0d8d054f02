package dmvpn.dsl.scoping;

import dmvpn.dsl.linking.ReferenceKinds;

import dmvpn.dsl.model.HubDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.scenario.Repetition;
import dmvpn.dsl.scenario.ScenarioDeclaration;
import dmvpn.dsl.scenario.Sweep;
import dmvpn.dsl.scenario.TimedAction;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.scenario.ScenarioPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.EObjectDescription;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.scoping.impl.SimpleScope;

/**
 * Offers what is legal at a reference: hubs where a next-hop server is named, the transports of the router where a
 * tunnel's uplink is. Linking does not ask here; it has a table of its own, so that a reference to the wrong element
 * is linked and explained rather than unknown.
 *
 * <p>Scopes show the model as it is now, programmatic changes included.
 */
public class DmvpnScopes implements IScopeProvider {

    @Override
    public IScope getScope(EObject context, EReference reference) {
        if (!(EcoreUtil.getRootContainer(context) instanceof Model model)) {
            return IScope.NULLSCOPE;
        }
        Optional<Kind> kind = ReferenceKinds.kindOf(reference);
        List<IEObjectDescription> descriptions = new ArrayList<>();
        if (kind.isEmpty()) {
            addPings(context, reference, descriptions);
        } else {
            if (ReferenceKinds.mayBeVariable(reference)) {
                addVariables(context, descriptions);
            }
            for (NamedElement element : names(model).all(kind.get())) {
                if (isLegal(context, reference, element)) {
                    add(element.getName(), element, descriptions);
                }
            }
        }
        if (ReferenceKinds.mayBeHost(reference)) {
            names(model).all(Kind.HOST).forEach(host -> add(host.getName(), host, descriptions));
        }
        return new SimpleScope(descriptions);
    }

    /** The names of the model as it is now, and those of the files that it imports. */
    private static ModelNames names(Model model) {
        return model.eResource() instanceof DmvpnResource resource
                ? ModelNames.of(resource.withImports().stream().map(DmvpnResource::model).toList()) : ModelNames.of(model);
    }

    private static boolean isLegal(EObject context, EReference reference, NamedElement element) {
        if (reference == ModelPackage.Literals.SERVER_CLAUSE__ROUTER
                || reference == ModelPackage.Literals.ROUTER_REFERENCE__ROUTER && isServerOfPredicate(context)) {
            return element instanceof HubDeclaration
                    && element != EcoreUtil2.getContainerOfType(context, RouterDeclaration.class);
        }
        if (reference == ModelPackage.Literals.JOIN_CLAUSE__TRANSPORT && context instanceof JoinClause) {
            RouterDeclaration router = EcoreUtil2.getContainerOfType(context, RouterDeclaration.class);
            // The wan may be in a fragment that the router uses.
            return router == null || !router.getUses().isEmpty()
                    || router.getWans().stream().anyMatch(wan -> wan.getTransport() == element);
        }
        return true;
    }

    private static boolean isServerOfPredicate(EObject context) {
        return context.eContainmentFeature() == ScenarioPackage.Literals.NEXT_HOP_SERVER_PREDICATE__SERVER;
    }

    private static void addPings(EObject context, EReference reference, List<IEObjectDescription> descriptions) {
        ScenarioDeclaration scenario = EcoreUtil2.getContainerOfType(context, ScenarioDeclaration.class);
        if (scenario != null) {
            addPings(scenario.getActions(), reference, descriptions);
            scenario.getRepetitions().forEach(repetition -> addPings(repetition.getActions(), reference, descriptions));
        }
    }

    private static void addPings(List<TimedAction> actions, EReference reference, List<IEObjectDescription> descriptions) {
        for (TimedAction timed : actions) {
            if (ReferenceKinds.mayBeMeant(reference, timed.getAction())) {
                add(ReferenceKinds.nameOf(timed.getAction()), timed.getAction(), descriptions);
            }
        }
    }

    /** The variables of the sweeps around a place, those of the innermost first. */
    private static void addVariables(EObject context, List<IEObjectDescription> descriptions) {
        for (EObject block = context; block != null; block = block.eContainer()) {
            Sweep sweep = switch (block) {
                case Repetition repetition -> repetition.getSweep();
                case ScenarioDeclaration scenario -> scenario.getSweep();
                default -> null;
            };
            if (sweep != null) {
                sweep.getVariables().stream().filter(variable -> variable.getName() != null)
                        .forEach(variable -> add(variable.getName(), variable, descriptions));
            }
        }
    }

    private static void add(String name, EObject element, List<IEObjectDescription> descriptions) {
        descriptions.add(EObjectDescription.create(QualifiedName.create(name), element));
    }
}
