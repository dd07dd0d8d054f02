package dmvpn.dsl.parts;

import dmvpn.dsl.linking.UnresolvedReferences;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

/** Everything that is known of a text, written down, so that two ways to it can be compared. */
final class Described {

    private final StringBuilder out = new StringBuilder();

    private Described() {
    }

    /** Nodes, model, links, errors, findings and the compiled network with all its origins. */
    static String all(DmvpnResource resource) {
        Described described = new Described();
        described.nodes(resource.getParseResult().getRootNode(), 0);
        described.model(resource.model(), 0);
        described.out.append("syntax errors ").append(resource.getParseResult().hasSyntaxErrors()).append('\n');
        resource.getParseResult().getSyntaxErrors().forEach(error -> described.out.append("error at ").append(error.getTotalOffset()).append('\n'));
        resource.getErrors().forEach(error -> described.out.append("diagnostic ").append(error.getLine()).append(' ').append(error.getMessage()).append('\n'));
        UnresolvedReferences.of(resource).all().forEach(reference -> described.out.append("unresolved ").append(reference.name()).append(" at ")
                .append(reference.offset()).append('+').append(reference.length()).append('\n'));
        Analysis analysis = Analysis.of(resource);
        for (Finding finding : analysis.findings()) {
            described.out.append(finding.rule().id()).append(' ').append(finding.message());
            described.origin(finding.origin());
        }
        described.value(analysis.network(), 0);
        return described.out.toString();
    }

    private void nodes(INode node, int depth) {
        out.repeat(' ', depth).append(node instanceof ICompositeNode ? "node " : ((ILeafNode) node).isHidden() ? "hidden " : "leaf ")
                .append(node.getTotalOffset()).append('+').append(node.getTotalLength()).append(' ').append(node.getOffset()).append('+').append(node.getLength())
                .append(" line ").append(node.getStartLine())
                .append(' ').append(node.getGrammarElement() == null ? "none" : System.identityHashCode(node.getGrammarElement()));
        if (node.hasDirectSemanticElement()) {
            out.append(" is ").append(node.getSemanticElement().eClass().getName());
        }
        if (node.getSyntaxErrorMessage() != null) {
            out.append(" ERROR ").append(node.getSyntaxErrorMessage().getMessage());
        }
        out.append(" in ").append(node.getSemanticElement() == null ? "none" : node.getSemanticElement().eClass().getName()).append('\n');
        if (node instanceof ICompositeNode composite) {
            for (INode child = composite.getFirstChild(); child != null; child = child.getNextSibling()) {
                nodes(child, depth + 1);
            }
        }
    }

    private void model(EObject object, int depth) {
        out.repeat(' ', depth).append(object.eClass().getName());
        for (EAttribute attribute : object.eClass().getEAllAttributes()) {
            if (object.eIsSet(attribute)) {
                out.append(' ').append(attribute.getName()).append('=').append(object.eGet(attribute));
            }
        }
        for (EReference reference : object.eClass().getEAllReferences()) {
            if (!reference.isContainment() && object.eIsSet(reference)) {
                EObject target = (EObject) object.eGet(reference);
                out.append(' ').append(reference.getName()).append("->").append(target.eResource() == null ? "LOST" : target.eResource().getURIFragment(target));
            }
        }
        out.append('\n');
        object.eContents().forEach(child -> model(child, depth + 1));
    }

    private void origin(Origin origin) {
        out.append(" @").append(origin.line()).append(':').append(origin.column()).append(' ').append(origin.offset()).append('+').append(origin.length())
                .append(' ').append(origin.element()).append(' ').append(origin.file()).append('\n');
    }

    private void value(Object value, int depth) {
        switch (value) {
            case Origin origin -> origin(origin);
            case Collection<?> collection -> {
                out.append("[\n");
                collection.forEach(each -> value(each, depth + 1));
                out.append("]\n");
            }
            case Optional<?> optional -> value(optional.orElse(null), depth);
            case Record written -> {
                out.repeat(' ', depth).append(written.getClass().getSimpleName()).append('\n');
                for (RecordComponent component : written.getClass().getRecordComponents()) {
                    out.repeat(' ', depth).append(component.getName()).append('=');
                    try {
                        component.getAccessor().setAccessible(true);
                        value(component.getAccessor().invoke(written), depth + 1);
                    } catch (ReflectiveOperationException failure) {
                        throw new IllegalStateException(failure);
                    }
                }
            }
            case null, default -> out.append(value).append('\n');
        }
    }
}
