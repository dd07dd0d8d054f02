package dmvpn.dsl.ui.structure;

import dmvpn.dsl.ui.language.Answers;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.ModelEditor;
import dmvpn.dsl.ui.language.Positions;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Goes to the nearest element or clause of the outline before or behind the caret. */
abstract class MemberHandler extends AbstractHandler {

    /** Where to look for the nearest one. */
    enum Direction { NEXT, PREVIOUS }

    private final Direction direction;

    MemberHandler(Direction direction) {
        this.direction = direction;
    }

    @Override
    public final Object execute(ExecutionEvent event) {
        ModelEditor.active(event).ifPresent(editor -> Answers.show(
                LanguageSessions.current().documents().documentSymbol(new DocumentSymbolParams(editor.identifier())),
                symbols -> go(editor, symbols)));
        return null;
    }

    private void go(ModelEditor editor, List<Either<SymbolInformation, DocumentSymbol>> symbols) {
        NavigableMap<Integer, IRegion> names = new TreeMap<>();
        try {
            for (Either<SymbolInformation, DocumentSymbol> symbol : symbols) {
                if (symbol.isRight()) {
                    collect(editor, symbol.getRight(), names);
                }
            }
        } catch (BadLocationException changedMeanwhile) {
            return; // the text is another one by now: the person presses again
        }
        int caret = editor.selection().getOffset();
        var nearest = direction == Direction.NEXT ? names.higherEntry(caret) : names.lowerEntry(caret);
        if (nearest == null) {
            editor.say(direction == Direction.NEXT ? "This is the last member" : "This is the first member");
        } else {
            editor.say(null);
            editor.reveal(nearest.getValue().getOffset(), nearest.getValue().getLength());
        }
    }

    private static void collect(ModelEditor editor, DocumentSymbol symbol, NavigableMap<Integer, IRegion> names)
            throws BadLocationException {
        IRegion name = Positions.region(editor.document(), symbol.getSelectionRange());
        names.put(name.getOffset(), name);
        if (symbol.getChildren() != null) {
            for (DocumentSymbol child : symbol.getChildren()) {
                collect(editor, child, names);
            }
        }
    }
}
