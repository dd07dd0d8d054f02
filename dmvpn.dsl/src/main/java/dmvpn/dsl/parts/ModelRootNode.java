package dmvpn.dsl.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.impl.AbstractNode;
import org.eclipse.xtext.nodemodel.impl.RootNode;

/** The root of a file's nodes: knows the parts of the file. */
public final class ModelRootNode extends RootNode {

    private boolean mayBeFaulty;
    private List<ModelPart> parts;

    ModelRootNode(String text) {
        basicSetCompleteContent(text);
    }

    void markFaulty() {
        mayBeFaulty = true;
    }

    /** The parts of the file in the order of its text; empty parts are left out. */
    public List<ModelPart> parts() {
        if (parts == null) {
            List<ModelPart> found = new ArrayList<>();
            for (INode child = getFirstChild(); child != null; child = child.getNextSibling()) {
                ModelPart part = new ModelPart(child, mayBeFaulty);
                if (part.anchor() != null) {
                    found.add(part);
                }
            }
            parts = found;
        }
        return java.util.Collections.unmodifiableList(parts);
    }

    /** The last part that begins before an offset, blanks and comments in front of it included. */
    public Optional<ModelPart> lastPartBefore(int offset) {
        int before = countBefore(parts(), offset);
        return before == 0 ? Optional.empty() : Optional.of(parts().get(before - 1));
    }

    /** How many parts begin before an offset. */
    static int countBefore(List<ModelPart> parts, int offset) {
        int low = 0;
        int high = parts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (parts.get(middle).anchor().position().offset() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** True when every child of the root is a part, but for the empty node that makes the model, so that parts can be exchanged. */
    boolean isDividedIntoParts() {
        // A text of nothing but blanks gives the root one node that stands for no part.
        if (getFirstChild() != null && !(getFirstChild() instanceof AbstractNode)) {
            return false;
        }
        int children = 0;
        for (INode child = getFirstChild(); child != null; child = child.getNextSibling()) {
            children += children == 0 && isEmpty(child) ? 0 : 1;
        }
        return children == parts().size() && getSyntaxErrorMessage() == null;
    }

    private static boolean isEmpty(INode node) {
        return node instanceof ICompositeNode composite && !composite.hasChildren() && composite.getSyntaxErrorMessage() == null;
    }

    /**
     * Takes the place of the old text with parts of another root.
     *
     * @param text the whole new text
     * @param newParts all parts of the new text, those of the other root included
     * @param builder links nodes
     */
    void become(String text, List<ModelPart> newParts, PartLinker builder) {
        INode first = getFirstChild();
        basicSetFirstChild(null);
        if (first != null && isEmpty(first)) {
            builder.append(this, (AbstractNode) first);
        }
        for (ModelPart part : newParts) {
            builder.append(this, (AbstractNode) part.node());
        }
        basicSetCompleteContent(text);
        parts = new ArrayList<>(newParts);
    }

    /** Appends nodes to a root; nodes keep how they are linked to themselves. */
    @FunctionalInterface
    interface PartLinker {
        void append(ModelRootNode root, AbstractNode node);
    }
}
