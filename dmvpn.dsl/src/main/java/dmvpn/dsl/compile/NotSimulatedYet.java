package dmvpn.dsl.compile;

import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.scenario.ScenarioPackage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** What is compiled and exported while the simulation does not know it: each is reported where it stands. */
final class NotSimulatedYet {

    private static final Map<EClass, String> STATEMENTS = Map.of(
            ModelPackage.Literals.QUALITY_GROUP, "Groups are exported, not simulated yet: in a run nothing is shaped");

    private static final Map<EStructuralFeature, String> SETTINGS = Map.ofEntries(
            exported(ModelPackage.Literals.CLOUD_DECLARATION__LABELS, "mpls"),
            exported(ModelPackage.Literals.TUNNEL_SETTINGS__ICMP_REDIRECTS, "icmp-redirects"),
            exported(ModelPackage.Literals.TUNNEL_SETTINGS__KEEPALIVE, "keepalive"),
            exported(ModelPackage.Literals.TUNNEL_SETTINGS__CDP, "cdp"),
            exported(ModelPackage.Literals.JOIN_CLAUSE__ROUTE_VIA, "route-via"));

    /** The settings above by the classes that have them: most objects of a model have none. */
    private static final Map<EClass, List<EStructuralFeature>> SETTINGS_OF = settingsOf();

    private final CompileContext context;

    NotSimulatedYet(CompileContext context) {
        this.context = context;
    }

    private static Map.Entry<EStructuralFeature, String> exported(EStructuralFeature feature, String name) {
        return Map.entry(feature, name + " is exported, not simulated yet");
    }

    private static Map<EClass, List<EStructuralFeature>> settingsOf() {
        Map<EClass, List<EStructuralFeature>> settings = new HashMap<>();
        for (EClassifier classifier : ModelPackage.eINSTANCE.getEClassifiers()) {
            addSettings(classifier, settings);
        }
        return Map.copyOf(settings);
    }

    private static void addSettings(EClassifier classifier, Map<EClass, List<EStructuralFeature>> settings) {
        if (classifier instanceof EClass type) {
            List<EStructuralFeature> own = type.getEAllStructuralFeatures().stream().filter(SETTINGS::containsKey).toList();
            if (!own.isEmpty()) {
                settings.put(type, own);
            }
        }
    }

    /** Reports what is in an element. What an action changes has findings of its own: see {@link TunnelChangeCompiler}. */
    void checkTree(EObject object) {
        check(object);
        for (EObject child : object.eContents()) {
            if (child.eClass() != ScenarioPackage.Literals.CHANGE_ACTION) {
                checkTree(child);
            }
        }
    }

    private void check(EObject object) {
        String statement = STATEMENTS.get(object.eClass());
        if (statement != null) {
            context.report(TextRules.NOT_SIMULATED, statement, object, "");
        }
        for (EStructuralFeature feature : SETTINGS_OF.getOrDefault(object.eClass(), List.of())) {
            if (object.eIsSet(feature)) {
                context.report(TextRules.NOT_SIMULATED, SETTINGS.get(feature), object, feature, "");
            }
        }
    }
}
