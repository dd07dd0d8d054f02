package dmvpn.bench.language;

import dmvpn.dsl.ide.server.DmvpnLanguageServer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * A language server with one open document, as an editor sees it but without a connection. Costs are processor time of the
 * server's thread: waiting costs nothing.
 */
final class ServerSession implements AutoCloseable {

    private static final String URI = "file:///large.dmvpn";
    private static final int PATIENCE_SECONDS = 120;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Diagnostics as they were published, with the thread and what it had spent until then. */
    private record Published(PublishDiagnosticsParams diagnostics, long threadId, long cpuNanos) {
    }

    private final DmvpnLanguageServer server = new DmvpnLanguageServer();
    private final BlockingQueue<Published> published = new LinkedBlockingQueue<>();
    private final long threadId;
    private int version = 1;

    ServerSession(String text) throws InterruptedException, ExecutionException, TimeoutException {
        server.connect(new Client());
        server.initialize(new InitializeParams()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        server.getTextDocumentService().didOpen(
                new DidOpenTextDocumentParams(new TextDocumentItem(URI, "dmvpn", version, text)));
        threadId = awaitVersion().threadId();
    }

    /**
     * Replaces a part of one line.
     *
     * @return nanoseconds of the server's thread from the notification to the published diagnostics
     */
    double change(Range range, String text) throws InterruptedException, TimeoutException {
        settle();
        version++;
        long before = THREADS.getThreadCpuTime(threadId);
        server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(URI, version), List.of(new TextDocumentContentChangeEvent(range, text))));
        Published answer = awaitVersion();
        if (answer.diagnostics().getDiagnostics().stream().anyMatch(found -> found.getSeverity() == DiagnosticSeverity.Error)) {
            throw new IllegalStateException("The measured model has errors");
        }
        return answer.cpuNanos() - before;
    }

    /** Nanoseconds of the server's thread for a completion that has proposals. */
    double complete(Position position) throws InterruptedException, ExecutionException, TimeoutException {
        settle();
        long before = THREADS.getThreadCpuTime(threadId);
        var answer = server.getTextDocumentService()
                .completion(new CompletionParams(new TextDocumentIdentifier(URI), position)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        boolean empty = answer.isLeft() ? answer.getLeft().isEmpty() : answer.getRight().getItems().isEmpty();
        if (empty) {
            throw new IllegalStateException("Nothing is proposed at line " + (position.getLine() + 1));
        }
        return THREADS.getThreadCpuTime(threadId) - before;
    }

    /** Lets the server finish what it does after an answer: its thread works in order. */
    private void settle() throws InterruptedException {
        try {
            server.getTextDocumentService().completion(new CompletionParams(
                    new TextDocumentIdentifier("file:///unknown.dmvpn"), new Position(0, 0))).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("The server does not answer", failure);
        }
    }

    private Published awaitVersion() throws InterruptedException, TimeoutException {
        while (true) {
            Published next = published.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new TimeoutException("The server published nothing");
            }
            if (URI.equals(next.diagnostics().getUri()) && Integer.valueOf(version).equals(next.diagnostics().getVersion())) {
                return next;
            }
        }
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private final class Client implements LanguageClient {

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
            published.add(new Published(diagnostics, Thread.currentThread().threadId(), THREADS.getCurrentThreadCpuTime()));
        }

        @Override
        public void telemetryEvent(Object event) {
            // Nobody listens.
        }

        @Override
        public void showMessage(MessageParams message) {
            // Nobody reads.
        }

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void logMessage(MessageParams message) {
            // Nobody reads.
        }
    }
}
