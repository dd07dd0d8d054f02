package dmvpn.dsl.validation;

import dmvpn.dsl.linking.ReferenceKinds;
import dmvpn.dsl.linking.UnresolvedReference;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.origins.Origins;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.words.Similar;
import dmvpn.network.rules.Finding;
import java.util.List;
import java.util.Optional;

/** References to nothing as findings. */
final class LinkFindings {

    private LinkFindings() {
    }

    static List<Finding> of(List<UnresolvedReference> unresolved, ModelNames names, Origins origins) {
        return unresolved.stream()
                .map(reference -> new Finding(TextRules.LINK, message(reference, names),
                        origins.range(reference.offset(), reference.length(), "")))
                .toList();
    }

    private static String message(UnresolvedReference reference, ModelNames names) {
        Optional<Kind> kind = ReferenceKinds.kindOf(reference.reference());
        if (kind.isEmpty()) {
            return "No ping of this scenario is called '" + reference.name() + "'";
        }
        List<String> known = names.all(kind.get()).stream().map(element -> element.getName()).toList();
        String what = kind.get() == Kind.ROUTER ? "hub or spoke" : kind.get().label();
        return "No " + what + " is called '" + reference.name() + "'" + Similar.question(reference.name(), known);
    }
}
