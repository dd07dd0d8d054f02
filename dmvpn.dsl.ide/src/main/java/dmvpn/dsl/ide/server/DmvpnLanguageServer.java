package dmvpn.dsl.ide.server;

import com.google.inject.Injector;
import dmvpn.dsl.ide.DmvpnIdeSetup;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/**
 * The language server: one object that serves the IDE in its own process and any other editor over a connection.
 *
 * <p>Requests are answered in their order on one thread of the server's own, so that a completion sees the edit that
 * was sent before it. Xtext's stock workspace manager is not used: it unloads and reloads a changed file, and no
 * incremental parsing survives that.
 */
public final class DmvpnLanguageServer implements LanguageServer, LanguageClientAware {

    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "dmvpn language server");
        thread.setDaemon(true);
        return thread;
    });
    private final ModelTextDocumentService documents;
    private final WorkspaceService workspace = new ModelWorkspaceService();
    private final Runnable exit;

    /** A server that leaves the process alone when its client says exit. */
    public DmvpnLanguageServer() {
        this(() -> { });
    }

    /**
     * @param exit what to do when the client says exit
     */
    public DmvpnLanguageServer(Runnable exit) {
        this.exit = exit;
        // Setting up the language takes about a second: the first request waits for it, the caller does not.
        CompletableFuture<Injector> injector = CompletableFuture.supplyAsync(
                () -> new DmvpnIdeSetup().createInjectorAndDoEMFRegistration(), executor);
        documents = new ModelTextDocumentService(executor, injector);
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams parameters) {
        ServerCapabilities capabilities = new ServerCapabilities();
        capabilities.setTextDocumentSync(TextDocumentSyncKind.Incremental);
        capabilities.setCompletionProvider(new CompletionOptions(false, List.of()));
        capabilities.setHoverProvider(true);
        capabilities.setDefinitionProvider(true);
        capabilities.setDocumentSymbolProvider(true);
        capabilities.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        return CompletableFuture.completedFuture(new InitializeResult(capabilities, new ServerInfo("dmvpn")));
    }

    @Override
    public void connect(LanguageClient client) {
        documents.connect(client);
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        executor.shutdown();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        exit.run();
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return documents;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return workspace;
    }
}
