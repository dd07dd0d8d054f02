package dmvpn.dsl.serializer;

import dmvpn.dsl.linking.ReferenceKinds;
import dmvpn.dsl.scenario.PingAction;
import jakarta.inject.Inject;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.linking.impl.LinkingHelper;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.serializer.diagnostic.ISerializationDiagnostic.Acceptor;
import org.eclipse.xtext.serializer.tokens.CrossReferenceSerializer;

/**
 * Prints references by the names of their targets. Scopes are not asked: they offer what is legal, while a file may refer
 * to what is not, such as a next-hop server that is a spoke; that is explained to its author, not refused here.
 */
public class ModelReferenceSerializer extends CrossReferenceSerializer {

    @Inject
    private LinkingHelper links;

    @Inject
    private IValueConverterService converters;

    @Override
    public boolean isValid(EObject source, CrossReference reference, EObject target, INode node, Acceptor errors) {
        return target != null && nameOf(target) != null || super.isValid(source, reference, target, node, errors);
    }

    @Override
    public String serializeCrossRef(EObject source, CrossReference reference, EObject target, INode node, Acceptor errors) {
        String name = target == null ? null : nameOf(target);
        if (name == null) {
            return super.serializeCrossRef(source, reference, target, node, errors);
        }
        boolean asWritten = node != null && name.equals(links.getCrossRefNodeAsString(node, true));
        return asWritten ? tokenUtil.serializeNode(node) : converters.toString(name, links.getRuleNameFrom(reference));
    }

    static String nameOf(EObject target) {
        if (target instanceof PingAction ping) {
            return ReferenceKinds.pingName(ping);
        }
        EStructuralFeature name = target.eClass().getEStructuralFeature("name");
        return name == null ? null : (String) target.eGet(name);
    }
}
