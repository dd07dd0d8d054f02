package dmvpn.dsl.validation;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.origins.Origins;
import dmvpn.dsl.parts.ModelPart;
import dmvpn.dsl.routing.RoutingClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Settings that one element gives twice. */
final class RepeatedSettings {

    /** Lists in the model whose clauses people give once. */
    private static final Set<EStructuralFeature> ONCE = Set.of(CRYPTO_DECLARATION__AH,
            CRYPTO_DECLARATION__CERTIFICATES, CRYPTO_DECLARATION__DPD, CLOUD_DECLARATION__ROUTING,
            ROUTER_BODY__PLATFORMS, ROUTER_BODY__SITES);

    private final Origins origins;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();

    private RepeatedSettings(Origins origins) {
        this.origins = origins;
    }

    /** The findings of a part of a file: they depend on its text alone. */
    static List<Finding> of(ModelPart part, Origins origins) {
        return part.keep(RepeatedSettings.class, text -> text.element().map(element -> {
            RepeatedSettings settings = new RepeatedSettings(origins);
            settings.checkTree(element);
            return new Found(List.copyOf(settings.findings));
        }).orElse(new Found(List.of()))).findings;
    }

    private record Found(List<Finding> findings) {
    }

    private void checkTree(EObject element) {
        ICompositeNode node = NodeModelUtils.getNode(element);
        if (node != null) {
            seen.clear();
            checkChildren(element, node);
        }
        for (EObject child : element.eContents()) {
            checkTree(child);
        }
    }

    private void checkChildren(EObject element, ICompositeNode parent) {
        for (INode child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getGrammarElement() instanceof AbstractElement grammarElement) {
                if (grammarElement.eContainer() instanceof Assignment assignment) {
                    checkAssigned(element, assignment.getFeature(), child);
                } else if (child instanceof ICompositeNode fragment && !fragment.hasDirectSemanticElement()) {
                    checkChildren(element, fragment);
                }
            }
        }
    }

    private void checkAssigned(EObject element, String featureName, INode node) {
        EStructuralFeature feature = element.eClass().getEStructuralFeature(featureName);
        if (feature == null || feature.isMany() && !ONCE.contains(feature)
                || feature instanceof EReference reference && !reference.isMany() && reference.isContainment()) {
            return;
        }
        String said = node.getSemanticElement() instanceof RoutingClause routing && feature == CLOUD_DECLARATION__ROUTING
                ? processOf(routing) : featureName;
        if (seen.contains(said)) {
            findings.add(new Finding(TextRules.SETTING_TWICE, "This is said twice here: the last one counts", origins.of(node, "")));
        } else {
            seen.add(said);
        }
    }

    /** A cloud runs several protocols, and each of them once. */
    private static String processOf(RoutingClause routing) {
        return "routing " + routing.getProtocol() + " " + routing.getProcess() + " " + routing.getVrf();
    }
}
