package dmvpn.diagram.sirius;

import dmvpn.dsl.model.RouterBody;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;

/** Where clauses are written. */
final class Clauses {

    private Clauses() {
    }

    /** The router or fragment that an element is, or is written in. */
    static Optional<RouterBody> body(EObject element) {
        for (EObject at = element; at != null; at = at.eContainer()) {
            if (at instanceof RouterBody body) {
                return Optional.of(body);
            }
        }
        return Optional.empty();
    }
}
