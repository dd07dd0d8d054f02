package dmvpn.dsl.ui.structure;

import dmvpn.dsl.ui.language.Answers;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.OpenDocuments;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.ui.texteditor.stickyscroll.IStickyLine;
import org.eclipse.ui.texteditor.stickyscroll.IStickyLinesProvider;
import org.eclipse.ui.texteditor.stickyscroll.StickyLine;

/**
 * The first lines of the blocks around a line stay in sight while it scrolls. The platform asks on the UI thread: the blocks
 * are those that the server said last, and asked for anew when the text is another one.
 */
public final class StickyBlocks implements IStickyLinesProvider {

    /** The platform does not ask again before the next scrolling: most answers are there by then. */
    private static final long LONGEST_WAIT_MILLIS = 30;

    private List<FoldingRange> blocks = List.of();
    private long knownRevision = IDocumentExtension4.UNKNOWN_MODIFICATION_STAMP;
    private CompletableFuture<?> asked = CompletableFuture.completedFuture(null);

    @Override
    public List<IStickyLine> getStickyLines(ISourceViewer viewer, int line, StickyLinesProperties properties) {
        IDocument document = viewer.getDocument();
        if (document == null) {
            return List.of();
        }
        refresh(document);
        return blocks.stream()
                .filter(block -> block.getStartLine() < line && line <= block.getEndLine())
                .filter(block -> block.getEndLine() < document.getNumberOfLines())
                .<IStickyLine>map(block -> new StickyLine(block.getStartLine(), viewer))
                .toList();
    }

    private void refresh(IDocument document) {
        long revision = document instanceof IDocumentExtension4 stamped ? stamped.getModificationStamp() : 0;
        if (revision == knownRevision) {
            return;
        }
        knownRevision = revision;
        asked.cancel(false);
        OpenDocuments.uri(document).ifPresent(this::ask);
    }

    private void ask(URI uri) {
        CompletableFuture<List<FoldingRange>> answer = LanguageSessions.current().documents()
                .foldingRange(new FoldingRangeRequestParams(new TextDocumentIdentifier(uri.toString())));
        asked = answer;
        try {
            show(answer.get(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException busy) {
            Answers.show(answer, ranges -> {
                if (asked == answer) {
                    show(ranges);
                }
            });
        } catch (ExecutionException unavailable) {
            blocks = List.of();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(List<FoldingRange> ranges) {
        blocks = ranges.stream().filter(range -> FoldingRangeKind.Region.equals(range.getKind())).toList();
    }
}
