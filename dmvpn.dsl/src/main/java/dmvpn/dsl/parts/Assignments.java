package dmvpn.dsl.parts;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;

/**
 * What the text of a part assigns to its objects, as far as somebody asks: the references, and what is said more than once.
 * Found in one walk over the nodes, since each new text of each part passes here.
 */
public final class Assignments {

    /**
     * A name that refers to an element.
     *
     * @param source the object that refers
     * @param reference the feature for the target
     * @param node where the name is written
     */
    public record Reference(EObject source, EReference reference, INode node) {
    }

    /**
     * A value for a feature that has one from an earlier place of the same object.
     *
     * @param object the object
     * @param feature a single value or a list
     * @param node where the further value is written
     */
    public record Repetition(EObject object, EStructuralFeature feature, INode node) {
    }

    private final List<Reference> references = new ArrayList<>(4);
    private final List<Repetition> repetitions = new ArrayList<>(0);

    private Assignments() {
    }

    /** Those of a part. */
    public static Assignments of(ModelPart part) {
        return part.keep(Assignments.class, Assignments::find);
    }

    private static Assignments find(ModelPart part) {
        Assignments found = new Assignments();
        if (part.element().isPresent() && part.node() instanceof ICompositeNode node) {
            found.enter(node);
        }
        return found;
    }

    /** The references in the order of the text. */
    public List<Reference> references() {
        return references;
    }

    /** What is said again, in the order of the text. */
    public List<Repetition> repetitions() {
        return repetitions;
    }

    /** A node that an object may begin at; it begins at the node of its own rule, below those of the rules that lead to it. */
    private void enter(ICompositeNode node) {
        boolean begins = node.hasDirectSemanticElement();
        walk(node, begins ? node.getSemanticElement() : null, begins ? new ArrayList<>(8) : null);
    }

    private void walk(ICompositeNode parent, EObject object, List<EStructuralFeature> said) {
        for (INode child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            boolean assigned = child.getGrammarElement() instanceof AbstractElement rule && rule.eContainer() instanceof Assignment;
            if (assigned && object != null) {
                add(object, said, child);
            }
            if (child instanceof ICompositeNode composite && !(child.getGrammarElement() instanceof CrossReference)) {
                if (assigned || composite.hasDirectSemanticElement()) {
                    enter(composite);
                } else {
                    walk(composite, object, said); // a fragment of the grammar: what it assigns belongs to the same object
                }
            }
        }
    }

    private void add(EObject object, List<EStructuralFeature> said, INode node) {
        EObject rule = node.getGrammarElement();
        EStructuralFeature feature = object.eClass().getEStructuralFeature(((Assignment) rule.eContainer()).getFeature());
        if (feature == null) {
            return;
        }
        if (rule instanceof CrossReference && feature instanceof EReference reference && !reference.isMany() && node.getLength() > 0) {
            references.add(new Reference(object, reference, node));
        }
        if (said.contains(feature)) {
            repetitions.add(new Repetition(object, feature, node));
        } else {
            said.add(feature);
        }
    }
}
