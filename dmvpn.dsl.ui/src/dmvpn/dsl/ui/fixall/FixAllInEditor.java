package dmvpn.dsl.ui.fixall;

import dmvpn.dsl.ide.quickfix.FixAllService;
import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.OpenDocuments;
import dmvpn.dsl.ui.language.WorkspaceEdits;
import dmvpn.dsl.ui.status.StatusLine;
import java.net.URI;
import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;

/** Mends what is certain in an editor's text when the server has found out how: one step for undo, and none when typing went on. */
final class FixAllInEditor {

    private final IDocument document;
    private final long stamp;

    FixAllInEditor(ITextEditor editor) {
        document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        stamp = stamp();
    }

    void start() {
        LanguageSession session = LanguageSessions.current();
        OpenDocuments.uri(document).ifPresent(uri -> session.documents().codeAction(question(uri))
                .thenAccept(answer -> PlatformUI.getWorkbench().getDisplay().asyncExec(() -> apply(uri, answer))));
    }

    private static CodeActionParams question(URI uri) {
        CodeActionContext context = new CodeActionContext(List.of(), List.of(FixAllService.SOURCE_FIX_ALL));
        return new CodeActionParams(new TextDocumentIdentifier(uri.toString()),
                new Range(new Position(0, 0), new Position(0, 0)), context);
    }

    private void apply(URI uri, List<Either<Command, CodeAction>> answer) {
        if (stamp != stamp()) {
            StatusLine.show("The text has changed meanwhile, so nothing was fixed: ask again");
            return;
        }
        List<CodeAction> actions = answer.stream().filter(Either::isRight).map(Either::getRight)
                .filter(action -> action.getEdit() != null).toList();
        if (actions.isEmpty()) {
            StatusLine.show("No problem here has a mend that is certain; Ctrl+1 on a problem offers the others");
            return;
        }
        try {
            WorkspaceEdits.apply(actions.getFirst().getEdit(), uri.toString(), document);
            StatusLine.show("What could be mended without a doubt is mended; Undo takes it back in one step");
        } catch (BadLocationException outside) {
            StatusLine.show("Nothing was fixed: " + outside.getMessage());
        }
    }

    private long stamp() {
        return document instanceof IDocumentExtension4 versioned ? versioned.getModificationStamp() : 0;
    }
}
