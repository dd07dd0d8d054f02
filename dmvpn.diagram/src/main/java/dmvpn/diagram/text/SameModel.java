package dmvpn.diagram.text;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Compares two models of one file: all that they say, and the names of what they refer to. */
final class SameModel {

    private SameModel() {
    }

    /** Where two models differ; empty when they say the same. */
    static Optional<String> difference(EObject one, EObject other) {
        if (one.eClass() != other.eClass()) {
            return Optional.of(one.eClass().getName() + " instead of " + other.eClass().getName());
        }
        for (EAttribute attribute : one.eClass().getEAllAttributes()) {
            if (!Objects.equals(one.eGet(attribute), other.eGet(attribute))) {
                return Optional.of(attribute.getName() + " " + one.eGet(attribute) + " instead of " + other.eGet(attribute));
            }
        }
        for (EReference reference : one.eClass().getEAllReferences()) {
            Optional<String> difference = reference.isContainer() ? Optional.empty() : difference(one, other, reference);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> difference(EObject one, EObject other, EReference reference) {
        List<EObject> here = values(one, reference);
        List<EObject> there = values(other, reference);
        if (here.size() != there.size()) {
            return Optional.of(here.size() + " " + reference.getName() + " instead of " + there.size());
        }
        for (int index = 0; index < here.size(); index++) {
            EObject left = here.get(index);
            EObject right = there.get(index);
            if (!reference.isContainment()) {
                if (left.eClass() != right.eClass() || !Objects.equals(name(left), name(right))) {
                    return Optional.of(reference.getName() + " " + name(left) + " instead of " + name(right));
                }
                continue;
            }
            Optional<String> difference = difference(left, right);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private static List<EObject> values(EObject object, EReference reference) {
        Object value = object.eGet(reference);
        return value == null ? List.of() : reference.isMany() ? (List<EObject>) value : List.of((EObject) value);
    }

    private static Object name(EObject target) {
        EStructuralFeature name = target.eClass().getEStructuralFeature("name");
        return name == null ? null : target.eGet(name);
    }
}
