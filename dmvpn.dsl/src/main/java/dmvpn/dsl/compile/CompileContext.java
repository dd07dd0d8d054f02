package dmvpn.dsl.compile;

import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.origins.Origins;
import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * What all parts of one compilation share. It stays the same for all revisions of a model, since what was compiled for an
 * earlier one may still be asked.
 */
final class CompileContext {

    private ModelNames names;
    private Origins origins;
    /** Those that remember where a family's text is, too. */
    private Origins familyOrigins;
    private boolean inFamily;
    private List<Finding> findings = new ArrayList<>();

    /** Turns to another revision. */
    void begin(ModelNames newNames, Origins newOrigins) {
        names = newNames;
        origins = newOrigins.remembering(CompileContext::isShared);
        familyOrigins = origins.rememberingAlso(element -> true);
    }

    /** True for what is said outside of routers, and holds for many of them. */
    private static boolean isShared(EObject element) {
        EObject current = element;
        while (current != null && !(current instanceof RouterDeclaration)) {
            current = current.eContainer();
        }
        return current == null;
    }

    /** A context of its own for members of families that are compiled later, when this one may be at another revision. */
    CompileContext forMembersOnDemand() {
        CompileContext later = new CompileContext();
        later.names = names;
        later.origins = familyOrigins;
        later.familyOrigins = familyOrigins;
        return later;
    }

    /** Says whether what follows is about the members of a family, whose places are asked for again and again. */
    void enterFamily(boolean family) {
        inFamily = family;
    }

    /** Names of the model. */
    ModelNames names() {
        return names;
    }

    /** Places of its elements. */
    Origins origins() {
        return inFamily ? familyOrigins : origins;
    }

    /** The problems that some work reports, in the order in which it meets them. */
    List<Finding> findingsOf(Runnable work) {
        List<Finding> outer = findings;
        List<Finding> own = new ArrayList<>(0);
        findings = own;
        try {
            work.run();
        } finally {
            findings = outer;
        }
        return own.isEmpty() ? List.of() : own;
    }

    /** Reports a problem at the value of a feature. */
    void report(Rule rule, String message, EObject owner, EStructuralFeature feature, String label) {
        report(rule, message, origins.of(owner, feature, label));
    }

    /** Reports a problem at an element. */
    void report(Rule rule, String message, EObject owner, String label) {
        report(rule, message, origins.of(owner, label));
    }

    /** Reports a problem at a place. */
    void report(Rule rule, String message, Origin origin) {
        findings.add(new Finding(rule, message, origin));
    }
}
