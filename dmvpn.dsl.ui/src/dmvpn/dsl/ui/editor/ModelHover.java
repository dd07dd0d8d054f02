package dmvpn.dsl.ui.editor;

import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.OpenDocuments;
import dmvpn.dsl.ui.language.Positions;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.TextDocumentIdentifier;

/** Hover texts from the language server. The platform calls it on a thread of its own. */
public final class ModelHover implements ITextHover {

    private static final long TIMEOUT_MILLIS = 2_000;

    @Override
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        IDocument document = viewer.getDocument();
        Optional<URI> uri = OpenDocuments.uri(document);
        if (uri.isEmpty()) {
            return null;
        }
        try {
            HoverParams parameters = new HoverParams(
                    new TextDocumentIdentifier(uri.get().toString()), Positions.position(document, region.getOffset()));
            Hover hover = LanguageSessions.current().documents().hover(parameters)
                    .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            return hover == null || hover.getContents() == null || hover.getContents().isLeft()
                    ? null
                    : text(hover.getContents().getRight());
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return null;
        } catch (TimeoutException | ExecutionException | BadLocationException unavailable) {
            return null; // no hover is better than a late or a wrong one
        }
    }

    private static String text(MarkupContent content) {
        return content.getValue().isBlank() ? null : content.getValue();
    }

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        return new Region(offset, 0);
    }
}
