package dmvpn.dsl.ide.occurrences;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;

/**
 * Finds names by what the grammar says of their places: the value of a feature {@code name} declares, a cross reference
 * uses. A family and its exceptions share a name, and a name means all of them.
 */
@Singleton
public final class Occurrences {

    private static final String NAME = "name";

    private final OperationCanceledManager cancellation;

    /** Created by the language's injector. */
    @Inject
    public Occurrences(OperationCanceledManager cancellation) {
        this.cancellation = cancellation;
    }

    /** The name at an offset, also when the offset is right behind it. */
    public Optional<Occurrence> at(ModelDocument document, int offset) {
        return nameNode(document, offset).or(() -> nameNode(document, offset - 1))
                .flatMap(node -> occurrence(document, node));
    }

    private static Optional<INode> nameNode(ModelDocument document, int offset) {
        if (offset < 0 || document.resource().getParseResult() == null) {
            return Optional.empty();
        }
        ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(document.resource().getParseResult().getRootNode(), offset);
        if (leaf == null || leaf.isHidden()) {
            return Optional.empty();
        }
        INode node = leaf;
        while (node != null && !isName(node)) {
            node = node.getParent();
        }
        return Optional.ofNullable(node);
    }

    /** All places in some documents where the name of a declaration is written, in the order of the documents. */
    public List<Occurrence> of(EObject target, Collection<ModelDocument> documents, CancelIndicator cancelled) {
        List<Occurrence> all = new ArrayList<>();
        for (ModelDocument document : documents) {
            cancellation.checkCanceled(cancelled);
            if (document.resource().getParseResult() != null) {
                collect(document, target, all);
            }
        }
        return all;
    }

    private static void collect(ModelDocument document, EObject target, List<Occurrence> all) {
        ICompositeNode root = document.resource().getParseResult().getRootNode();
        for (INode node : root.getAsTreeIterable()) {
            if (isName(node)) {
                occurrence(document, node).filter(found -> found.target() == target).ifPresent(all::add);
            }
        }
    }

    private static boolean isName(INode node) {
        return node.getGrammarElement() instanceof CrossReference
                || node.getGrammarElement() != null && node.getGrammarElement().eContainer() instanceof Assignment assignment
                        && assignment.getFeature().equals(NAME);
    }

    private static Optional<Occurrence> occurrence(ModelDocument document, INode node) {
        EObject owner = NodeModelUtils.findActualSemanticObjectFor(node);
        if (owner == null || node.getLength() == 0) {
            return Optional.empty();
        }
        boolean declaration = !(node.getGrammarElement() instanceof CrossReference);
        EObject target = declaration ? owner : referenced(owner, (CrossReference) node.getGrammarElement());
        return target == null ? Optional.empty()
                : Optional.of(new Occurrence(document, meant(target), node.getOffset(), node.getLength(), declaration));
    }

    private static EObject referenced(EObject owner, CrossReference crossReference) {
        Assignment assignment = GrammarUtil.containingAssignment(crossReference);
        EStructuralFeature feature = owner.eClass().getEStructuralFeature(assignment.getFeature());
        return feature instanceof EReference reference && !reference.isMany()
                && owner.eGet(reference) instanceof EObject target ? target : null;
    }

    /** The declaration that stands for all of a name. */
    private static EObject meant(EObject target) {
        if (target instanceof RouterDeclaration router && router.eResource() instanceof DmvpnResource resource
                && router.getName() != null) {
            Optional<RouterFamily> family = resource.names().family(router.getName());
            if (family.isPresent() && family.get().exceptions().contains(router)) {
                return family.get().base();
            }
        }
        return target;
    }

    /** The name as it is without the escape that it may be written with. */
    public static String name(Occurrence occurrence) {
        return Names.unescaped(occurrence.text());
    }
}
