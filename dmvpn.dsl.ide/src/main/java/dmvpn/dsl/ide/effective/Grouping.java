package dmvpn.dsl.ide.effective;

import dmvpn.network.device.DeviceRole;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Settings that are said for hubs or for spokes alone, as in {@code priority hubs 10}. */
final class Grouping {

    private static final List<String> GROUP_FEATURES = List.of("by", "from", "of");

    private Grouping() {
    }

    /** True when what is written is for the router of a record: some clause names its group, or none. */
    static boolean concerns(Object written, Reading<?> reading) {
        if (!(written instanceof List<?> clauses) || clauses.isEmpty() || !(clauses.getFirst() instanceof EObject)) {
            return true;
        }
        return reading.device().isEmpty() || clauses.stream()
                .anyMatch(clause -> concerns((EObject) clause, reading.device().get().role()));
    }

    private static boolean concerns(EObject clause, DeviceRole role) {
        for (String name : GROUP_FEATURES) {
            EStructuralFeature group = clause.eClass().getEStructuralFeature(name);
            if (group != null && clause.eGet(group) instanceof String named) {
                return named.equals(role == DeviceRole.HUB ? "hubs" : "spokes");
            }
        }
        return true;
    }
}
