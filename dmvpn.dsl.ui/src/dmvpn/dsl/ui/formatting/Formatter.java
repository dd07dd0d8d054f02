package dmvpn.dsl.ui.formatting;

import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.Positions;
import dmvpn.dsl.ui.language.WorkspaceEdits;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentRewriteSession;
import org.eclipse.jface.text.DocumentRewriteSessionType;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/** Formatting by the language server. Its edits touch blanks alone, so that carets, folds and markers stay where they are. */
final class Formatter {

    private static final int INDENTATION = 2;
    private static final int MOST_DRAWN_ONE_BY_ONE = 20;

    private final URI uri;
    private final IDocument document;
    private final long stamp;

    /** Formats a document as it is now. */
    Formatter(URI uri, IDocument document) {
        this.uri = uri;
        this.document = document;
        this.stamp = stamp();
    }

    /** Asks for what is to be changed in the whole text. */
    CompletableFuture<List<? extends TextEdit>> all() {
        return LanguageSessions.current().documents().formatting(new DocumentFormattingParams(identifier(), options()));
    }

    /** Asks for what is to be changed in the lines of a region. */
    CompletableFuture<List<? extends TextEdit>> lines(IRegion region) throws BadLocationException {
        Range range = new Range(Positions.position(document, region.getOffset()),
                Positions.position(document, region.getOffset() + region.getLength()));
        return LanguageSessions.current().documents()
                .rangeFormatting(new DocumentRangeFormattingParams(identifier(), options(), range));
    }

    private TextDocumentIdentifier identifier() {
        return new TextDocumentIdentifier(uri.toString());
    }

    /** The style of the language is one and the same everywhere; the protocol asks for these all the same. */
    private static FormattingOptions options() {
        return new FormattingOptions(INDENTATION, true);
    }

    /**
     * Makes the changes, as one step for undo.
     *
     * @return false when the text is not the one that was asked about any more: then nothing is changed
     */
    boolean apply(List<? extends TextEdit> edits) {
        if (stamp != stamp()) {
            return false;
        }
        if (edits.isEmpty()) {
            return true;
        }
        // Editors draw once, behind the last change, and put their carets back.
        IDocumentExtension4 rewritable = (IDocumentExtension4) document;
        DocumentRewriteSession session = rewritable.startRewriteSession(edits.size() > MOST_DRAWN_ONE_BY_ONE
                ? DocumentRewriteSessionType.UNRESTRICTED : DocumentRewriteSessionType.UNRESTRICTED_SMALL);
        try {
            WorkspaceEdits.apply(new WorkspaceEdit(Map.of(uri.toString(), List.copyOf(edits))), uri.toString(), document);
            return true;
        } catch (BadLocationException otherText) {
            return false;
        } finally {
            if (session != null) {
                rewritable.stopRewriteSession(session);
            }
        }
    }

    private long stamp() {
        return ((IDocumentExtension4) document).getModificationStamp();
    }
}
