package dmvpn.dsl.ui.colouring;

import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.language.LanguageSession.DiagnosticsListener;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.OpenDocuments;
import dmvpn.dsl.ui.language.Positions;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.swt.custom.StyledText;

/**
 * Asks the language server what the tokens in sight mean, a moment after the last change. An answer about a text that has
 * changed meanwhile is dropped. Used on the UI thread.
 */
final class SemanticColouring implements DiagnosticsListener {

    private static final int DELAY_MILLIS = 100;

    private final StyledText widget;
    private final Runnable colour;
    private final LanguageSession session = LanguageSessions.current();
    private final Runnable ask = this::ask;
    private MeaningfulTokens tokens = MeaningfulTokens.NONE;
    private IDocument document;
    private IRegion inSight;
    private CompletableFuture<SemanticTokens> request;
    private long answered = IDocumentExtension4.UNKNOWN_MODIFICATION_STAMP;

    /**
     * @param widget the text that is coloured
     * @param colour told when more is known
     */
    SemanticColouring(StyledText widget, Runnable colour) {
        this.widget = widget;
        this.colour = colour;
        session.addDiagnosticsListener(this);
    }

    void dispose() {
        session.removeDiagnosticsListener(this);
        document = null;
    }

    /** What is known of a document now. */
    MeaningfulTokens tokens() {
        return tokens;
    }

    /** Another document is shown. */
    void forget() {
        tokens = MeaningfulTokens.NONE;
        answered = IDocumentExtension4.UNKNOWN_MODIFICATION_STAMP;
    }

    /** The text has been edited. */
    void edited(DocumentEvent edit) {
        tokens = tokens.afterEdit(edit.getOffset(), edit.getLength(), edit.getText() == null ? "" : edit.getText());
    }

    /** A part of a document is looked at. */
    void look(IDocument shown, IRegion region) {
        document = shown;
        inSight = region;
        widget.getDisplay().timerExec(DELAY_MILLIS, ask);
    }

    /** At the first answer about problems at the latest, the server knows the document. */
    @Override
    public void published(URI uri, List<Diagnostic> problems) {
        if (widget.isDisposed()) {
            return;
        }
        widget.getDisplay().asyncExec(() -> {
            boolean shown = !widget.isDisposed() && document != null && OpenDocuments.uri(document).filter(uri::equals).isPresent();
            if (shown && (tokens.isEmpty() || answered != stamp(document))) {
                ask();
            }
        });
    }

    private void ask() {
        if (widget.isDisposed() || document == null) {
            return;
        }
        Optional<URI> uri = OpenDocuments.uri(document);
        if (uri.isEmpty()) {
            return;
        }
        if (request != null) {
            request.cancel(false);
        }
        try {
            IDocument asked = document;
            long stamp = stamp(asked);
            int end = Math.min(asked.getLength(), inSight.getOffset() + inSight.getLength());
            CompletableFuture<SemanticTokens> answer = session.documents().semanticTokensRange(new SemanticTokensRangeParams(
                    new TextDocumentIdentifier(uri.get().toString()),
                    new Range(Positions.position(asked, Math.min(end, inSight.getOffset())), Positions.position(asked, end))));
            request = answer;
            answer.thenAccept(found -> widget.getDisplay().asyncExec(() -> {
                if (request == answer && document == asked && stamp == stamp(asked) && !widget.isDisposed()) {
                    show(found, stamp);
                }
            }));
        } catch (BadLocationException changedMeanwhile) {
            return; // that change asks again
        }
    }

    private void show(SemanticTokens found, long stamp) {
        try {
            tokens = MeaningfulTokens.of(found.getData(), document);
            answered = stamp;
            colour.run();
        } catch (BadLocationException notThisText) {
            forget();
        }
    }

    private static long stamp(IDocument document) {
        return ((IDocumentExtension4) document).getModificationStamp();
    }
}
