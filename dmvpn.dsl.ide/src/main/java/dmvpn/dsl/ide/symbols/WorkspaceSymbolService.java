package dmvpn.dsl.ide.symbols;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.workspace.ModelWorkspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The named elements of all files. */
public final class WorkspaceSymbolService {

    private static final int MOST = 1_000;

    private final SymbolService symbols;

    /** Created by the language's injector. */
    @Inject
    public WorkspaceSymbolService(SymbolService symbols) {
        this.symbols = symbols;
    }

    /** The elements whose name has the letters of a query, in their order and in any case; all for an empty query. */
    public List<WorkspaceSymbol> symbols(ModelWorkspace workspace, String query) {
        List<WorkspaceSymbol> found = new ArrayList<>();
        for (ModelDocument document : workspace.documents()) {
            for (DocumentSymbol symbol : symbols.symbols(document)) {
                if (found.size() < MOST && matches(symbol.getName(), query)) {
                    found.add(new WorkspaceSymbol(symbol.getName(), symbol.getKind(),
                            Either.forLeft(new Location(document.uri(), symbol.getSelectionRange())), symbol.getDetail()));
                }
            }
        }
        return found;
    }

    private static boolean matches(String name, String query) {
        String letters = name.toLowerCase(Locale.ROOT);
        int position = 0;
        for (char wanted : query.toLowerCase(Locale.ROOT).toCharArray()) {
            position = letters.indexOf(wanted, position) + 1;
            if (position == 0) {
                return false;
            }
        }
        return true;
    }
}
