package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.policy.SuppressionComment;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.StringValue;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Mends as edits of the protocol. */
final class Edits {

    private Edits() {
    }

    static WorkspaceEdit of(ModelDocument document, Mend mend) {
        return new WorkspaceEdit(Map.of(document.uri(), mend.changes().stream().map(change -> edit(document, change)).toList()));
    }

    private static TextEdit edit(ModelDocument document, Change change) {
        return new TextEdit(document.lines().range(change.offset(), change.length()), change.text());
    }

    /** A suppressing comment, whose reason a client that can do so asks for. */
    static WorkspaceEdit suppression(ModelDocument document, Mend mend, boolean snippet) {
        if (!snippet) {
            return of(document, mend);
        }
        Change change = mend.changes().getFirst();
        String text = change.text().replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
                .replace(SuppressionComment.PENDING_REASON, "${1:" + SuppressionComment.PENDING_REASON + "}");
        SnippetTextEdit edit = new SnippetTextEdit(document.lines().range(change.offset(), change.length()),
                new StringValue("snippet", text));
        VersionedTextDocumentIdentifier identifier = new VersionedTextDocumentIdentifier(document.uri(), document.version());
        return new WorkspaceEdit(List.of(Either.forLeft(new TextDocumentEdit(identifier, List.of(Either.forRight(edit))))));
    }
}
