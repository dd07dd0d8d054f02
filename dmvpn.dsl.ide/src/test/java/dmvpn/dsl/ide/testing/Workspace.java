package dmvpn.dsl.ide.testing;

import dmvpn.dsl.ide.lens.ModelCommands;
import dmvpn.dsl.ide.server.DmvpnLanguageServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.services.LanguageClient;

/** A client of a language server with several documents. */
public final class Workspace implements LanguageClient, AutoCloseable {

    private static final long DEADLINE_SECONDS = 60;

    private final DmvpnLanguageServer server;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private final List<Registration> registrations = new CopyOnWriteArrayList<>();
    private final AtomicInteger lensRefreshes = new AtomicInteger();

    /** A client that initializes its server with these parameters. */
    public Workspace(InitializeParams parameters, ModelCommands commands) {
        server = new DmvpnLanguageServer(() -> { }, commands);
        server.connect(this);
        EditedModel.answer(server.initialize(parameters));
    }

    /** A client that knows little. */
    public Workspace() {
        this(new InitializeParams(), ModelCommands.NONE);
    }

    /** The server. */
    public DmvpnLanguageServer server() {
        return server;
    }

    /** Opens a document. */
    public void open(String uri, String text) {
        texts.put(uri, text);
        server.getTextDocumentService().didOpen(
                new DidOpenTextDocumentParams(new TextDocumentItem(uri, "dmvpn", 1, text)));
    }

    /** Replaces all of a document. */
    public void change(String uri, int version, String text) {
        texts.put(uri, text);
        server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri, version), List.of(new TextDocumentContentChangeEvent(text))));
    }

    /** The text of a document as the client has it. */
    public String text(String uri) {
        return texts.get(uri);
    }

    /** The document as requests name it. */
    public TextDocumentIdentifier document(String uri) {
        return new TextDocumentIdentifier(uri);
    }

    /** The position of the last character of a text's only occurrence. */
    public Position at(String uri, String marker) {
        String text = texts.get(uri);
        int start = text.indexOf(marker);
        if (start < 0 || text.indexOf(marker, start + 1) >= 0) {
            throw new IllegalArgumentException("'" + marker + "' must occur once in the text");
        }
        String before = text.substring(0, start + marker.length() - 1);
        return new Position((int) before.chars().filter(c -> c == '\n').count(),
                before.length() - before.lastIndexOf('\n') - 1);
    }

    /** The text of a range. */
    public String textOf(String uri, Range range) {
        return texts.get(uri).substring(offset(uri, range.getStart()), offset(uri, range.getEnd()));
    }

    /** Applies an edit to the texts of the client; the server is not told. */
    public void apply(WorkspaceEdit edit) {
        edit.getChanges().forEach((uri, edits) -> {
            StringBuilder text = new StringBuilder(texts.get(uri));
            edits.stream().sorted(java.util.Comparator.comparingInt(
                            (TextEdit each) -> offset(uri, each.getRange().getStart())).reversed())
                    .forEach(each -> text.replace(offset(uri, each.getRange().getStart()),
                            offset(uri, each.getRange().getEnd()), each.getNewText()));
            texts.put(uri, text.toString());
        });
    }

    private int offset(String uri, Position position) {
        String text = texts.get(uri);
        int offset = 0;
        for (int line = 0; line < position.getLine(); line++) {
            offset = text.indexOf('\n', offset) + 1;
        }
        return offset + position.getCharacter();
    }

    /** Waits for the next published problems. */
    public PublishDiagnosticsParams nextProblems() {
        try {
            PublishDiagnosticsParams next = published.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("No diagnostics came");
            }
            return next;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** The names of the documents whose problems were published since somebody looked, once the server has nothing to do. */
    public List<String> publishedMeanwhile() {
        settle();
        List<PublishDiagnosticsParams> all = new ArrayList<>();
        published.drainTo(all);
        return all.stream().map(PublishDiagnosticsParams::getUri).map(uri -> URI.create(uri).getPath()).toList();
    }

    private void settle() {
        EditedModel.answer(server.getTextDocumentService().documentSymbol(
                new org.eclipse.lsp4j.DocumentSymbolParams(document("file:///unknown.dmvpn"))));
        // What the first question put behind itself is done when the second is answered.
        EditedModel.answer(server.getTextDocumentService().documentSymbol(
                new org.eclipse.lsp4j.DocumentSymbolParams(document("file:///unknown.dmvpn"))));
    }

    /** The problems that a document has once the server has nothing to do; they must have been published since somebody looked. */
    public List<Diagnostic> lastProblemsOf(String uri) {
        settle();
        List<PublishDiagnosticsParams> all = new ArrayList<>();
        published.drainTo(all);
        return all.stream().filter(each -> each.getUri().equals(uri)).reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("No diagnostics of " + uri + " came")).getDiagnostics();
    }

    /** What the server has asked to be told of. */
    public List<Registration> registrations() {
        return registrations;
    }

    @Override
    public CompletableFuture<Void> registerCapability(RegistrationParams parameters) {
        registrations.addAll(parameters.getRegistrations());
        return CompletableFuture.completedFuture(null);
    }

    /** How often the server has asked for the lenses to be shown anew. */
    public int lensRefreshes() {
        return lensRefreshes.get();
    }

    @Override
    public CompletableFuture<Void> refreshCodeLenses() {
        lensRefreshes.incrementAndGet();
        return CompletableFuture.completedFuture(null);
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
