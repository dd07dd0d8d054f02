package dmvpn.dsl.serializer;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.RouterBody;
import dmvpn.dsl.routing.PolicyDeclaration;
import dmvpn.dsl.scenario.Repetition;
import dmvpn.dsl.scenario.ScenarioDeclaration;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/** Lists whose clauses stand in a block in any number, without anything between them: one can be cut out or put in. */
final class BlockLists {

    private static final List<Class<? extends EObject>> BLOCKS = List.of(Model.class, RouterBody.class, CryptoDeclaration.class,
            CloudDeclaration.class, PolicyDeclaration.class, ScenarioDeclaration.class, Repetition.class);

    private BlockLists() {
    }

    /** True for a list of a block's clauses. */
    static boolean isClause(EReference list, EObject owner) {
        return list.isMany() && BLOCKS.stream().anyMatch(block -> block.isInstance(owner));
    }

    /** The children of a feature, none, one or many. */
    @SuppressWarnings("unchecked")
    static List<EObject> values(EObject owner, EReference containment) {
        Object value = owner.eGet(containment);
        return value == null ? List.of() : containment.isMany() ? (List<EObject>) value : List.of((EObject) value);
    }

    /** True when every list that has changed is one of a block's clauses. */
    static boolean canBeKept(EObject now, EObject before, BiFunction<EObject, EReference, List<Object>> placesNow,
            BiFunction<EObject, EReference, List<Object>> placesBefore) {
        return now.eClass().getEAllContainments().stream().allMatch(list -> isClause(list, now)
                || placesNow.apply(now, list).equals(placesBefore.apply(before, list)));
    }
}
