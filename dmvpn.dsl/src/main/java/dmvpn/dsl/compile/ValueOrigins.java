package dmvpn.dsl.compile;

import dmvpn.dsl.origins.Origins;
import dmvpn.network.origin.Origin;
import java.util.IdentityHashMap;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Places of values in clauses that the members of a family share. A place is looked up once for each clause, since a
 * family may have thousands of members and is compiled at each keystroke; only what people call it differs.
 */
final class ValueOrigins {

    private final Origins origins;
    // Keyed by identity and used for look-ups only.
    private final Map<EObject, Map<EStructuralFeature, Origin>> places = new IdentityHashMap<>();

    ValueOrigins(Origins origins) {
        this.origins = origins;
    }

    /** Where the value of a feature is written; the whole clause when the feature is not. */
    Origin of(EObject clause, EStructuralFeature feature, String label) {
        return places.computeIfAbsent(clause, key -> new IdentityHashMap<>())
                .computeIfAbsent(feature, key -> origins.of(clause, feature, label)).labelled(label);
    }
}
