package dmvpn.dsl.serializer;

import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.scenario.ScenarioPackage;
import org.eclipse.emf.ecore.EClass;

/** Classes whose objects can stand where a reference wants something that is not there. */
final class StandIns {

    private StandIns() {
    }

    /** A class with a name whose objects fit; a hub where any router, or any element at all, may be; a ping where a flow may be. */
    static EClass classFor(EClass wanted) {
        if (wanted == ScenarioPackage.Literals.SCENARIO_ACTION) {
            return ScenarioPackage.Literals.PING_ACTION;
        }
        boolean any = wanted.isAbstract() || wanted.getEStructuralFeature("name") == null;
        return any ? ModelPackage.Literals.HUB_DECLARATION : wanted;
    }
}
