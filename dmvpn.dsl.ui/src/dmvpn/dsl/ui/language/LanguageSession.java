package dmvpn.dsl.ui.language;

import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.lens.LastVerdicts;
import dmvpn.dsl.ide.lens.ModelCommands;
import dmvpn.dsl.ide.server.DmvpnLanguageServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.eclipse.core.runtime.ILog;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.eclipse.ui.PlatformUI;

/**
 * The language server that runs in the IDE's own process, called through LSP4J's Java interfaces: no socket, no JSON.
 * One per workbench, registered as an OSGi service.
 */
public final class LanguageSession implements LanguageClient {

    private final DmvpnLanguageServer server;
    private final ModelCommands commands;
    private final Map<URI, List<Diagnostic>> diagnostics = new ConcurrentHashMap<>();
    /** What the builder says of files of its projects. */
    private final Map<URI, List<Diagnostic>> diagnosticsOfFiles = new ConcurrentHashMap<>();
    private final OpenDocuments openDocuments = new OpenDocuments(this);
    private final List<DiagnosticsListener> listeners = new CopyOnWriteArrayList<>();
    private final KeptAnswers keptAnswers = new KeptAnswers();
    private final ProjectFolders folders;
    private final List<Runnable> lensListeners = new CopyOnWriteArrayList<>();

    /** Told when the problems of a document are known anew. */
    @FunctionalInterface
    public interface DiagnosticsListener {
        /** The problems of a document; called on the server's thread. */
        void published(URI document, List<Diagnostic> problems);
    }

    /**
     * Starts the server.
     *
     * @param commands what can be done beside the text
     */
    public LanguageSession(ModelCommands commands) {
        this.commands = commands;
        server = new DmvpnLanguageServer(() -> { }, commands);
        server.connect(this);
        InitializeParams parameters = new InitializeParams();
        parameters.setCapabilities(capabilities());
        server.initialize(parameters);
        server.initialized(new InitializedParams());
        folders = ProjectFolders.follow(this);
    }

    /** Completions may have tab stops, and code lenses are asked for anew when the server says so. */
    private static ClientCapabilities capabilities() {
        CompletionItemCapabilities items = new CompletionItemCapabilities();
        items.setSnippetSupport(true);
        TextDocumentClientCapabilities documents = new TextDocumentClientCapabilities();
        documents.setCompletion(new CompletionCapabilities(items));
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setCodeLens(new CodeLensWorkspaceCapabilities(true));
        ClientCapabilities capabilities = new ClientCapabilities();
        capabilities.setTextDocument(documents);
        capabilities.setWorkspace(workspace);
        return capabilities;
    }

    /** What the server does with documents. */
    public TextDocumentService documents() {
        return server.getTextDocumentService();
    }

    /** What the server does with the files of all projects. */
    public WorkspaceService workspace() {
        return server.getWorkspaceService();
    }

    /** A new service of the language, for what is done with files beside the documents of the server. */
    public <S> S newService(Class<S> type) {
        return server.newService(type);
    }

    /**
     * Asks about an open document what no request of the protocol asks; see {@link DmvpnLanguageServer#ask}.
     *
     * @return the answer; empty when no editor shows the document
     */
    public <A> CompletableFuture<Optional<A>> ask(URI document, Function<ModelDocument, A> question) {
        return server.ask(document.toString(), question);
    }

    /** What can be done beside the text. */
    public ModelCommands commands() {
        return commands;
    }

    /** What came of the last runs of scenarios. */
    public LastVerdicts verdicts() {
        return server.verdicts();
    }

    /** Adds somebody who is told, on any thread, that lenses are not what they were. */
    public void addLensListener(Runnable listener) {
        lensListeners.add(listener);
    }

    /** Removes a listener. */
    public void removeLensListener(Runnable listener) {
        lensListeners.remove(listener);
    }

    /** Answers that are soon asked for again. */
    public KeptAnswers keptAnswers() {
        return keptAnswers;
    }

    /** The documents that editors show. */
    public OpenDocuments openDocuments() {
        return openDocuments;
    }

    /** Adds a listener; the listener is not told about the past. */
    public void addDiagnosticsListener(DiagnosticsListener listener) {
        listeners.add(listener);
    }

    /** Removes a listener. */
    public void removeDiagnosticsListener(DiagnosticsListener listener) {
        listeners.remove(listener);
    }

    /** The problems last published for a document. */
    public List<Diagnostic> diagnostics(URI document) {
        return diagnostics.getOrDefault(document, List.of());
    }

    /** Drops the problems of a document whose text is no more: what counts again is the file. */
    void forgetDiagnostics(URI document) {
        publish(document, diagnosticsOfFiles.getOrDefault(document, List.of()));
    }

    /** The builder has checked a file. While an editor shows it, what is said about the editor's text counts. */
    public void fileChecked(URI file, List<Diagnostic> problems) {
        diagnosticsOfFiles.put(file, List.copyOf(problems));
        if (!openDocuments.isOpen(file)) {
            publish(file, List.copyOf(problems));
        }
    }

    /** No builder cares for a file any more. */
    public void fileForgotten(URI file) {
        if (diagnosticsOfFiles.remove(file) != null && !openDocuments.isOpen(file)) {
            publish(file, List.of());
        }
    }

    /** A file of a project that is closed or deleted: nothing is to be shown of it any more, not even that nothing is wrong. */
    public void fileGone(URI file) {
        diagnosticsOfFiles.remove(file);
        if (!openDocuments.isOpen(file)) {
            diagnostics.remove(file);
        }
    }

    /** Ends the server. */
    public void shutdown() {
        folders.unfollow();
        server.shutdown();
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams published) {
        URI document = URI.create(published.getUri());
        List<Diagnostic> ofFile = diagnosticsOfFiles.get(document);
        // An answer may come after its editor was closed, and speak of a text that was never saved.
        publish(document, ofFile == null || openDocuments.isOpen(document) ? List.copyOf(published.getDiagnostics()) : ofFile);
    }

    private void publish(URI document, List<Diagnostic> problems) {
        diagnostics.put(document, problems);
        keptAnswers.forget();
        for (DiagnosticsListener listener : listeners) {
            try {
                listener.published(document, problems);
            } catch (RuntimeException defect) {
                // The others hear of it all the same; while the workbench ends, views may be gone.
                if (PlatformUI.isWorkbenchRunning() && !PlatformUI.getWorkbench().isClosing()) {
                    ILog.of(LanguageSession.class).error("Problems could not be shown", defect);
                }
            }
        }
    }

    @Override
    public CompletableFuture<Void> refreshCodeLenses() {
        lensListeners.forEach(Runnable::run);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void telemetryEvent(Object object) {
        // The server sends none.
    }

    @Override
    public void showMessage(MessageParams message) {
        // Problems reach people as markers; the server has no other messages.
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void logMessage(MessageParams message) {
        // The server has nothing else to say there than defects of the product.
        if (message.getType() == MessageType.Error) {
            ILog.of(LanguageSession.class).error(message.getMessage());
        }
    }
}
