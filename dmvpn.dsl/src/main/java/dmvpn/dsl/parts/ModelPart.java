package dmvpn.dsl.parts;

import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.Model;
import dmvpn.network.origin.Anchor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

/**
 * A part of a file: an element of the model's list, or text that belongs to none. A part is the same object as long as
 * its text is not parsed again; what is derived from this text alone can be kept with it.
 */
public final class ModelPart {

    private static final String STRAY_FEATURE = "stray";

    private final INode node;
    private final Anchor anchor;
    private final Element element;
    private final boolean stray;
    private final List<INode> syntaxErrors;
    private final boolean closed;
    private Nesting nesting;
    private final Map<Object, Object> kept = new HashMap<>(8);

    /**
     * @param node the part's node
     * @param mayBeFaulty false when it is known that the text has no syntax error
     */
    ModelPart(INode node, boolean mayBeFaulty) {
        this.node = node;
        this.anchor = firstLeaf(node).map(AnchoredLeaf::anchor).orElse(null);
        this.element = elementOf(node);
        this.stray = element == null && node instanceof ICompositeNode && node.getGrammarElement() != null
                && node.getGrammarElement().eContainer() instanceof Assignment assignment
                && assignment.getFeature().equals(STRAY_FEATURE);
        this.syntaxErrors = mayBeFaulty ? errorsOf(node) : List.of();
        this.closed = element != null && endsInBrace(node);
    }

    /** An element stands at the node of its own rule, below those of the rules that lead to it. */
    private static Element elementOf(INode node) {
        for (INode current = node; current instanceof ICompositeNode composite; current = composite.getFirstChild()) {
            if (composite.hasDirectSemanticElement()) {
                EObject semantic = composite.getSemanticElement();
                return semantic instanceof Element found && found.eContainer() instanceof Model ? found : null;
            }
        }
        return null;
    }

    private static Optional<AnchoredLeaf> firstLeaf(INode node) {
        INode current = node;
        while (current instanceof ICompositeNode composite) {
            current = composite.getFirstChild();
        }
        return current instanceof AnchoredLeaf leaf ? Optional.of(leaf) : Optional.empty();
    }

    private static boolean endsInBrace(INode node) {
        INode current = node;
        while (current instanceof ICompositeNode composite) {
            current = composite.getLastChild();
        }
        return current instanceof ILeafNode leaf && leaf.getGrammarElement() instanceof Keyword keyword
                && keyword.getValue().equals("}");
    }

    private static List<INode> errorsOf(INode node) {
        List<INode> errors = new ArrayList<>();
        for (INode candidate : node.getAsTreeIterable()) {
            if (candidate.getSyntaxErrorMessage() != null) {
                errors.add(candidate);
            }
        }
        return List.copyOf(errors);
    }

    /** The part's node: a child of the root. */
    public INode node() {
        return node;
    }

    /** Where the part begins, blanks and comments before it included. */
    public Anchor anchor() {
        return anchor;
    }

    /** The element of the list; empty for text that is none. */
    public Optional<Element> element() {
        return Optional.ofNullable(element);
    }

    /** True for a word that belongs to no element, which the model keeps in a list of its own. */
    boolean isStray() {
        return stray;
    }

    /** The nodes of the part that have a syntax error, in text order. */
    public List<INode> syntaxErrors() {
        return syntaxErrors;
    }

    /**
     * True for an element that is understood from its first word to its closing brace. The parser is then in the same
     * state before and behind it, whatever stands there.
     */
    boolean isWhole() {
        return closed && syntaxErrors.isEmpty();
    }

    Nesting nesting() {
        if (nesting == null) {
            nesting = Nesting.of(node);
        }
        return nesting;
    }

    /**
     * A value that depends on the text of this part alone, computed once.
     *
     * @param key identifies the value
     * @param compute computes it; must not answer null
     */
    @SuppressWarnings("unchecked")
    public <T> T keep(Object key, Function<ModelPart, T> compute) {
        synchronized (kept) {
            Object value = kept.get(key);
            if (value == null) {
                value = compute.apply(this);
                kept.put(key, value);
            }
            return (T) value;
        }
    }
}
