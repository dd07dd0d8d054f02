package dmvpn.dsl.ui.outline;

import java.util.Objects;
import org.eclipse.jface.viewers.IElementComparer;
import org.eclipse.lsp4j.DocumentSymbol;

/** Takes symbols of one kind and name for the same, so that the tree stays open where it is while the text changes. */
final class SymbolComparer implements IElementComparer {

    @Override
    public boolean equals(Object left, Object right) {
        return left instanceof DocumentSymbol one && right instanceof DocumentSymbol other
                ? one.getKind() == other.getKind() && one.getName().equals(other.getName())
                        && Objects.equals(one.getDetail(), other.getDetail())
                : Objects.equals(left, right);
    }

    @Override
    public int hashCode(Object element) {
        return element instanceof DocumentSymbol symbol
                ? Objects.hash(symbol.getKind(), symbol.getName(), symbol.getDetail())
                : Objects.hashCode(element);
    }
}
