package dmvpn.dsl.ui.outline;

import dmvpn.dsl.ui.language.Answers;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.ModelEditor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** {@code Quick Outline}: the elements of the model over the editor, to be found by a few letters. */
public final class QuickOutlineHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ModelEditor.active(event).ifPresent(editor -> Answers.show(
                LanguageSessions.current().documents().documentSymbol(new DocumentSymbolParams(editor.identifier())),
                symbols -> new QuickOutline(editor, OutlineNode.of(
                        symbols.stream().filter(Either::isRight).map(Either::getRight).toList())).open()));
        return null;
    }
}
