package dmvpn.dsl.linking;

import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.PingAction;
import dmvpn.dsl.names.Kind;
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
        if (type == ModelPackage.Literals.ROUTER_DECLARATION) {
            return Optional.of(Kind.ROUTER);
        }
        return Optional.empty();
    }

    /** What expectations call a ping. */
    public static String pingName(PingAction ping) {
        return ping.getName() == null ? UNNAMED_PING : ping.getName();
    }
}
