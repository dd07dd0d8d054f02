package dmvpn.dsl.compile;

import dmvpn.dsl.model.Element;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.scenario.ScenarioPackage;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;

/**
 * Statements that the language reads and the compiler does not: each is reported where it stands, so that nobody takes
 * it for granted. Who compiles one takes it off these lists.
 */
final class NotCompiledYet {

    private static final Set<EClass> STATEMENTS = Set.of(ScenarioPackage.Literals.CHANGE_ACTION);

    private final CompileContext context;
    private final NotSimulatedYet notSimulated;

    NotCompiledYet(CompileContext context) {
        this.context = context;
        this.notSimulated = new NotSimulatedYet(context);
    }

    void check(List<Element> elements) {
        elements.forEach(this::checkTree);
    }

    private void checkTree(EObject object) {
        EClass type = object.eClass();
        notSimulated.check(object);
        if (STATEMENTS.contains(type)) {
            context.report(TextRules.NOT_SIMULATED, "This is read and has no effect yet", object, "");
            return;
        }
        for (EObject child : object.eContents()) {
            checkTree(child);
        }
    }
}
