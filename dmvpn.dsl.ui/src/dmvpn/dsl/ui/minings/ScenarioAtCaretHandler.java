package dmvpn.dsl.ui.minings;

import dmvpn.dsl.ide.lens.ModelCommands;
import dmvpn.dsl.ui.editor.ModelEditors;
import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.OpenDocuments;
import dmvpn.dsl.ui.language.Positions;
import dmvpn.dsl.ui.status.StatusLine;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.ui.texteditor.ITextEditor;

/** Runs or debugs the scenario that the caret is in: what the lens above it does, for the keyboard. */
public final class ScenarioAtCaretHandler extends AbstractHandler {

    private static final String DEBUG = "dmvpn.dsl.ui.debugScenarioAtCaret";

    @Override
    public Object execute(ExecutionEvent event) {
        String command = event.getCommand().getId().equals(DEBUG) ? ModelCommands.DEBUG : ModelCommands.RUN;
        ModelEditors.of(event).ifPresent(editor -> start(editor, command));
        return null;
    }

    private static void start(ITextEditor editor, String command) {
        IDocument document = ModelEditors.document(editor);
        Optional<URI> uri = OpenDocuments.uri(document);
        if (uri.isEmpty() || !(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection)) {
            return;
        }
        LanguageSession session = LanguageSessions.current();
        try {
            Position caret = Positions.position(document, selection.getOffset());
            session.documents().documentSymbol(new DocumentSymbolParams(new TextDocumentIdentifier(uri.get().toString())))
                    .thenAccept(symbols -> scenarioAt(symbols, caret).ifPresentOrElse(
                            scenario -> session.commands().execute(command, List.of(uri.get().toString(), scenario)),
                            () -> say(editor)));
        } catch (BadLocationException noSuchPlace) {
            return;
        }
    }

    private static Optional<String> scenarioAt(List<Either<SymbolInformation, DocumentSymbol>> symbols, Position caret) {
        return symbols.stream().filter(Either::isRight).map(Either::getRight)
                .filter(symbol -> symbol.getKind() == SymbolKind.Event)
                .filter(symbol -> symbol.getRange().getStart().getLine() <= caret.getLine()
                        && caret.getLine() <= symbol.getRange().getEnd().getLine())
                .map(DocumentSymbol::getName).findFirst();
    }

    private static void say(ITextEditor editor) {
        editor.getSite().getShell().getDisplay().asyncExec(() ->
                StatusLine.show("The caret is in no scenario: put it into one, or use Run As to run the first one"));
    }
}
