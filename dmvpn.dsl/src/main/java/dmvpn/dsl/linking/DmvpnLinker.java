package dmvpn.dsl.linking;

import dmvpn.dsl.model.Model;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.parts.ModelPart;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.scenario.Endpoint;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.diagnostics.IDiagnosticConsumer;
import org.eclipse.xtext.linking.ILinker;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * Links a whole model in one pass over its references, each by one look-up in a table of names. The references of a part
 * are found when its text is new; after an edit all are looked up, since their targets may be new.
 *
 * <p>It sets non-containment references and nothing else, and only where the target changed. What has no target stays
 * empty and is kept as {@link UnresolvedReferences} of the revision, for the validator to report.
 */
public class DmvpnLinker implements ILinker {

    @Override
    public void linkModel(EObject root, IDiagnosticConsumer diagnostics) {
        if (root instanceof Model && root.eResource() instanceof DmvpnResource resource) {
            ModelNames names = resource.names();
            List<UnresolvedReference> unresolved = new ArrayList<>();
            for (ModelPart part : resource.parts()) {
                List<WrittenReference> references = WrittenReference.of(part);
                if (!references.isEmpty()) {
                    Targets targets = new Targets(part.element().orElseThrow());
                    for (WrittenReference reference : references) {
                        reference.link(names, targets).ifPresent(unresolved::add);
                    }
                }
            }
            resource.perRevision(UnresolvedReferences.class, parsed -> new UnresolvedReferences(unresolved));
        }
    }

    /** The literal address of an endpoint, wherever the parser put it; null when the endpoint names a router. */
    public static String literalAddress(Endpoint endpoint) {
        if (endpoint.getAddress() != null || endpoint.getRouter() != null) {
            return endpoint.getAddress();
        }
        ICompositeNode node = NodeModelUtils.getNode(endpoint);
        String text = node == null ? "" : NodeModelUtils.getTokenText(node);
        return text.indexOf(':') >= 0 ? text : null;
    }
}
