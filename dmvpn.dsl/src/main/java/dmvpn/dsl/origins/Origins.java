package dmvpn.dsl.origins;

import dmvpn.dsl.parts.AnchoredLeaf;
import dmvpn.network.origin.Anchor;
import dmvpn.network.origin.Origin;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Makes origins for the elements of one file. */
public final class Origins {

    private final String file;
    private final LineIndex lines;
    /** Those of other files that make up the same model, by the root of their nodes. */
    private final Map<INode, Origins> others;
    /** Places that were found already. */
    private final Map<Place, Origin> known;
    /** Of which elements places are kept. */
    private final Predicate<EObject> isRemembered;

    /** A place: that of an element, of its header, or of a value of one of its features. */
    private record Place(EObject element, EStructuralFeature feature, int index) {
        private static final int ELEMENT = -1;
        private static final int HEADER = -2;
    }

    /**
     * @param file the file as people know it
     * @param text its text
     */
    public Origins(String file, String text) {
        this(file, new LineIndex(text), Map.of(), Map.of(), element -> false);
    }

    private Origins(String file, LineIndex lines, Map<INode, Origins> others, Map<Place, Origin> known,
            Predicate<EObject> isRemembered) {
        this.file = file;
        this.lines = lines;
        this.others = others;
        this.known = known;
        this.isRemembered = isRemembered;
    }

    /**
     * The same for elements of other files too.
     *
     * @param ofOthers origins of other files by the root of their nodes
     */
    public Origins withOthers(Map<INode, Origins> ofOthers) {
        return new Origins(file, lines, Map.copyOf(ofOthers), known, isRemembered);
    }

    /**
     * The same, but the places of some elements are found at once when they were found before: for what is said once and holds
     * for thousands of routers. Not for use by several threads at once.
     *
     * @param elements of which elements
     */
    public Origins remembering(Predicate<EObject> elements) {
        return new Origins(file, lines, others, new HashMap<>(), elements);
    }

    /** The same, with the same memory, for further elements. */
    public Origins rememberingAlso(Predicate<EObject> elements) {
        return new Origins(file, lines, others, known, isRemembered.or(elements));
    }

    private Origin remember(Place place, String label, Supplier<Origin> find) {
        Origin found = known.get(place);
        if (found == null) {
            found = find.get();
            known.put(place, found);
            return found;
        }
        return found.labelled(label);
    }

    /** Where an element is written, without surrounding blanks and comments. */
    public Origin of(EObject element, String label) {
        return !isRemembered.test(element) ? find(element, label)
                : remember(new Place(element, null, Place.ELEMENT), label, () -> find(element, label));
    }

    private Origin find(EObject element, String label) {
        INode node = NodeModelUtils.getNode(element);
        return node == null ? Origin.of(file, 1, 1, 0, 0, label) : of(node, label);
    }

    /** Where the first value of a feature is written; the whole element when the feature is not. */
    public Origin of(EObject element, EStructuralFeature feature, String label) {
        return of(element, feature, 0, label);
    }

    /** Where one value of a feature is written; the whole element when the feature is not. */
    public Origin of(EObject element, EStructuralFeature feature, int index, String label) {
        return !isRemembered.test(element) ? find(element, feature, index, label)
                : remember(new Place(element, feature, index), label, () -> find(element, feature, index, label));
    }

    private Origin find(EObject element, EStructuralFeature feature, int index, String label) {
        List<INode> nodes = NodeModelUtils.findNodesForFeature(element, feature);
        return index < nodes.size() ? of(nodes.get(index), label) : of(element, label);
    }

    /** Where the keyword that starts an element is written, and what follows it on its line: for short markers. */
    public Origin ofHeader(EObject element, String label) {
        return !isRemembered.test(element) ? findHeader(element, label)
                : remember(new Place(element, null, Place.HEADER), label, () -> findHeader(element, label));
    }

    private Origin findHeader(EObject element, String label) {
        ICompositeNode node = NodeModelUtils.getNode(element);
        if (node == null) {
            return of(element, label);
        }
        int open = node.getText().indexOf('{');
        int end = open < 0 ? node.getTotalEndOffset() : node.getTotalOffset() + open;
        int start = node.getOffset();
        return range(node, start, Math.max(0, trimmedEnd(node, end) - start), label);
    }

    private static int trimmedEnd(ICompositeNode node, int end) {
        String text = node.getText();
        int position = end - node.getTotalOffset();
        while (position > 0 && Character.isWhitespace(text.charAt(position - 1))) {
            position--;
        }
        return node.getTotalOffset() + position;
    }

    /** The place of a node. It follows the text when the node belongs to a part of a model. */
    public Origin of(INode node, String label) {
        return range(node, node.getOffset(), node.getLength(), label);
    }

    /** A place in or near a node, which follows the text as the node does. */
    private Origin range(INode node, int offset, int length, String label) {
        Origins own = others.isEmpty() ? null : others.get(node.getRootNode());
        if (own != null) {
            return own.range(node, offset, length, label);
        }
        AnchoredLeaf leaf = leafOf(node);
        if (leaf == null) {
            return range(offset, length, label);
        }
        Anchor.Position begin = leaf.anchor().position();
        int line = lines.line(offset) - begin.line() + 1;
        int column = lines.column(offset) - (line == 1 ? begin.column() - 1 : 0);
        return Origin.relative(file, leaf.anchor(), new Anchor.Position(offset - begin.offset(), line, column), length, label);
    }

    /**
     * A leaf of the node's part, null for none. A value that is missing has a node without leaves; what it is missing from
     * is in the same part.
     */
    private static AnchoredLeaf leafOf(INode node) {
        INode first = node;
        while (first instanceof ICompositeNode composite) {
            first = composite.getFirstChild();
        }
        INode around = node;
        while (!(first instanceof AnchoredLeaf) && around.getParent() != null && around.getParent().getParent() != null) {
            around = around.getParent();
            Iterator<ILeafNode> leaves = around.getLeafNodes().iterator();
            first = leaves.hasNext() ? leaves.next() : null;
        }
        return first instanceof AnchoredLeaf leaf ? leaf : null;
    }

    /** A range of the text. */
    public Origin range(int offset, int length, String label) {
        return Origin.of(file, lines.line(offset), lines.column(offset), offset, length, label);
    }
}
