package dmvpn.dsl.compile;

import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.routing.RoutingPackage;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.scenario.ScenarioPackage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
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

    /** Where each class contains such an object, at whatever depth: most of a model need not be looked at. */
    private static final Map<EClass, List<EReference>> WAYS_OF = waysOf();

    private final CompileContext context;

    NotSimulatedYet(CompileContext context) {
        this.context = context;
    }

    private static Map.Entry<EStructuralFeature, String> exported(EStructuralFeature feature, String name) {
        return Map.entry(feature, name + " is exported, not simulated yet");
    }

    private static List<EClass> classes() {
        return Stream.of(ModelPackage.eINSTANCE, RoutingPackage.eINSTANCE, ScenarioPackage.eINSTANCE)
                .flatMap(part -> part.getEClassifiers().stream())
                .flatMap(classifier -> classifier instanceof EClass type ? Stream.of(type) : Stream.empty()).toList();
    }

    private static Map<EClass, List<EStructuralFeature>> settingsOf() {
        Map<EClass, List<EStructuralFeature>> settings = new HashMap<>();
        for (EClass type : classes()) {
            List<EStructuralFeature> own = type.getEAllStructuralFeatures().stream().filter(SETTINGS::containsKey).toList();
            if (!own.isEmpty()) {
                settings.put(type, own);
            }
        }
        return Map.copyOf(settings);
    }

    private static Map<EClass, List<EReference>> waysOf() {
        List<EClass> classes = classes();
        Set<EClass> lead = new HashSet<>(STATEMENTS.keySet());
        lead.addAll(SETTINGS_OF.keySet());
        boolean grew = true;
        while (grew) {
            grew = lead.addAll(classes.stream().filter(type -> !ways(type, lead).isEmpty()).toList());
        }
        Map<EClass, List<EReference>> ways = new HashMap<>();
        classes.forEach(type -> ways.put(type, ways(type, lead)));
        return Map.copyOf(ways);
    }

    /** The features of a class that may contain one of some classes. What an action changes has findings of its own. */
    private static List<EReference> ways(EClass type, Set<EClass> wanted) {
        return type.getEAllContainments().stream().filter(containment -> wanted.stream().anyMatch(
                each -> each != ScenarioPackage.Literals.CHANGE_ACTION && containment.getEReferenceType().isSuperTypeOf(each))).toList();
    }

    /** Reports what is in an element; for what an action changes, {@link TunnelChangeCompiler} does. */
    void checkTree(EObject object) {
        if (object.eClass() == ScenarioPackage.Literals.CHANGE_ACTION) {
            return;
        }
        check(object);
        for (EReference way : WAYS_OF.get(object.eClass())) {
            if (way.isMany()) {
                ((List<?>) object.eGet(way)).forEach(child -> checkTree((EObject) child));
            } else if (object.eGet(way) instanceof EObject child) {
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
