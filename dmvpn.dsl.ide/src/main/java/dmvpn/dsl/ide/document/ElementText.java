package dmvpn.dsl.ide.document;

import dmvpn.dsl.routing.NeighborClause;
import dmvpn.dsl.routing.RoutingClause;
import dmvpn.dsl.routing.RoutingInterfaceClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * The text of an element of the model: where its settings are written, and where one more would be. A setting is known by
 * its first words; how far it goes says the grammar, so that this holds for every setting of every block.
 */
public final class ElementText {

    private final String text;
    private final EObject element;
    private final ICompositeNode node;

    private ElementText(EObject element, ICompositeNode node) {
        this.element = element;
        this.node = node;
        this.text = node.getRootNode().getText();
    }

    /** The text of an element; empty for one that no text stands behind. */
    public static Optional<ElementText> of(EObject element) {
        return Optional.ofNullable(NodeModelUtils.findActualNodeFor(element)).map(node -> new ElementText(element, node));
    }

    /**
     * A piece of the text.
     *
     * @param start characters before it
     * @param end characters up to its end
     * @param text what it says
     */
    public record Span(int start, int end, String text) {
    }

    /** The element itself. */
    public Span whole() {
        return span(node.getOffset(), node.getEndOffset());
    }

    private Span span(int start, int end) {
        return new Span(start, end, text.substring(start, end));
    }

    /** The setting that begins with some words, such as {@code registration every}; the last one when there are several. */
    public Optional<Span> setting(String words) {
        return settings(words).reversed().stream().findFirst();
    }

    /** All settings that begin with some words. */
    public List<Span> settings(String words) {
        List<ILeafNode> leaves = leaves();
        List<Span> found = new ArrayList<>();
        for (int at = 0; at < leaves.size(); at++) {
            if (begins(leaves, at, words.split(" ")) && NodeModelUtils.findActualSemanticObjectFor(leaves.get(at)) == element) {
                found.add(span(leaves.get(at).getOffset(), end(leaves, at)));
            }
        }
        return found;
    }

    private List<ILeafNode> leaves() {
        List<ILeafNode> leaves = new ArrayList<>();
        node.getLeafNodes().forEach(leaf -> {
            if (!leaf.isHidden()) {
                leaves.add(leaf);
            }
        });
        return leaves;
    }

    private static boolean begins(List<ILeafNode> leaves, int at, String[] words) {
        for (int word = 0; word < words.length; word++) {
            if (at + word >= leaves.size() || !leaves.get(at + word).getText().equals(words[word])
                    || !(leaves.get(at + word).getGrammarElement() instanceof Keyword)) {
                return false;
            }
        }
        return true;
    }

    private int end(List<ILeafNode> leaves, int first) {
        EObject start = leaves.get(first).getGrammarElement();
        EObject whole = whole(start);
        int last = first;
        while (last + 1 < leaves.size() && leaves.get(last + 1).getGrammarElement() != start && isIn(leaves.get(last + 1), whole)) {
            last++;
        }
        return leaves.get(last).getEndOffset();
    }

    /** The setting that a feature's value is written in; empty when it is not written. */
    public Optional<Span> settingWith(EStructuralFeature feature) {
        List<ILeafNode> leaves = leaves();
        for (INode value : NodeModelUtils.findNodesForFeature(element, feature)) {
            for (int at = 0; at < leaves.size(); at++) {
                if (leaves.get(at).getOffset() == value.getOffset()) {
                    EObject whole = whole(value.getGrammarElement());
                    int first = first(leaves, at, whole);
                    return Optional.of(span(leaves.get(first).getOffset(), end(leaves, first, at, whole)));
                }
            }
        }
        return Optional.empty();
    }

    /** True when the element says nothing without the feature: the setting that it is written in is the element itself. */
    public boolean needs(EStructuralFeature feature) {
        return settingWith(feature).filter(setting -> setting.equals(whole())).isPresent();
    }

    private int first(List<ILeafNode> leaves, int at, EObject whole) {
        int first = at;
        while (first > 0 && !isFirst(leaves.get(first), whole) && isIn(leaves.get(first - 1), whole)) {
            first--;
        }
        return first;
    }

    private int end(List<ILeafNode> leaves, int first, int at, EObject whole) {
        int last = at;
        while (last + 1 < leaves.size() && !(last + 1 > first && isFirst(leaves.get(last + 1), whole))
                && isIn(leaves.get(last + 1), whole)) {
            last++;
        }
        return leaves.get(last).getEndOffset();
    }

    private static boolean isFirst(INode leaf, EObject whole) {
        EObject first = whole;
        while (first instanceof Group || first instanceof Assignment) {
            first = first instanceof Group group ? group.getElements().getFirst() : ((Assignment) first).getTerminal();
        }
        return leaf.getGrammarElement() == first;
    }

    /** The part of the grammar that a setting is: what may be repeated or left out as a whole. */
    private static EObject whole(EObject first) {
        EObject at = first;
        while (!isWhole(at)) {
            at = at.eContainer();
        }
        return at;
    }

    private static boolean isWhole(EObject element) {
        EObject parent = element.eContainer();
        return parent == null || parent instanceof ParserRule
                || element instanceof AbstractElement part && part.getCardinality() != null
                || parent instanceof Alternatives choice && (choice.getCardinality() != null || choice.eContainer() instanceof ParserRule);
    }

    private boolean isIn(INode leaf, EObject part) {
        for (INode at = leaf; at != null && at != node; at = at.getParent()) {
            if (at.getGrammarElement() != null && EcoreUtil.isAncestor(part, at.getGrammarElement())) {
                return true;
            }
        }
        return false;
    }

    /** What adds a setting to the element: in its block, in a new block, or behind its last word. */
    public Change adding(String setting) {
        if (hasBlock()) {
            return inBlock(setting);
        }
        boolean takesBlock = element instanceof RoutingClause || element instanceof NeighborClause
                || element instanceof RoutingInterfaceClause;
        return new Change(node.getEndOffset(), 0, takesBlock ? " { " + setting + " }" : " " + setting);
    }

    /** A computed value ends with a brace too, but that is no word of the grammar. */
    private boolean hasBlock() {
        List<ILeafNode> leaves = leaves();
        return !leaves.isEmpty() && leaves.getLast().getText().equals("}")
                && leaves.getLast().getGrammarElement() instanceof Keyword;
    }

    private Change inBlock(String setting) {
        int brace = node.getEndOffset() - 1;
        int lineStart = text.lastIndexOf('\n', brace - 1) + 1;
        boolean braceAlone = text.substring(lineStart, brace).isBlank();
        return braceAlone
                ? new Change(lineStart, 0, text.substring(lineStart, brace) + "  " + setting + lineEnd(lineStart))
                : new Change(brace, 0, (text.charAt(brace - 1) == ' ' ? "" : " ") + setting + " ");
    }

    private String lineEnd(int lineStart) {
        return lineStart > 1 && text.charAt(lineStart - 2) == '\r' ? "\r\n" : "\n";
    }

    /** What takes a piece of the text away, with the blanks that would be left; a line that would be blank goes too. */
    public Change removing(Span span) {
        int from = span.start;
        while (from > 0 && isBlank(text.charAt(from - 1))) {
            from--;
        }
        int to = span.end;
        while (to < text.length() && isBlank(text.charAt(to))) {
            to++;
        }
        boolean startsLine = from == 0 || text.charAt(from - 1) == '\n';
        boolean endsLine = to == text.length() || text.charAt(to) == '\n' || text.charAt(to) == '\r';
        if (startsLine && endsLine) {
            int next = text.indexOf('\n', to);
            return new Change(from, (next < 0 ? text.length() : next + 1) - from, "");
        }
        return startsLine ? new Change(span.start, to - span.start, "")
                : new Change(from, span.end - from, to == span.end && !endsLine ? " " : "");
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** What takes an element of a list away, with the comma that would be left. */
    public Change removingFromList() {
        int start = node.getOffset();
        int end = node.getEndOffset();
        int before = start - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        int behind = end;
        while (behind < text.length() && Character.isWhitespace(text.charAt(behind))) {
            behind++;
        }
        if (before >= 0 && text.charAt(before) == ',') {
            return new Change(before, end - before, "");
        }
        if (behind < text.length() && text.charAt(behind) == ',') {
            int next = behind + 1;
            while (next < text.length() && isBlank(text.charAt(next))) {
                next++;
            }
            return new Change(start, next - start, "");
        }
        return removing(whole());
    }

    /** What people call the element: its first words, without the block behind them. */
    public String name() {
        String line = text.substring(node.getOffset(), startOfBlock()).lines().findFirst().orElse("");
        String[] words = line.strip().split("[\\s;]+");
        boolean hasProcess = element instanceof RoutingClause clause && clause.getProcess() != null;
        return String.join(" ", List.of(words).subList(0, Math.min(hasProcess ? 3 : 2, words.length)));
    }

    /** Where the first brace is; that of a computed value is part of the value, and no word of the grammar. */
    private int startOfBlock() {
        return leaves().stream().filter(leaf -> leaf.getGrammarElement() instanceof Keyword word && word.getValue().equals("{"))
                .mapToInt(ILeafNode::getOffset).findFirst().orElse(node.getEndOffset());
    }
}
