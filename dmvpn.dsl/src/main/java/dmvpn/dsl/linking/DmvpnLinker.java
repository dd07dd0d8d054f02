package dmvpn.dsl.linking;

import dmvpn.dsl.model.Endpoint;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.ScenarioDeclaration;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.diagnostics.IDiagnosticConsumer;
import org.eclipse.xtext.linking.ILinker;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * Links a whole model in one pass over its references, each by one look-up in a table of names.
 *
 * <p>It sets non-containment references and nothing else, and only where the target changed. What has no target stays
 * empty and is kept as {@link UnresolvedReferences} of the revision, for the validator to report.
 */
public class DmvpnLinker implements ILinker {

    @Override
    public void linkModel(EObject root, IDiagnosticConsumer diagnostics) {
        if (root instanceof Model model && root.eResource() instanceof DmvpnResource resource) {
            ModelNames names = resource.names();
            List<UnresolvedReference> unresolved = new ArrayList<>();
            for (Element element : model.getElements()) {
                linkTree(element, new Targets(names, element), unresolved);
            }
            resource.perRevision(UnresolvedReferences.class, parsed -> new UnresolvedReferences(unresolved));
        }
    }

    private static void linkTree(EObject object, Targets targets, List<UnresolvedReference> unresolved) {
        if (mayRefer(object)) {
            linkObject(object, targets, unresolved);
        }
        List<EObject> children = object.eContents();
        if (!children.isEmpty()) {
            for (EObject child : children) {
                linkTree(child, targets, unresolved);
            }
        }
    }

    private static boolean mayRefer(EObject object) {
        return !(object instanceof TransportDeclaration || object instanceof ScenarioDeclaration)
                && object.eClass().getEAllReferences().size() > object.eClass().getEAllContainments().size();
    }

    private static void linkObject(EObject object, Targets targets, List<UnresolvedReference> unresolved) {
        ICompositeNode node = NodeModelUtils.getNode(object);
        if (node == null) {
            return;
        }
        for (INode child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getGrammarElement() instanceof CrossReference crossReference) {
                link(object, ReferenceFeatures.featureOf(crossReference, object.eClass()), child, targets, unresolved);
            }
        }
    }

    private static void link(
            EObject source, EStructuralFeature feature, INode node, Targets targets, List<UnresolvedReference> unresolved) {
        if (!(feature instanceof EReference reference) || reference.isMany() || node.getLength() == 0) {
            return;
        }
        String name = Names.referenced(node);
        EObject target = targets.find(source, reference, name).orElse(null);
        if (source.eGet(reference, false) != target) {
            source.eSet(reference, target);
        }
        if (target == null && !isAddress(reference, name)) {
            unresolved.add(new UnresolvedReference(source, reference, name, node.getOffset(), node.getLength()));
        }
    }

    /** IPv6 text may start with a letter and then lexes as a name: {@code fd00::1} is an address, not a router. */
    private static boolean isAddress(EReference reference, String name) {
        return reference == ModelPackage.Literals.ENDPOINT__ROUTER && name.indexOf(':') >= 0;
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
