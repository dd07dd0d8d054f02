package dmvpn.dsl.serializer;

import dmvpn.dsl.names.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * Prints a model that was parsed and then edited: what says the same as in the text is copied from it, blanks and comments
 * included; clauses that are gone are cut out, new ones and changed ones are printed into their places.
 */
final class KeptText {

    /** Where an object stands in the text; in the edited model and in one that was parsed anew it is the same. */
    private record Place(int offset, int end, EClass kind) {
    }

    private final String text;
    private final INode root;
    private final Map<Place, EObject> written = new HashMap<>();
    private final Function<EObject, String> fresh;

    /**
     * @param root root of the nodes of the edited model's text
     * @param asWritten the text's model as it was before all edits
     * @param fresh prints an object without looking at the text
     */
    KeptText(ICompositeNode root, EObject asWritten, Function<EObject, String> fresh) {
        this.text = root.getText();
        this.root = root;
        this.fresh = fresh;
        add(asWritten);
        asWritten.eAllContents().forEachRemaining(this::add);
    }

    private void add(EObject object) {
        place(object).ifPresent(place -> written.put(place, object));
    }

    private static Optional<Place> place(EObject object) {
        ICompositeNode node = NodeModelUtils.getNode(object);
        return node == null ? Optional.empty() : Optional.of(new Place(node.getOffset(), node.getEndOffset(), object.eClass()));
    }

    /** The place of an object of the edited model; empty for a new one. */
    private Optional<Place> keptPlace(EObject object) {
        ICompositeNode node = NodeModelUtils.getNode(object);
        return node == null || node.getRootNode() != root ? Optional.empty() : place(object).filter(written::containsKey);
    }

    /** The whole text of the edited model. */
    String ofModel(EObject model) {
        EObject before = keptPlace(model).map(written::get).orElse(null);
        if (before == null || !saysTheSame(model, before)) {
            return fresh.apply(model);
        }
        return withChildren(model, before, 0, text.length());
    }

    private String of(EObject object) {
        Optional<Place> place = keptPlace(object);
        if (place.isEmpty()) {
            return fresh.apply(object).strip();
        }
        EObject before = written.get(place.get());
        if (!saysTheSame(object, before) || !BlockLists.canBeKept(object, before, this::keptChildren, this::children)) {
            return freshWithoutLead(object);
        }
        return withChildren(object, before, place.get().offset(), place.get().end());
    }

    /** What stands in front of an object stays where it is; the printer would repeat it. */
    private String freshWithoutLead(EObject object) {
        ICompositeNode node = NodeModelUtils.getNode(object);
        String lead = text.substring(node.getTotalOffset(), node.getOffset()).strip();
        String printed = fresh.apply(object).strip();
        return !lead.isEmpty() && printed.startsWith(lead) ? printed.substring(lead.length()).strip() : printed;
    }

    private static boolean saysTheSame(EObject object, EObject before) {
        for (EAttribute attribute : object.eClass().getEAllAttributes()) {
            if (!Objects.equals(object.eGet(attribute), before.eGet(attribute))) {
                return false;
            }
        }
        for (EReference reference : object.eClass().getEAllReferences()) {
            if (!reference.isContainment() && !reference.isMany() && !saysTheSame(object, reference)) {
                return false;
            }
        }
        return true;
    }

    private static boolean saysTheSame(EObject object, EReference reference) {
        List<INode> nodes = NodeModelUtils.findNodesForFeature(object, reference);
        EObject target = (EObject) object.eGet(reference);
        return nodes.isEmpty() ? target == null
                : target != null && Names.referenced(nodes.getFirst()).equals(ModelReferenceSerializer.nameOf(target));
    }

    private List<Object> keptChildren(EObject owner, EReference list) {
        return BlockLists.values(owner, list).stream().<Object>map(child -> keptPlace(child).<Object>map(place -> place).orElse(child))
                .toList();
    }

    private List<Object> children(EObject owner, EReference list) {
        return BlockLists.values(owner, list).stream().<Object>map(child -> place(child).<Object>map(place -> place).orElse(child))
                .toList();
    }

    private String withChildren(EObject object, EObject before, int start, int end) {
        Pieces pieces = new Pieces(text, start, end, lastBrace(before));
        List<EObject> children = new ArrayList<>(before.eContents());
        children.removeIf(child -> place(child).isEmpty());
        children.sort(Comparator.comparingInt(child -> place(child).orElseThrow().offset()));
        for (EObject child : children) {
            Place place = place(child).orElseThrow();
            boolean inBlock = BlockLists.isClause(child.eContainmentFeature(), before);
            pieces.add(child.eContainmentFeature(), place, NodeModelUtils.getNode(child).getTotalOffset(), place.offset(),
                    place.end(), inBlock);
        }
        for (EReference containment : object.eClass().getEAllContainments()) {
            List<Pieces.Content> now = BlockLists.values(object, containment).stream()
                    .map(child -> new Pieces.Content(keptPlace(child).orElse(null), of(child))).toList();
            pieces.arrange(containment, now);
        }
        return pieces.text();
    }

    /** The brace at the end of a block: a word of the grammar, and not what a comment or a computed value has. */
    private static OptionalInt lastBrace(EObject block) {
        ILeafNode last = null;
        for (ILeafNode leaf : NodeModelUtils.getNode(block).getLeafNodes()) {
            last = leaf.isHidden() ? last : leaf;
        }
        return last != null && last.getGrammarElement() instanceof Keyword keyword && keyword.getValue().equals("}")
                ? OptionalInt.of(last.getOffset()) : OptionalInt.empty();
    }
}
