package dmvpn.dsl.ui.folding;

import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.language.LanguageSession.DiagnosticsListener;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.OpenDocuments;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.swt.widgets.Display;

/** Asks the language server what can be folded, a moment after the last change; what is folded stays so. */
public final class FoldingReconciler implements IReconciler, ITextInputListener, IDocumentListener, DiagnosticsListener {

    private static final int DELAY_MILLIS = 300;

    private final LanguageSession session = LanguageSessions.current();
    private final Runnable ask = this::ask;
    private ProjectionViewer viewer;
    private Display display;
    private IDocument document;
    private CompletableFuture<List<FoldingRange>> request;
    private boolean answered;

    @Override
    public void install(ITextViewer textViewer) {
        if (textViewer instanceof ProjectionViewer projection) { // no other can fold
            viewer = projection;
            display = viewer.getTextWidget().getDisplay();
            viewer.addTextInputListener(this);
            session.addDiagnosticsListener(this);
            inputDocumentChanged(null, viewer.getDocument());
        }
    }

    @Override
    public void uninstall() {
        if (viewer != null) {
            session.removeDiagnosticsListener(this);
            viewer.removeTextInputListener(this);
            inputDocumentAboutToBeChanged(document, null);
            document = null;
            viewer = null;
        }
    }

    @Override
    public void inputDocumentAboutToBeChanged(IDocument oldInput, IDocument newInput) {
        if (document != null) {
            document.removeDocumentListener(this);
        }
    }

    @Override
    public void inputDocumentChanged(IDocument oldInput, IDocument newInput) {
        document = newInput;
        answered = false;
        if (document != null) {
            document.addDocumentListener(this);
            askSoon();
        }
    }

    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {
        // Positions are looked at behind the change.
    }

    @Override
    public void documentChanged(DocumentEvent event) {
        askSoon();
    }

    /** At the first answer about problems at the latest, the server knows the document. */
    @Override
    public void published(URI uri, List<Diagnostic> problems) {
        display.asyncExec(() -> {
            if (!answered && document != null && OpenDocuments.uri(document).filter(uri::equals).isPresent()) {
                ask();
            }
        });
    }

    private void askSoon() {
        display.timerExec(DELAY_MILLIS, ask);
    }

    private void ask() {
        Optional<URI> uri = isShown() ? OpenDocuments.uri(document) : Optional.empty();
        if (uri.isEmpty()) {
            return;
        }
        if (request != null) {
            request.cancel(false);
        }
        IDocument asked = document;
        long stamp = ((IDocumentExtension4) asked).getModificationStamp();
        CompletableFuture<List<FoldingRange>> answer = session.documents()
                .foldingRange(new FoldingRangeRequestParams(new TextDocumentIdentifier(uri.get().toString())));
        request = answer;
        answer.thenAccept(ranges -> display.asyncExec(() -> {
            boolean current = request == answer && isShown() && document == asked
                    && stamp == ((IDocumentExtension4) asked).getModificationStamp();
            if (current && viewer.getProjectionAnnotationModel() != null) {
                answered |= !ranges.isEmpty();
                Folds.show(ranges, document, viewer.getProjectionAnnotationModel());
            }
        }));
    }

    private boolean isShown() {
        return viewer != null && document != null && viewer.getTextWidget() != null && !viewer.getTextWidget().isDisposed();
    }

    @Override
    public IReconcilingStrategy getReconcilingStrategy(String contentType) {
        return null; // the server is asked, nothing is computed here
    }
}
