package dmvpn.diagram.notation;

import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Severity;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The problems that rules find in a model, at the nodes and lines that they are about. */
public final class ProblemDecorations {

    private ProblemDecorations() {
    }

    /**
     * The problems by the identifiers of what is drawn: each at the clause that it is about, and at the node whose clause
     * that is. Remarks are left out: they are no problems.
     *
     * @param drawn what is drawn of the resource's model
     */
    public static Map<String, List<ProblemMark>> of(DrawnModel drawn, DmvpnResource resource) {
        Map<EObject, List<String>> ids = new IdentityHashMap<>();
        drawn.elements().forEach((id, element) -> ids.computeIfAbsent(element, each -> new ArrayList<>()).add(id));
        Map<String, List<ProblemMark>> problems = new LinkedHashMap<>();
        for (Finding finding : Analysis.of(resource).findingsIn(resource)) {
            if (finding.severity() == Severity.INFO) {
                continue;
            }
            ProblemMark mark = new ProblemMark(finding.rule().id(), finding.isError(), finding.message(),
                    finding.origin().offset(), finding.origin().length());
            for (EObject at = element(resource, mark.offset()).orElse(null); at != null; at = at.eContainer()) {
                ids.getOrDefault(at, List.of()).forEach(id -> problems.computeIfAbsent(id, each -> new ArrayList<>()).add(mark));
            }
        }
        return problems;
    }

    private static Optional<EObject> element(DmvpnResource resource, int offset) {
        return Optional.ofNullable(NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), offset))
                .map(NodeModelUtils::findActualSemanticObjectFor);
    }
}
