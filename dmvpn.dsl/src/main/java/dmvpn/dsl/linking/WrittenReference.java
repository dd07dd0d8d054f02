package dmvpn.dsl.linking;

import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.parts.Assignments;
import dmvpn.dsl.parts.ModelPart;
import dmvpn.dsl.scenario.ScenarioPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.nodemodel.INode;

/** A reference as it is written: found once for each text of a part, and set whenever what its name means has changed. */
final class WrittenReference {

    private final EObject source;
    private final EReference reference;
    /** Null for a reference to a ping, which is no element of the model's list. */
    private final Kind kind;
    private final String name;
    private final INode node;
    private EObject target;
    /** What was written before for the same feature, null for nothing: who says something twice means the last one that there is. */
    private WrittenReference earlier;
    /** True when it is written again behind this one. */
    private boolean repeated;

    private WrittenReference(EObject source, EReference reference, String name, INode node) {
        this.source = source;
        this.reference = reference;
        this.kind = ReferenceKinds.kindOf(reference).orElse(null);
        this.name = name;
        this.node = node;
    }

    /** The references of a part in the order of its text. */
    static List<WrittenReference> of(ModelPart part) {
        return part.keep(WrittenReference.class, WrittenReference::find).references;
    }

    private record Found(List<WrittenReference> references) {
    }

    private static Found find(ModelPart part) {
        List<Assignments.Reference> written = Assignments.of(part).references();
        List<WrittenReference> found = new ArrayList<>(written.size());
        for (Assignments.Reference each : written) {
            found.add(new WrittenReference(each.source(), each.reference(), Names.referenced(each.node()), each.node()));
        }
        if (!Assignments.of(part).repetitions().isEmpty()) {
            found.forEach(reference -> reference.follow(found));
        }
        return new Found(found);
    }

    private void follow(List<WrittenReference> all) {
        for (WrittenReference other : all) {
            if (other == this) {
                return;
            }
            if (other.source == source && other.reference == reference) {
                earlier = other;
                other.repeated = true;
            }
        }
    }

    /** What the reference means now, null for nothing. */
    EObject target() {
        return target;
    }

    /** Sets the reference to what its name means; answers it when it means nothing. */
    Optional<UnresolvedReference> link(ModelNames names, Targets targets) {
        EObject meant = kind == null ? targets.findPing(source, reference, name) : target(names, targets);
        boolean changed = target != meant;
        target = meant;
        if (earlier != null && !repeated) {
            settle();
        } else if (changed && !repeated) {
            source.eSet(reference, meant);
        }
        return target == null && !isAddress()
                ? Optional.of(unresolved())
                : Optional.empty();
    }

    private void settle() {
        EObject last = null;
        for (WrittenReference each = this; each != null && last == null; each = each.earlier) {
            last = each.target;
        }
        if (source.eGet(reference, false) != last) {
            source.eSet(reference, last);
        }
    }

    /** The same as a reference whose name means nothing. */
    UnresolvedReference unresolved() {
        return new UnresolvedReference(source, reference, name, node);
    }

    private EObject target(ModelNames names, Targets targets) {
        EObject variable = ReferenceKinds.mayBeVariable(reference) ? targets.findVariable(source, name) : null;
        EObject element = variable != null ? variable : names.target(kind, name);
        // An endpoint is a router or a host; a router of that name comes first.
        return element == null && ReferenceKinds.mayBeHost(reference) ? names.target(Kind.HOST, name) : element;
    }

    /** IPv6 text may start with a letter and then lexes as a name: {@code fd00::1} is an address, not a router. */
    private boolean isAddress() {
        return reference == ScenarioPackage.Literals.ENDPOINT__ROUTER && name.indexOf(':') >= 0;
    }
}
