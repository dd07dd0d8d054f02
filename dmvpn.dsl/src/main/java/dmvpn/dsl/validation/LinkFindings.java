package dmvpn.dsl.validation;

import dmvpn.dsl.linking.ReferenceKinds;
import dmvpn.dsl.linking.UnresolvedReference;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.origins.Origins;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.words.Shown;
import dmvpn.dsl.words.Similar;
import dmvpn.network.rules.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** References to nothing as findings. */
final class LinkFindings {

    /** Looking for the name that was meant costs a look at all names: not worth it for a file full of unknown ones. */
    private static final int MOST_QUESTIONS = 100;

    private record Unknown(Kind kind, String name) {
    }

    private final ModelNames names;
    private final Map<Unknown, String> questions = new HashMap<>();

    private LinkFindings(ModelNames names) {
        this.names = names;
    }

    static List<Finding> of(List<UnresolvedReference> unresolved, ModelNames names, Origins origins) {
        LinkFindings findings = new LinkFindings(names);
        return unresolved.stream()
                .map(reference -> new Finding(TextRules.LINK, findings.message(reference),
                        origins.range(reference.offset(), reference.length(), "")))
                .toList();
    }

    private String message(UnresolvedReference reference) {
        Optional<Kind> kind = ReferenceKinds.kindOf(reference.reference());
        if (kind.isEmpty()) {
            return "No ping of this scenario is called '" + Shown.of(reference.name()) + "'";
        }
        String what = ReferenceKinds.mayBeHost(reference.reference()) ? "router or host" : kind.get().label();
        return "No " + what + " is called '" + Shown.of(reference.name()) + "'" + question(new Unknown(kind.get(), reference.name()));
    }

    private String question(Unknown unknown) {
        if (questions.size() >= MOST_QUESTIONS) {
            return questions.getOrDefault(unknown, "");
        }
        return questions.computeIfAbsent(unknown, missing -> Similar.question(missing.name(),
                names.all(missing.kind()).stream().map(element -> element.getName()).toList()));
    }
}
