package dmvpn.dsl.ide.server;

import dmvpn.dsl.ide.completion.CompletionService;
import dmvpn.dsl.ide.definition.DefinitionService;
import dmvpn.dsl.ide.diagnostics.DiagnosticService;
import dmvpn.dsl.ide.diagnostics.ProjectDiagnostics;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.folding.FoldingService;
import dmvpn.dsl.ide.formatting.FormatService;
import dmvpn.dsl.ide.hover.HoverService;
import dmvpn.dsl.ide.lens.LensService;
import dmvpn.dsl.ide.occurrences.ReferenceService;
import dmvpn.dsl.ide.quickfix.CodeActionService;
import dmvpn.dsl.ide.quickfix.FixRefusedException;
import dmvpn.dsl.ide.rename.RenameException;
import dmvpn.dsl.ide.rename.RenameService;
import dmvpn.dsl.ide.rules.FindingHover;
import dmvpn.dsl.ide.selection.SelectionService;
import dmvpn.dsl.ide.semantic.SemanticTokenService;
import dmvpn.dsl.ide.symbols.SymbolService;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.lsp4j.*;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.xtext.util.CancelIndicator;

/** Answers a client's questions about its open documents. Everything runs on the server's thread, in order. */
final class ModelTextDocumentService implements TextDocumentService {

    private final RequestQueue queue;
    private final ServerState state;
    private final ProjectDiagnostics projectDiagnostics = new ProjectDiagnostics();

    ModelTextDocumentService(RequestQueue queue, ServerState state) {
        this.queue = queue;
        this.state = state;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams parameters) {
        queue.run(() -> {
            TextDocumentItem item = parameters.getTextDocument();
            ModelDocument document = state.workspace().open(item.getUri(), item.getVersion(), item.getText());
            validate(List.of(document));
            validate(state.workspace().affectedBy(document));
            validateWhatChangedOnDisk();
        });
    }

    @Override
    public void didChange(DidChangeTextDocumentParams parameters) {
        queue.run(() -> {
            String uri = parameters.getTextDocument().getUri();
            int version = parameters.getTextDocument().getVersion();
            // Behind the edits that wait already: of a burst of typing only the last state is validated.
            state.workspace().change(uri, version, parameters.getContentChanges())
                    .ifPresent(changed -> queue.run(() -> validateIfCurrent(changed, version)));
        });
    }

    private void validateIfCurrent(ModelDocument document, int version) {
        boolean current = document.version() == version
                && state.workspace().find(document.uri()).filter(open -> open == document).isPresent();
        if (current) {
            Set<ModelDocument> affected = new LinkedHashSet<>(List.of(document));
            affected.addAll(state.workspace().refreshFromDisk());
            affected.addAll(state.workspace().affectedBy(document));
            validate(affected);
        }
    }

    private void validateWhatChangedOnDisk() {
        validate(state.workspace().refreshFromDisk());
    }

    @Override
    public void didClose(DidCloseTextDocumentParams parameters) {
        queue.run(() -> {
            String uri = parameters.getTextDocument().getUri();
            validate(state.workspace().close(uri));
            if (state.client() != null && state.abilities().clearsClosed()) {
                state.client().publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
            }
        });
    }

    @Override
    public void didSave(DidSaveTextDocumentParams parameters) {
        // Documents are validated as they change. What is beside them may have changed too, and not every client tells.
        queue.run(() -> {
            if (state.abilities().watchesFiles()) {
                validateWhatChangedOnDisk();
            } else {
                state.workspace().refreshFromDisk();
                validate(state.workspace().openDocuments());
            }
        });
    }

    /** Publishes the problems of documents; on the server's thread. */
    void validate(Collection<ModelDocument> documents) {
        LanguageClient client = state.client();
        if (client == null) {
            return;
        }
        DiagnosticService diagnostics = state.service(DiagnosticService.class);
        for (ModelDocument document : documents) {
            publish(client, new PublishDiagnosticsParams(document.uri(), diagnostics.diagnostics(document), document.version()));
            projectDiagnostics.changes(document).forEach(changes -> publish(client, changes));
        }
    }

    /** Each problem leads to the page of its rule. */
    private void publish(LanguageClient client, PublishDiagnosticsParams problems) {
        for (Diagnostic problem : problems.getDiagnostics()) {
            state.linkTo(problem.getCode().getLeft()).map(DiagnosticCodeDescription::new).ifPresent(problem::setCodeDescription);
        }
        client.publishDiagnostics(problems);
        if (state.abilities().links()) {
            queue.run(this::writePages);
        }
    }

    /** One page at a time: what is asked for meanwhile is answered in between. */
    private void writePages() {
        state.pages().writeNext();
        if (state.pages().hasUnwritten()) {
            queue.run(this::writePages);
        }
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams parameters) {
        return answerUntilCancelled(parameters.getTextDocument(), CompletionService.class,
                (service, document, cancelled) -> Either.forLeft(service.complete(document, parameters.getPosition(),
                        state.abilities().snippets(), cancelled)),
                () -> Either.forLeft(List.of()));
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams parameters) {
        return answer(parameters.getTextDocument(), HoverService.class,
                (service, document) -> new FindingHover().at(document, parameters.getPosition(),
                        service.hover(document, parameters.getPosition()).orElse(null), state::linkTo).orElse(null),
                () -> null);
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams parameters) {
        return answer(parameters.getTextDocument(), DefinitionService.class,
                (service, document) -> Either.forLeft(
                        service.definition(state.workspace(), document, parameters.getPosition())),
                () -> Either.forLeft(List.of()));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams parameters) {
        return answerUntilCancelled(parameters.getTextDocument(), ReferenceService.class,
                (service, document, cancelled) -> service.references(state.workspace(), document, parameters.getPosition(),
                        parameters.getContext() != null && parameters.getContext().isIncludeDeclaration(), cancelled),
                List::of);
    }

    @Override
    public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams parameters) {
        return answer(parameters.getTextDocument(), ReferenceService.class,
                (service, document) -> service.highlights(document, parameters.getPosition()), List::of);
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
    public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams parameters) {
        return answer(parameters.getTextDocument(), RenameService.class, (service, document) -> {
            try {
                return Either3.forSecond(service.prepare(document, parameters.getPosition()));
            } catch (RenameException refused) {
                throw refusal(refused);
            }
        }, () -> null);
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams parameters) {
        return answerUntilCancelled(parameters.getTextDocument(), RenameService.class, (service, document, cancelled) -> {
            try {
                return service.rename(state.workspace(), document, parameters.getPosition(), parameters.getNewName(), cancelled);
            } catch (RenameException refused) {
                throw refusal(refused);
            }
        }, () -> null);
    }

    /** The message of a failed request is what clients show. */
    private static ResponseErrorException refusal(Exception refused) {
        return new ResponseErrorException(
                new ResponseError(ResponseErrorCode.RequestFailed, refused.getMessage(), null));
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams parameters) {
        return answerUntilCancelled(parameters.getTextDocument(), FormatService.class,
                (service, document, cancelled) -> service.format(document, cancelled), List::of);
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> rangeFormatting(DocumentRangeFormattingParams parameters) {
        return answerUntilCancelled(parameters.getTextDocument(), FormatService.class,
                (service, document, cancelled) -> service.format(document, parameters.getRange(), cancelled), List::of);
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> onTypeFormatting(DocumentOnTypeFormattingParams parameters) {
        return answer(parameters.getTextDocument(), FormatService.class,
                (service, document) -> service.formatBlock(document, parameters.getPosition()), List::of);
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams parameters) {
        return answer(parameters.getTextDocument(), FoldingService.class,
                (service, document) -> service.ranges(document), List::of);
    }

    @Override
    public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams parameters) {
        return answer(parameters.getTextDocument(), SelectionService.class,
                (service, document) -> service.ranges(document, parameters.getPositions()), List::of);
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams parameters) {
        return answer(parameters.getTextDocument(), SemanticTokenService.class,
                (service, document) -> service.full(document), () -> new SemanticTokens(List.of()));
    }

    @Override
    public CompletableFuture<Either<SemanticTokens, SemanticTokensDelta>> semanticTokensFullDelta(
            SemanticTokensDeltaParams parameters) {
        return answer(parameters.getTextDocument(), SemanticTokenService.class,
                (service, document) -> service.delta(document, parameters.getPreviousResultId()),
                () -> Either.forLeft(new SemanticTokens(List.of())));
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams parameters) {
        return answer(parameters.getTextDocument(), SemanticTokenService.class,
                (service, document) -> service.range(document, parameters.getRange()),
                () -> new SemanticTokens(List.of()));
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams parameters) {
        return answer(parameters.getTextDocument(), LensService.class,
                (service, document) -> service.lenses(document, state.verdicts(), state.offeredCommands()), List::of);
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams parameters) {
        return answerUntilCancelled(parameters.getTextDocument(), CodeActionService.class,
                (service, document, cancelled) -> service.codeActions(document, parameters, state.abilities().actions(), cancelled).stream()
                        .map(action -> Either.<Command, CodeAction>forRight(action))
                        .toList(),
                List::of);
    }

    @Override
    public CompletableFuture<CodeAction> resolveCodeAction(CodeAction action) {
        return queue.answer(() -> {
            try {
                return state.service(CodeActionService.class).resolve(state.workspace(), action, state.abilities().actions());
            } catch (FixRefusedException refused) {
                throw refusal(refused);
            }
        }, () -> action);
    }

    private <S, T> CompletableFuture<T> answer(TextDocumentIdentifier identifier, Class<S> service,
            BiFunction<S, ModelDocument, T> question, Supplier<T> withoutDocument) {
        return answerUntilCancelled(identifier, service, (found, document, cancelled) -> question.apply(found, document), withoutDocument);
    }

    /** A question that may take long. */
    @FunctionalInterface
    private interface LongQuestion<S, T> {
        T ask(S service, ModelDocument document, CancelIndicator cancelled);
    }

    private <S, T> CompletableFuture<T> answerUntilCancelled(TextDocumentIdentifier identifier, Class<S> service,
            LongQuestion<S, T> question, Supplier<T> withoutDocument) {
        return queue.answer(cancelled -> state.workspace().find(identifier.getUri())
                .map(document -> question.ask(state.service(service), document, cancelled))
                .orElseGet(withoutDocument), withoutDocument);
    }
}
