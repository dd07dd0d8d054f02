package dmvpn.dsl.ide.server;

import com.google.inject.Injector;
import dmvpn.dsl.ide.completion.CompletionService;
import dmvpn.dsl.ide.definition.DefinitionService;
import dmvpn.dsl.ide.diagnostics.DiagnosticService;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.hover.HoverService;
import dmvpn.dsl.ide.quickfix.QuickFixService;
import dmvpn.dsl.ide.symbols.SymbolService;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.xtext.resource.XtextResourceSet;

/** Answers a client's questions about its open documents. Everything runs on the server's thread, in order. */
final class ModelTextDocumentService implements TextDocumentService {

    private final Executor executor;
    private final CompletableFuture<Injector> injector;
    private final Map<String, ModelDocument> documents = new LinkedHashMap<>();
    private LanguageClient client;

    ModelTextDocumentService(Executor executor, CompletableFuture<Injector> injector) {
        this.executor = executor;
        this.injector = injector;
    }

    void connect(LanguageClient newClient) {
        client = newClient;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams parameters) {
        run(() -> {
            var item = parameters.getTextDocument();
            XtextResourceSet resources = injector.join().getInstance(XtextResourceSet.class);
            DmvpnResource resource = (DmvpnResource) resources.createResource(URI.createURI(item.getUri()));
            documents.put(item.getUri(), new ModelDocument(item.getUri(), resource, item.getVersion(), item.getText()));
            validate(item.getUri(), item.getVersion());
        });
    }

    @Override
    public void didChange(DidChangeTextDocumentParams parameters) {
        run(() -> {
            String uri = parameters.getTextDocument().getUri();
            ModelDocument document = documents.get(uri);
            if (document != null) {
                int version = parameters.getTextDocument().getVersion();
                document.change(version, parameters.getContentChanges());
                // Behind the edits that wait already: of a burst of typing only the last state is validated.
                run(() -> validate(uri, version));
            }
        });
    }

    @Override
    public void didClose(DidCloseTextDocumentParams parameters) {
        run(() -> documents.remove(parameters.getTextDocument().getUri()));
    }

    @Override
    public void didSave(DidSaveTextDocumentParams parameters) {
        // Documents are validated as they change.
    }

    private void validate(String uri, int version) {
        ModelDocument document = documents.get(uri);
        if (document == null || document.version() != version || client == null) {
            return;
        }
        DiagnosticService diagnostics = injector.join().getInstance(DiagnosticService.class);
        client.publishDiagnostics(new PublishDiagnosticsParams(uri, diagnostics.diagnostics(document), version));
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams parameters) {
        return answer(parameters.getTextDocument(), CompletionService.class,
                (service, document) -> Either.forLeft(service.complete(document, parameters.getPosition())),
                () -> Either.forLeft(List.of()));
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams parameters) {
        return answer(parameters.getTextDocument(), HoverService.class,
                (service, document) -> service.hover(document, parameters.getPosition()).orElse(null),
                () -> null);
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams parameters) {
        return answer(parameters.getTextDocument(), DefinitionService.class,
                (service, document) -> Either.forLeft(service.definition(document, parameters.getPosition())),
                () -> Either.forLeft(List.of()));
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams parameters) {
        return answer(parameters.getTextDocument(), SymbolService.class,
                (service, document) -> service.symbols(document).stream()
                        .map(symbol -> Either.<SymbolInformation, DocumentSymbol>forRight(symbol))
                        .toList(),
                List::of);
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams parameters) {
        return answer(parameters.getTextDocument(), QuickFixService.class,
                (service, document) -> service.codeActions(document, parameters).stream()
                        .map(action -> Either.<Command, CodeAction>forRight(action))
                        .toList(),
                List::of);
    }

    private <S, T> CompletableFuture<T> answer(TextDocumentIdentifier identifier, Class<S> service,
            BiFunction<S, ModelDocument, T> question, Supplier<T> withoutDocument) {
        try {
            return CompletableFuture.supplyAsync(() -> {
                ModelDocument document = documents.get(identifier.getUri());
                return document == null
                        ? withoutDocument.get()
                        : question.apply(injector.join().getInstance(service), document);
            }, executor);
        } catch (RejectedExecutionException shutDown) {
            return CompletableFuture.completedFuture(withoutDocument.get());
        }
    }

    private void run(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException shutDown) {
            return; // a client that goes on after shutdown is not owed an answer (LSP, "Shutdown Request")
        }
    }
}
