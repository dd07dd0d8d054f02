package dmvpn.dsl.ui.completion;

import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.OpenDocuments;
import dmvpn.dsl.ui.language.Positions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Completion from the language server. The Generic Editor calls it on a thread of its own, so that waiting is allowed. */
public final class ModelCompletion implements IContentAssistProcessor {

    /** A completion that takes longer is no help any more. */
    private static final long TIMEOUT_MILLIS = 5_000;

    private String failure;

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        failure = null;
        IDocument document = viewer.getDocument();
        Optional<URI> uri = OpenDocuments.uri(document);
        if (uri.isEmpty()) {
            return new ICompletionProposal[0];
        }
        try {
            CompletionParams parameters = new CompletionParams(
                    new TextDocumentIdentifier(uri.get().toString()), Positions.position(document, offset));
            List<ICompletionProposal> proposals = new ArrayList<>();
            for (CompletionItem item : request(parameters)) {
                proposals.add(ModelProposal.of(document, offset, item));
            }
            return proposals.toArray(ICompletionProposal[]::new);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException | BadLocationException unavailable) {
            failure = "Completion is not available for this text right now";
        }
        return new ICompletionProposal[0];
    }

    private static List<CompletionItem> request(CompletionParams parameters)
            throws InterruptedException, ExecutionException, TimeoutException {
        LanguageSession session = LanguageSessions.current();
        Either<List<CompletionItem>, CompletionList> answer =
                session.documents().completion(parameters).get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        return answer.isLeft() ? answer.getLeft() : answer.getRight().getItems();
    }

    @Override
    public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
        return null;
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return null;
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return null;
    }

    @Override
    public String getErrorMessage() {
        return failure;
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return null;
    }
}
