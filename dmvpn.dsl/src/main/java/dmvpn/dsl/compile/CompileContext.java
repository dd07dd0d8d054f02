package dmvpn.dsl.compile;

import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.origins.Origins;
import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Rule;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * What all parts of one compilation share.
 *
 * @param names names of the model
 * @param origins places of its elements
 * @param findings where problems go
 */
record CompileContext(ModelNames names, Origins origins, FindingCollector findings) {

    /** Reports a problem at the value of a feature. */
    void report(Rule rule, String message, EObject owner, EStructuralFeature feature, String label) {
        findings.report(rule, message, origins.of(owner, feature, label));
    }

    /** Reports a problem at an element. */
    void report(Rule rule, String message, EObject owner, String label) {
        findings.report(rule, message, origins.of(owner, label));
    }

    /** Reports a problem at a place. */
    void report(Rule rule, String message, Origin origin) {
        findings.report(rule, message, origin);
    }
}
