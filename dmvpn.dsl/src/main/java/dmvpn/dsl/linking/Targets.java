package dmvpn.dsl.linking;

import dmvpn.dsl.model.Element;
import dmvpn.dsl.scenario.Repetition;
import dmvpn.dsl.scenario.ScenarioAction;
import dmvpn.dsl.scenario.ScenarioDeclaration;
import dmvpn.dsl.scenario.Sweep;
import dmvpn.dsl.scenario.SweepVariable;
import dmvpn.dsl.scenario.TimedAction;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/** What names inside one element mean that are known there alone. */
record Targets(Element element) {

    /**
     * The ping, or where one may be meant the flow over TCP, with that name: of the block in which the source stands, of the
     * scenario, or of another block; null for none.
     */
    ScenarioAction findPing(EObject source, EReference reference, String name) {
        if (!(element instanceof ScenarioDeclaration scenario)) {
            return null;
        }
        ScenarioAction found = null;
        for (EObject block = source.eContainer(); block != null; block = block.eContainer()) {
            if (block instanceof Repetition repetition) {
                found = findPing(repetition.getActions(), reference, name);
            }
        }
        found = found != null ? found : findPing(scenario.getActions(), reference, name);
        for (Repetition repetition : scenario.getRepetitions()) {
            found = found != null ? found : findPing(repetition.getActions(), reference, name);
        }
        return found;
    }

    private static ScenarioAction findPing(List<TimedAction> actions, EReference reference, String name) {
        for (TimedAction timed : actions) {
            if (ReferenceKinds.mayBeMeant(reference, timed.getAction())
                    && name.equals(ReferenceKinds.nameOf(timed.getAction()))) {
                return timed.getAction();
            }
        }
        return null;
    }

    /** The variable of that name in whose block the source stands, the innermost of several; null for none. */
    SweepVariable findVariable(EObject source, String name) {
        if (!(element instanceof ScenarioDeclaration)) {
            return null;
        }
        for (EObject block = source.eContainer(); block != null; block = block.eContainer()) {
            SweepVariable variable = switch (block) {
                case Repetition repetition -> variableOf(repetition.getSweep(), name);
                case ScenarioDeclaration scenario -> variableOf(scenario.getSweep(), name);
                default -> null;
            };
            if (variable != null) {
                return variable;
            }
        }
        return null;
    }

    private static SweepVariable variableOf(Sweep sweep, String name) {
        if (sweep != null) {
            for (SweepVariable variable : sweep.getVariables()) {
                if (name.equals(variable.getName())) {
                    return variable;
                }
            }
        }
        return null;
    }
}
