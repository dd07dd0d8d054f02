package dmvpn.dsl.parts;

import dmvpn.network.origin.Anchor;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.nodemodel.impl.LeafNode;

/**
 * A leaf of the node model whose offset is counted from its part of the file: an edit above the part moves one anchor
 * instead of every leaf.
 */
public class AnchoredLeaf extends LeafNode {

    private Anchor anchor;
    private int inPart;

    AnchoredLeaf() {
    }

    static AnchoredLeaf of(boolean hidden, SyntaxErrorMessage error) {
        if (error != null) {
            return new Faulty(hidden, error);
        }
        return hidden ? new Hidden() : new AnchoredLeaf();
    }

    final void place(Anchor newAnchor, int offset, int length) {
        anchor = newAnchor;
        inPart = offset - newAnchor.position().offset();
        basicSetTotalLength(length);
    }

    final void grammarElement(EObject element) {
        basicSetGrammarElement(element);
    }

    /** Where the part that the leaf belongs to begins. */
    public final Anchor anchor() {
        return anchor;
    }

    /** Characters between the begin of the part and the leaf. */
    public final int offsetInPart() {
        return inPart;
    }

    @Override
    public final int getTotalOffset() {
        return anchor.position().offset() + inPart;
    }

    @Override
    public final int getOffset() {
        return getTotalOffset();
    }

    @Override
    protected final void basicSetTotalOffset(int offset) {
        inPart = offset - anchor.position().offset();
    }

    private static final class Hidden extends AnchoredLeaf {
        @Override
        public boolean isHidden() {
            return true;
        }
    }

    private static final class Faulty extends AnchoredLeaf {

        private final boolean hidden;
        private final SyntaxErrorMessage error;

        Faulty(boolean hidden, SyntaxErrorMessage error) {
            this.hidden = hidden;
            this.error = error;
        }

        @Override
        public boolean isHidden() {
            return hidden;
        }

        @Override
        public SyntaxErrorMessage getSyntaxErrorMessage() {
            return error;
        }
    }
}
