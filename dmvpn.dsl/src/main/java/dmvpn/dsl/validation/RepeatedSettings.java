package dmvpn.dsl.validation;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.origins.Origins;
import dmvpn.dsl.parts.Assignments;
import dmvpn.dsl.parts.ModelPart;
import dmvpn.dsl.routing.RoutingClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.rules.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Settings that one element gives twice. */
final class RepeatedSettings {

    /** Lists in the model whose clauses people give once. */
    private static final Set<EStructuralFeature> ONCE = Set.of(CRYPTO_DECLARATION__AH,
            CRYPTO_DECLARATION__CERTIFICATES, CRYPTO_DECLARATION__DPD, CLOUD_DECLARATION__ROUTING,
            ROUTER_BODY__PLATFORMS, ROUTER_BODY__SITES);

    private RepeatedSettings() {
    }

    /** The findings of a part of a file: they depend on its text alone. */
    static List<Finding> of(ModelPart part, Origins origins) {
        List<Assignments.Repetition> repetitions = Assignments.of(part).repetitions();
        return repetitions.isEmpty() ? List.of() : part.keep(RepeatedSettings.class, text -> new Found(repetitions.stream()
                .filter(RepeatedSettings::isOneTooMany)
                .map(repetition -> new Finding(TextRules.SETTING_TWICE, "This is said twice here: the last one counts",
                        origins.of(repetition.node(), "")))
                .toList())).findings;
    }

    private record Found(List<Finding> findings) {
    }

    private static boolean isOneTooMany(Assignments.Repetition repetition) {
        EStructuralFeature feature = repetition.feature();
        if (feature == CLOUD_DECLARATION__ROUTING && repetition.node().getSemanticElement() instanceof RoutingClause routing) {
            return isRepeated(routing, ((CloudDeclaration) repetition.object()).getRouting());
        }
        return feature.isMany() ? ONCE.contains(feature)
                : !(feature instanceof EReference reference && reference.isContainment());
    }

    /** A cloud runs several protocols, and each of them once. */
    private static boolean isRepeated(RoutingClause routing, List<RoutingClause> all) {
        return all.stream().takeWhile(other -> other != routing).anyMatch(other -> processOf(other).equals(processOf(routing)));
    }

    private static List<String> processOf(RoutingClause routing) {
        return Arrays.asList(routing.getProtocol(), routing.getProcess(), routing.getVrf());
    }
}
