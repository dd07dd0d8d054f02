package dmvpn.dsl.linking;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;

/** Which feature a cross reference of the grammar fills. */
final class ReferenceFeatures {

    private ReferenceFeatures() {
    }

    static EStructuralFeature featureOf(CrossReference crossReference, EClass owner) {
        // The assignment is the direct container but for alternatives in brackets, which this grammar has not.
        Assignment assignment = crossReference.eContainer() instanceof Assignment direct
                ? direct
                : GrammarUtil.containingAssignment(crossReference);
        return assignment == null ? null : owner.getEStructuralFeature(assignment.getFeature());
    }
}
