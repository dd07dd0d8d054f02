package dmvpn.dsl.linking;

import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.routing.RoutingPackage;
import dmvpn.dsl.scenario.FlowAction;
import dmvpn.dsl.scenario.PingAction;
import dmvpn.dsl.scenario.ScenarioAction;
import dmvpn.dsl.scenario.ScenarioPackage;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;

/** What kind of element a reference can mean. */
public final class ReferenceKinds {

    /** What expectations call a ping that has no name of its own. */
    public static final String UNNAMED_PING = "ping";

    private ReferenceKinds() {
    }

    /** The kind of a reference's targets; empty for references to a ping, which is no element of the model's list. */
    public static Optional<Kind> kindOf(EReference reference) {
        EClass type = reference.getEReferenceType();
        if (type == ModelPackage.Literals.TRANSPORT_DECLARATION) {
            return Optional.of(Kind.TRANSPORT);
        }
        if (type == ModelPackage.Literals.CRYPTO_DECLARATION) {
            return Optional.of(Kind.CRYPTO);
        }
        if (type == ModelPackage.Literals.CLOUD_DECLARATION) {
            return Optional.of(Kind.CLOUD);
        }
        if (type == RoutingPackage.Literals.POLICY_DECLARATION) {
            return Optional.of(Kind.POLICY);
        }
        if (type == ModelPackage.Literals.FRAGMENT_DECLARATION) {
            return Optional.of(Kind.FRAGMENT);
        }
        if (type == ModelPackage.Literals.ROUTER_DECLARATION || mayBeVariable(reference)) {
            return Optional.of(Kind.ROUTER);
        }
        return Optional.empty();
    }

    /** True for references that mean a router or the variable of a sweep. */
    public static boolean mayBeVariable(EReference reference) {
        return reference == ModelPackage.Literals.ROUTER_REFERENCE__ROUTER
                || reference == ScenarioPackage.Literals.ENDPOINT__ROUTER;
    }

    /** True for references that mean a router or a host. */
    public static boolean mayBeHost(EReference reference) {
        return reference == ScenarioPackage.Literals.ENDPOINT__ROUTER;
    }

    /** What expectations call a ping. */
    public static String pingName(PingAction ping) {
        return ping.getName() == null ? UNNAMED_PING : ping.getName();
    }

    /** What expectations call an action; null when they cannot speak of it. */
    public static String nameOf(ScenarioAction action) {
        return switch (action) {
            case PingAction ping -> pingName(ping);
            case FlowAction flow when flow.isTcp() -> flow.getName();
            case null, default -> null;
        };
    }

    /** True when a reference to a ping can mean an action: a ping, or where it says so a named flow over TCP. */
    public static boolean mayBeMeant(EReference reference, ScenarioAction action) {
        return nameOf(action) != null && reference.getEReferenceType().isInstance(action);
    }
}
