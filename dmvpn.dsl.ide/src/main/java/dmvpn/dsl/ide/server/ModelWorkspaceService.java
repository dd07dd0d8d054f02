package dmvpn.dsl.ide.server;

import com.google.gson.JsonPrimitive;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.symbols.WorkspaceSymbolService;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What concerns more than one document: folders, files on the disk, symbols of all files, commands. */
final class ModelWorkspaceService implements WorkspaceService {

    private final RequestQueue queue;
    private final ServerState state;
    private final ModelTextDocumentService documents;

    ModelWorkspaceService(RequestQueue queue, ServerState state, ModelTextDocumentService documents) {
        this.queue = queue;
        this.state = state;
        this.documents = documents;
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams parameters) {
        // The server has no settings.
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams parameters) {
        queue.run(() -> {
            // A file that is no model may be one that says how models are checked.
            boolean models = parameters.getChanges().stream().allMatch(change -> change.getUri().endsWith(".dmvpn"));
            Set<ModelDocument> affected = new LinkedHashSet<>(models ? List.of() : state.workspace().openDocuments());
            parameters.getChanges().forEach(change -> affected.addAll(state.workspace().fileChanged(change.getUri())));
            documents.validate(affected);
        });
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams parameters) {
        queue.run(() -> {
            parameters.getEvent().getRemoved().forEach(folder -> state.workspace().removeFolder(folder.getUri()));
            parameters.getEvent().getAdded().forEach(folder -> state.workspace().addFolder(folder.getUri()));
        });
    }

    @Override
    public CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> symbol(
            WorkspaceSymbolParams parameters) {
        return queue.answer(
                () -> Either.forRight(state.service(WorkspaceSymbolService.class).symbols(state.workspace(), parameters.getQuery())),
                () -> Either.forRight(List.of()));
    }

    @Override
    public CompletableFuture<Object> executeCommand(ExecuteCommandParams parameters) {
        if (!state.commands().known().contains(parameters.getCommand())) {
            return CompletableFuture.failedFuture(new ResponseErrorException(new ResponseError(
                    ResponseErrorCode.InvalidParams, "No command is called '" + parameters.getCommand() + "'", null)));
        }
        List<Object> arguments = parameters.getArguments() == null ? List.of() : parameters.getArguments();
        return queue.answer(() -> state.commands().execute(parameters.getCommand(),
                        arguments.stream().map(ModelWorkspaceService::text).toList()),
                () -> CompletableFuture.<Object>completedFuture(null)).thenCompose(Function.identity());
    }

    private static String text(Object argument) {
        return argument instanceof JsonPrimitive primitive ? primitive.getAsString() : String.valueOf(argument);
    }
}
