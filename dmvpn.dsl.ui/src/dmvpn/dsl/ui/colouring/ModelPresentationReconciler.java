package dmvpn.dsl.ui.colouring;

import dmvpn.dsl.ide.highlight.LexicalHighlighter;
import dmvpn.dsl.ide.highlight.LexicalHighlighter.Token;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerExtension5;
import org.eclipse.jface.text.IViewportListener;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.TextEvent;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.util.PropertyChangeEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.PlatformUI;

/**
 * Colours: lexical ones at once and without the language server, those of meaning when its answer comes. Only what is in
 * sight and a little around it is coloured, so that a huge file costs no more than a small one.
 */
public final class ModelPresentationReconciler
        implements IPresentationReconciler, ITextInputListener, ITextListener, IViewportListener, IPropertyChangeListener {

    /** Lines above and below those in sight that are coloured too, so that scrolling shows coloured text. */
    private static final int LINES_AROUND = 60;

    /** Longest text in characters whose comments are found on the UI thread: some milliseconds. */
    private static final int LONGEST_READ_AT_ONCE = 50_000;

    /** Most characters that are coloured at a time: a file without line ends is in sight as a whole. */
    private static final int MOST_COLOURED = 100_000;

    private static final long READING_DELAY_MILLIS = 200;

    private final LexicalHighlighter highlighter = new LexicalHighlighter();
    private final Listener onResize = event -> look();
    private final Job reading = Job.createSystem("Reading comments", (ICoreRunnable) monitor -> readInBackground());
    private ITextViewer viewer;
    private StyledText widget;
    private SemanticColouring meaning;
    private MultiLineTokens multiLine = MultiLineTokens.NONE;
    private boolean unread;
    private volatile String textToRead;

    @Override
    public void install(ITextViewer textViewer) {
        viewer = textViewer;
        widget = viewer.getTextWidget();
        meaning = new SemanticColouring(widget, this::colour);
        viewer.addTextInputListener(this);
        viewer.addTextListener(this);
        viewer.addViewportListener(this);
        widget.addListener(SWT.Resize, onResize);
        PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(this);
        inputDocumentChanged(null, viewer.getDocument());
    }

    @Override
    public void uninstall() {
        reading.cancel();
        meaning.dispose();
        PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(this);
        viewer.removeTextInputListener(this);
        viewer.removeTextListener(this);
        viewer.removeViewportListener(this);
        if (!widget.isDisposed()) {
            widget.removeListener(SWT.Resize, onResize);
        }
    }

    @Override
    public void inputDocumentAboutToBeChanged(IDocument oldInput, IDocument newInput) {
        reading.cancel();
    }

    @Override
    public void inputDocumentChanged(IDocument oldInput, IDocument newInput) {
        multiLine = MultiLineTokens.NONE;
        meaning.forget();
        if (newInput != null) {
            read(newInput);
            look();
        }
    }

    @Override
    public void textChanged(TextEvent event) {
        IDocument document = viewer.getDocument();
        if (document == null) {
            return;
        }
        if (event.getDocumentEvent() != null) {
            String added = event.getDocumentEvent().getText();
            multiLine = multiLine.afterEdit(event.getDocumentEvent().getOffset(), event.getDocumentEvent().getLength(),
                    added == null ? 0 : added.length());
            meaning.edited(event.getDocumentEvent());
            unread = true;
        }
        if (event.getViewerRedrawState()) { // of a thousand edits in one step the last state is read
            boolean edited = unread || event.getDocumentEvent() != null;
            if (unread) {
                unread = false;
                read(document);
            }
            if (edited || !colourMarked(event)) {
                look();
            }
        }
    }

    /**
     * Gives a part of the text its colours again that others have asked for, because they mark it in another way from now on: a
     * debugger does so at each step. Nothing else has changed.
     *
     * @return false when the event is of another kind
     */
    private boolean colourMarked(TextEvent event) {
        if (event.getText() == null || !(viewer instanceof ITextViewerExtension5 folded)) {
            return false;
        }
        IRegion marked = folded.widgetRange2ModelRange(new Region(event.getOffset(), event.getLength()));
        if (marked == null || marked.getLength() > MOST_COLOURED) {
            return false;
        }
        try {
            if (marked.getLength() > 0) {
                viewer.changeTextPresentation(presentation(viewer.getDocument(), marked), false);
            }
            return true;
        } catch (BadLocationException changedMeanwhile) {
            return true; // the event of that change colours the text
        }
    }

    @Override
    public void viewportChanged(int verticalOffset) {
        look();
    }

    @Override
    public void propertyChange(PropertyChangeEvent event) {
        if (!widget.isDisposed() && SyntaxColours.isOne(event.getProperty())) {
            colour();
        }
    }

    private void read(IDocument document) {
        if (document.getLength() <= LONGEST_READ_AT_ONCE) {
            reading.cancel();
            textToRead = null;
            multiLine = MultiLineTokens.of(document.get());
        } else {
            textToRead = document.get();
            reading.schedule(READING_DELAY_MILLIS);
        }
    }

    private void readInBackground() {
        String text = textToRead;
        if (text == null) {
            return;
        }
        MultiLineTokens found = MultiLineTokens.of(text);
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            if (text == textToRead && !widget.isDisposed()) { // the very text: a newer one is being read already
                multiLine = found;
                colour();
            }
        });
    }

    /** Something else is in sight: it is coloured by what is known, and more is asked for. */
    private void look() {
        IDocument document = viewer.getDocument();
        if (document == null || widget.isDisposed()) {
            return;
        }
        colour();
        try {
            meaning.look(document, regionInSight(document));
        } catch (BadLocationException changedMeanwhile) {
            return; // the event of that change looks again
        }
    }

    private void colour() {
        IDocument document = viewer.getDocument();
        if (document == null || widget.isDisposed()) {
            return;
        }
        try {
            IRegion region = regionInSight(document);
            if (region.getLength() > 0) {
                viewer.changeTextPresentation(presentation(document, region), false);
            }
        } catch (BadLocationException changedMeanwhile) {
            return; // the event of that change colours the text
        }
    }

    private IRegion regionInSight(IDocument document) throws BadLocationException {
        int top = Math.clamp(viewer.getTopIndexStartOffset(), 0, document.getLength());
        int bottom = Math.clamp(viewer.getBottomIndexEndOffset(), top, document.getLength());
        int firstLine = Math.max(0, document.getLineOfOffset(top) - LINES_AROUND);
        int lastLine = Math.min(document.getNumberOfLines() - 1, document.getLineOfOffset(bottom) + LINES_AROUND);
        IRegion last = document.getLineInformation(lastLine);
        int start = document.getLineOffset(firstLine);
        return new Region(start, Math.min(MOST_COLOURED, last.getOffset() + last.getLength() - start));
    }

    private TextPresentation presentation(IDocument document, IRegion region) throws BadLocationException {
        int start = region.getOffset();
        int end = start + region.getLength();
        int tokenAround = multiLine.startOf(start);
        int readFrom = start - tokenAround > MOST_COLOURED ? start : tokenAround; // wrong colours before a slow editor
        TextPresentation presentation = new TextPresentation(region, 1_000);
        for (Token token : highlighter.tokens(document.get(readFrom, end - readFrom))) {
            int tokenStart = Math.max(start, readFrom + token.offset());
            int tokenEnd = Math.min(end, readFrom + token.offset() + token.length());
            if (tokenEnd > tokenStart) {
                addStyles(tokenStart, tokenEnd, SyntaxColours.of(token.kind()), presentation);
            }
        }
        return presentation;
    }

    /** Where the meaning is known, it decides; a name that is spelt like a word of the language is a name. */
    private void addStyles(int start, int end, TextAttribute lexical, TextPresentation presentation) {
        int done = start;
        for (MeaningfulTokens.Token known : meaning.tokens().in(start, end)) {
            int from = Math.max(done, known.start());
            int to = Math.min(end, known.end());
            if (from > done) {
                presentation.addStyleRange(style(done, from - done, lexical));
            }
            if (to > from) {
                presentation.addStyleRange(style(from, to - from, known.look()));
                done = to;
            }
        }
        if (end > done) {
            presentation.addStyleRange(style(done, end - done, lexical));
        }
    }

    private static StyleRange style(int offset, int length, TextAttribute attribute) {
        return attribute == null
                ? new StyleRange(offset, length, null, null)
                : new StyleRange(offset, length, attribute.getForeground(), attribute.getBackground(), attribute.getStyle());
    }

    @Override
    public IPresentationDamager getDamager(String contentType) {
        return null; // what is in sight is coloured as a whole
    }

    @Override
    public IPresentationRepairer getRepairer(String contentType) {
        return null; // as above
    }
}
