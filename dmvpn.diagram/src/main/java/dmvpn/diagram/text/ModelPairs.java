package dmvpn.diagram.text;

import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.RouterDeclaration;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;

/**
 * Which object of a model that is edited was which object of the text: two readings of one text have the same objects in
 * the same order, and the pairs are taken before the first of them changes.
 */
public final class ModelPairs {

    private final Map<EObject, EObject> before = new IdentityHashMap<>();
    private final Map<EObject, EObject> after = new IdentityHashMap<>();

    private ModelPairs() {
    }

    /**
     * Takes the pairs.
     *
     * @param asWritten stays as it is
     * @param edited will change
     */
    public static ModelPairs of(Model asWritten, Model edited) {
        ModelPairs pairs = new ModelPairs();
        pairs.add(asWritten, edited);
        Iterator<EObject> other = edited.eAllContents();
        asWritten.eAllContents().forEachRemaining(object -> pairs.add(object, other.next()));
        return pairs;
    }

    private void add(EObject written, EObject edited) {
        before.put(edited, written);
        after.put(written, edited);
    }

    /** What an object was; empty for a new one. A router of another kind than before is the same router. */
    Optional<EObject> before(EObject edited) {
        EObject known = before.get(edited);
        if (known == null && edited instanceof RouterDeclaration router && router.eContainer() instanceof Model) {
            known = sameRouter(router);
        }
        return Optional.ofNullable(known);
    }

    private EObject sameRouter(RouterDeclaration router) {
        for (EObject child : router.eContents()) {
            EObject written = before.get(child);
            if (written != null && written.eContainer() instanceof RouterDeclaration was && isGone(was)) {
                return was;
            }
        }
        for (Map.Entry<EObject, EObject> pair : after.entrySet()) {
            if (pair.getKey() instanceof RouterDeclaration was && isGone(was) && Objects.equals(was.getName(), router.getName())
                    && List.copyOf(was.getMembers()).equals(List.copyOf(router.getMembers()))) {
                return was;
            }
        }
        return null;
    }

    private boolean isGone(EObject written) {
        return after.get(written).eContainer() == null;
    }
}
