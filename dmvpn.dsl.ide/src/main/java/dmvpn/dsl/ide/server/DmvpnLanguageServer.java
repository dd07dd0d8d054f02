package dmvpn.dsl.ide.server;

import com.google.inject.Injector;
import dmvpn.dsl.ide.DmvpnIdeSetup;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.lens.LastVerdicts;
import dmvpn.dsl.ide.lens.ModelCommands;
import dmvpn.dsl.policy.ProjectRules;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
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

    private final RequestQueue queue = new RequestQueue(this::tellDefect);
    private final ServerState state;
    private final ModelTextDocumentService documents;
    private final ModelWorkspaceService workspace;
    private final Runnable exit;
    private volatile boolean shutDown;

    /** A server that leaves the process alone when its client says exit. */
    public DmvpnLanguageServer() {
        this(() -> { });
    }

    /**
     * A server without commands.
     *
     * @param exit what to do when the client says exit
     */
    public DmvpnLanguageServer(Runnable exit) {
        this(exit, ModelCommands.NONE);
    }

    /**
     * A server that can do more than edit.
     *
     * @param exit what to do when the client says exit
     * @param commands what can be done beside the text
     */
    public DmvpnLanguageServer(Runnable exit, ModelCommands commands) {
        this.exit = exit;
        // Setting up the language takes about a second: the first request waits for it, the caller does not.
        CompletableFuture<Injector> injector = queue.answer(
                () -> new DmvpnIdeSetup().createInjectorAndDoEMFRegistration(), () -> null);
        state = new ServerState(injector, commands);
        documents = new ModelTextDocumentService(queue, state);
        workspace = new ModelWorkspaceService(queue, state, documents);
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams parameters) {
        state.setAbilities(ClientAbilities.of(parameters));
        List<WorkspaceFolder> folders = parameters.getWorkspaceFolders();
        if (folders != null) {
            folders.forEach(folder -> queue.run(() -> state.workspace().addFolder(folder.getUri())));
        } else if (rootUri(parameters) != null) {
            queue.run(() -> state.workspace().addFolder(rootUri(parameters)));
        }
        return CompletableFuture.completedFuture(new InitializeResult(
                OfferedCapabilities.with(state.commands().known()), new ServerInfo("dmvpn")));
    }

    @Override
    public void initialized(InitializedParams parameters) {
        LanguageClient client = state.client();
        if (client != null && state.abilities().watchesFiles()) {
            DidChangeWatchedFilesRegistrationOptions watched = new DidChangeWatchedFilesRegistrationOptions(List.of(
                    new FileSystemWatcher(Either.forLeft("**/*.dmvpn")),
                    new FileSystemWatcher(Either.forLeft("**/" + ProjectRules.FILE_NAME))));
            client.registerCapability(new RegistrationParams(List.of(
                    new Registration("files", "workspace/didChangeWatchedFiles", watched))));
        }
    }

    /** Clients that know no workspace folders name one root. */
    @SuppressWarnings("deprecation")
    private static String rootUri(InitializeParams parameters) {
        return parameters.getRootUri();
    }

    @Override
    public void connect(LanguageClient client) {
        state.setClient(client);
    }

    /** What came of the last runs of scenarios: a face that runs one reports it here. */
    public LastVerdicts verdicts() {
        return state.verdicts();
    }

    /** A new service of the language, for who looks at files beside the documents of the server. */
    public <S> S newService(Class<S> type) {
        return state.service(type);
    }

    /**
     * Asks about an open document what no request of the protocol asks: for faces in the server's own process. It is asked
     * on the server's thread, behind what the client said before, so the answer must hold nothing that an edit changes.
     * An answer that is cancelled before its turn is not computed.
     *
     * @return the answer; empty when the document is not open
     */
    public <A> CompletableFuture<Optional<A>> ask(String uri, Function<ModelDocument, A> question) {
        return queue.answer(() -> state.workspace().find(uri).map(question), Optional::empty);
    }

    private void tellDefect(RuntimeException defect) {
        LanguageClient client = state.client();
        if (client != null) {
            client.logMessage(new MessageParams(MessageType.Error, "This is a defect of dmvpn: " + defect));
        }
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        shutDown = true;
        queue.shutdown();
        return CompletableFuture.completedFuture(null);
    }

    /** True when the client has asked for the end, as it should before it says exit. */
    public boolean isShutDown() {
        return shutDown;
    }

    @Override
    public void exit() {
        exit.run();
    }

    @Override
    public void setTrace(SetTraceParams parameters) {
        // The server has nothing to trace that its answers do not say.
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
