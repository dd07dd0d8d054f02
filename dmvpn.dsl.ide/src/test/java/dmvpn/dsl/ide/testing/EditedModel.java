package dmvpn.dsl.ide.testing;

import dmvpn.dsl.ide.server.DmvpnLanguageServer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.services.LanguageClient;

/** A document that a test edits at a language server, as an editor would. */
public final class EditedModel implements LanguageClient, AutoCloseable {

    private static final String URI = "file:///models/test.dmvpn";
    private static final long DEADLINE_SECONDS = 60;

    private final DmvpnLanguageServer server = new DmvpnLanguageServer();
    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private String text;
    private int version = 1;

    /** Opens a document. */
    public EditedModel(String text) {
        this.text = text;
        server.connect(this);
        InitializeParams parameters = new InitializeParams();
        parameters.setCapabilities(new ClientCapabilities());
        server.initialize(parameters);
        server.getTextDocumentService().didOpen(
                new DidOpenTextDocumentParams(new TextDocumentItem(URI, "dmvpn", version, text)));
    }

    /** The server, to ask it what this class has no method for. */
    public DmvpnLanguageServer server() {
        return server;
    }

    /** The document's name. */
    public String uri() {
        return URI;
    }

    /** The document, as requests name it. */
    public TextDocumentIdentifier document() {
        return new TextDocumentIdentifier(URI);
    }

    /** The position behind the only occurrence of a text. */
    public Position behind(String marker) {
        return after(marker);
    }

    /** Applies edits that refer to the text as it is. */
    public void applyAll(List<? extends TextEdit> edits) {
        edits.stream().sorted(java.util.Comparator.comparingInt((TextEdit edit) -> offset(edit.getRange().getStart()))
                .reversed()).forEach(this::change);
    }

    /** Formats the document, as the command of an editor does. */
    public void format() {
        applyAll(answer(server.getTextDocumentService().formatting(
                new DocumentFormattingParams(document(), new FormattingOptions(2, true)))));
    }

    /** The text as the editor has it. */
    public String text() {
        return text;
    }

    /** Replaces the only occurrence of a text by another, as an edit of that range. */
    public void replace(String old, String replacement) {
        int start = text.indexOf(old);
        if (start < 0 || text.indexOf(old, start + 1) >= 0) {
            throw new IllegalArgumentException("'" + old + "' must occur once in the text");
        }
        change(new TextEdit(new Range(position(start), position(start + old.length())), replacement));
    }

    private void change(TextEdit edit) {
        int start = offset(edit.getRange().getStart());
        int end = offset(edit.getRange().getEnd());
        text = text.substring(0, start) + edit.getNewText() + text.substring(end);
        server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(URI, ++version),
                List.of(new TextDocumentContentChangeEvent(edit.getRange(), edit.getNewText()))));
    }

    /** The problems of the current version. */
    public List<Diagnostic> problems() {
        try {
            while (true) {
                PublishDiagnosticsParams next = published.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("No diagnostics of version " + version + " came");
                }
                if (next.getVersion() == version) {
                    return next.getDiagnostics();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** The problem of a rule in the current version. */
    public Diagnostic problem(String ruleId) {
        List<Diagnostic> all = problems();
        return all.stream().filter(each -> ruleId.equals(each.getCode().getLeft())).findFirst()
                .orElseThrow(() -> new AssertionError("No problem " + ruleId + " in " + all));
    }

    /** The quick fixes of a problem. */
    public List<CodeAction> fixes(Diagnostic problem) {
        return answer(server.getTextDocumentService().codeAction(new CodeActionParams(
                new TextDocumentIdentifier(URI), problem.getRange(), new CodeActionContext(List.of(problem)))))
                .stream().map(action -> action.getRight()).toList();
    }

    /** Applies a quick fix. */
    public void apply(CodeAction fix) {
        fix.getEdit().getChanges().get(URI).forEach(this::change);
    }

    /** What completion proposes behind the only occurrence of a text. */
    public List<CompletionItem> completionsAfter(String marker) {
        return answer(server.getTextDocumentService().completion(
                new CompletionParams(new TextDocumentIdentifier(URI), after(marker)))).getLeft();
    }

    /** What completion proposes before the only occurrence of a text. */
    public List<CompletionItem> completionsBefore(String marker) {
        Position behind = after(marker);
        return answer(server.getTextDocumentService().completion(new CompletionParams(
                new TextDocumentIdentifier(URI), position(offset(behind) - marker.length())))).getLeft();
    }

    /** The hover text on the last character of the only occurrence of a text; null when there is none. */
    public Hover hoverOn(String marker) {
        return answer(server.getTextDocumentService().hover(
                new HoverParams(new TextDocumentIdentifier(URI), position(offset(after(marker)) - 1))));
    }

    /** Where the name that ends the only occurrence of a text is declared: the text there. */
    public List<String> definitionOf(String marker) {
        return answer(server.getTextDocumentService().definition(
                new DefinitionParams(new TextDocumentIdentifier(URI), position(offset(after(marker)) - 1))))
                .getLeft().stream().map(Location::getRange)
                .map(range -> text.substring(offset(range.getStart()), offset(range.getEnd()))).toList();
    }

    /** The outline. */
    public List<DocumentSymbol> symbols() {
        return answer(server.getTextDocumentService().documentSymbol(
                new DocumentSymbolParams(new TextDocumentIdentifier(URI)))).stream()
                .map(symbol -> symbol.getRight()).toList();
    }

    /** The text of a range. */
    public String textOf(Range range) {
        return text.substring(offset(range.getStart()), offset(range.getEnd()));
    }

    private Position after(String marker) {
        int start = text.indexOf(marker);
        if (start < 0 || text.indexOf(marker, start + 1) >= 0) {
            throw new IllegalArgumentException("'" + marker + "' must occur once in the text");
        }
        return position(start + marker.length());
    }

    private Position position(int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new Position(line, offset - before.lastIndexOf('\n') - 1);
    }

    private int offset(Position position) {
        int offset = 0;
        for (int line = 0; line < position.getLine(); line++) {
            offset = text.indexOf('\n', offset) + 1;
        }
        return offset + position.getCharacter();
    }

    /** Waits for an answer of the server. */
    public static <T> T answer(CompletableFuture<T> future) {
        try {
            return future.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new AssertionError("The server did not answer", failure);
        }
    }

    @Override
    public void close() {
        server.shutdown();
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        published.add(diagnostics);
    }

    @Override
    public void telemetryEvent(Object object) {
        throw new AssertionError("The server sends no telemetry");
    }

    @Override
    public void showMessage(MessageParams message) {
        throw new AssertionError("Unexpected message: " + message.getMessage());
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        throw new AssertionError("Unexpected question: " + request.getMessage());
    }

    @Override
    public void logMessage(MessageParams message) {
        throw new AssertionError("Unexpected log message: " + message.getMessage());
    }
}
