package dmvpn.dsl.parts;

import dmvpn.network.origin.Anchor;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.nodemodel.impl.LeafNode;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;
import org.eclipse.xtext.nodemodel.impl.RootNode;

/**
 * Builds nodes whose leaves know the part of the file that they belong to. A part begins with each child of the model's
 * own node. Xtext has no other place to say what its nodes are made of.
 */
public class AnchoredNodeModelBuilder extends NodeModelBuilder {

    private ModelRootNode root;
    private String text = "";
    private Anchor.Position counted = Anchor.Position.START;
    /** Null where the next leaf begins a part. */
    private Anchor current;

    @Override
    public ICompositeNode newRootNode(String input) {
        root = new ModelRootNode(input);
        text = input;
        return root;
    }

    @Override
    public ICompositeNode newCompositeNode(EObject grammarElement, int lookahead, ICompositeNode parent) {
        if (isModel(parent)) {
            current = null;
        }
        return super.newCompositeNode(grammarElement, lookahead, parent);
    }

    @Override
    public ILeafNode newLeafNode(int offset, int length, EObject grammarElement, boolean isHidden,
            SyntaxErrorMessage errorMessage, ICompositeNode parent) {
        AnchoredLeaf leaf = AnchoredLeaf.of(isHidden, errorMessage);
        boolean alone = isModel(parent) || parent == root;
        if (current == null || alone) {
            current = new Anchor(positionOf(offset));
        }
        leaf.place(current, offset, length);
        leaf.grammarElement(grammarElement);
        addChild(parent, leaf);
        if (errorMessage != null && root != null) {
            root.markFaulty();
        }
        if (alone) {
            current = null;
        }
        return leaf;
    }

    @Override
    public INode setSyntaxError(INode node, SyntaxErrorMessage errorMessage) {
        if (root != null) {
            root.markFaulty();
        }
        if (!(node instanceof AnchoredLeaf old)) {
            return super.setSyntaxError(node, errorMessage);
        }
        AnchoredLeaf faulty = AnchoredLeaf.of(old.isHidden(), errorMessage);
        faulty.place(old.anchor(), old.getTotalOffset(), old.getTotalLength());
        faulty.grammarElement(old.getGrammarElement());
        replace((LeafNode) old, faulty);
        return faulty;
    }

    /** The node of the model: the one child that the root has while the text is parsed. */
    private static boolean isModel(ICompositeNode node) {
        return node != null && node.getParent() instanceof RootNode;
    }

    /** Parts are met in the order of the text, so that its lines are counted once. */
    private Anchor.Position positionOf(int offset) {
        if (offset < counted.offset()) {
            counted = Anchor.Position.START;
        }
        counted = counted.behind(text, offset);
        return counted;
    }
}
