package dmvpn.dsl.ui.hover;

import dmvpn.dsl.ui.help.Links;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.OpenDocuments;
import dmvpn.dsl.ui.language.Positions;
import dmvpn.dsl.ui.markdown.MarkdownControl;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.swt.widgets.Display;

/**
 * What a word means, which value is in effect and where it comes from, and what a broken rule demands. For the mouse the
 * platform asks on a thread of its own; for the key F2 it asks on the UI thread, where the answer is only promised.
 */
public final class ModelHover implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {

    private static final long TIMEOUT_MILLIS = 2_000;

    @Override
    public Object getHoverInfo2(ITextViewer viewer, IRegion region) {
        Optional<CompletableFuture<String>> answer = ask(viewer.getDocument(), region.getOffset());
        return Display.getCurrent() == null ? answer.map(ModelHover::await).orElse(null) : answer.orElse(null);
    }

    @Override
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        return ask(viewer.getDocument(), region.getOffset()).map(ModelHover::await).orElse(null);
    }

    private static Optional<CompletableFuture<String>> ask(IDocument document, int offset) {
        Optional<URI> uri = OpenDocuments.uri(document);
        try {
            if (uri.isPresent() && WordRegion.isWord(document, offset)) {
                HoverParams parameters = new HoverParams(
                        new TextDocumentIdentifier(uri.get().toString()), Positions.position(document, offset));
                return Optional.of(LanguageSessions.current().documents().hover(parameters).thenApply(ModelHover::text));
            }
        } catch (BadLocationException changedMeanwhile) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static String await(CompletableFuture<String> answer) {
        try {
            return answer.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return null;
        } catch (TimeoutException | ExecutionException unavailable) {
            return null; // no hover is better than a late or a wrong one
        }
    }

    private static String text(Hover hover) {
        boolean empty = hover == null || hover.getContents() == null || hover.getContents().isLeft()
                || hover.getContents().getRight().getValue().isBlank();
        return empty ? null : Links.toRules(hover.getContents().getRight().getValue());
    }

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        try {
            return WordRegion.around(viewer.getDocument(), offset);
        } catch (BadLocationException changedMeanwhile) {
            return new Region(offset, 0);
        }
    }

    @Override
    public IInformationControlCreator getHoverControlCreator() {
        return MarkdownControl.creator(Links::open);
    }
}
