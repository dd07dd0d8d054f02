package dmvpn.dsl.ui.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;

/**
 * An element of the outline. It is the same one after an edit as long as kind, name and parent are: so the tree stays open
 * and selected where it is while the text changes.
 */
final class OutlineNode {

    private final OutlineNode parent;
    private final DocumentSymbol symbol;
    private final int occurrence;
    private final List<OutlineNode> children;

    private OutlineNode(OutlineNode parent, DocumentSymbol symbol, int occurrence) {
        this.parent = parent;
        this.symbol = symbol;
        this.occurrence = occurrence;
        this.children = symbol.getChildren() == null ? List.of() : nodes(this, symbol.getChildren());
    }

    /** The tree of a document's symbols. */
    static List<OutlineNode> of(List<DocumentSymbol> symbols) {
        return nodes(null, symbols);
    }

    private static List<OutlineNode> nodes(OutlineNode parent, List<DocumentSymbol> symbols) {
        Map<List<Object>, Integer> seen = new HashMap<>();
        List<OutlineNode> nodes = new ArrayList<>();
        for (DocumentSymbol symbol : symbols) {
            int occurrence = seen.merge(List.of(symbol.getKind(), symbol.getName()), 1, Integer::sum);
            nodes.add(new OutlineNode(parent, symbol, occurrence));
        }
        return nodes;
    }

    OutlineNode parent() {
        return parent;
    }

    DocumentSymbol symbol() {
        return symbol;
    }

    List<OutlineNode> children() {
        return children;
    }

    boolean isScenario() {
        return symbol.getKind() == SymbolKind.Event;
    }

    /** True for a clause of an element: a setting, an interface, a membership. */
    boolean isSetting() {
        return parent != null;
    }

    /** This element, or the one that stands for it while settings are hidden. */
    OutlineNode shown() {
        return isSetting() && OutlineOption.HIDE_SETTINGS.isOn() ? parent : this;
    }

    /** The innermost element at a position; empty between elements. */
    static Optional<OutlineNode> at(List<OutlineNode> nodes, Position position) {
        for (OutlineNode node : nodes) {
            if (contains(node.symbol.getRange(), position)) {
                return at(node.children, position).or(() -> Optional.of(node));
            }
        }
        return Optional.empty();
    }

    private static boolean contains(Range range, Position position) {
        return compare(range.getStart(), position) <= 0 && compare(position, range.getEnd()) <= 0;
    }

    private static int compare(Position one, Position other) {
        return one.getLine() != other.getLine() ? Integer.compare(one.getLine(), other.getLine())
                : Integer.compare(one.getCharacter(), other.getCharacter());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutlineNode node && node.occurrence == occurrence
                && node.symbol.getKind() == symbol.getKind() && node.symbol.getName().equals(symbol.getName())
                && Objects.equals(node.parent, parent);
    }

    @Override
    public int hashCode() {
        return Objects.hash(symbol.getKind(), symbol.getName(), occurrence, parent);
    }
}
