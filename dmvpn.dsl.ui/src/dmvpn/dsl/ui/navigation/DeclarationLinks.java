package dmvpn.dsl.ui.navigation;

import dmvpn.dsl.ide.selection.Words;
import dmvpn.dsl.ui.language.ModelEditor;
import dmvpn.dsl.ui.language.Positions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.lsp4j.Location;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * Names are links to their declarations while Ctrl is held. The platform asks on the UI thread: a server that is busy is
 * not waited for, then the word is a link that finds out when it is followed.
 */
public final class DeclarationLinks extends AbstractHyperlinkDetector {

    private static final long LONGEST_WAIT_MILLIS = 30;

    @Override
    public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean severalAllowed) {
        Optional<ModelEditor> editor = ModelEditor.of(getAdapter(ITextEditor.class));
        try {
            Optional<IRegion> word = word(viewer.getDocument(), region.getOffset());
            if (editor.isPresent() && word.isPresent()) {
                Declaration declaration = new Declaration(editor.get(),
                        Positions.position(viewer.getDocument(), region.getOffset()));
                return isKnown(declaration) ? new IHyperlink[] {new DeclarationLink(word.get(), declaration)} : null;
            }
        } catch (BadLocationException changedMeanwhile) {
            return null;
        }
        return null;
    }

    private static Optional<IRegion> word(IDocument document, int offset) throws BadLocationException {
        IRegion line = document.getLineInformationOfOffset(offset);
        return new Words().at(document.get(line.getOffset(), line.getLength()), offset - line.getOffset())
                .map(word -> new Region(line.getOffset() + word.offset(), word.length()));
    }

    private static boolean isKnown(Declaration declaration) {
        var answer = declaration.ask();
        try {
            List<? extends Location> locations = answer.get(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
            return !locations.isEmpty();
        } catch (TimeoutException busy) {
            answer.cancel(false);
            return true;
        } catch (ExecutionException unavailable) {
            return false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record DeclarationLink(IRegion region, Declaration declaration) implements IHyperlink {

        @Override
        public IRegion getHyperlinkRegion() {
            return region;
        }

        @Override
        public String getTypeLabel() {
            return null;
        }

        @Override
        public String getHyperlinkText() {
            return "Open Declaration";
        }

        @Override
        public void open() {
            declaration.open();
        }
    }
}
