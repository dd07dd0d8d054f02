package dmvpn.dsl.ui.occurrences;

import dmvpn.dsl.ui.language.Answers;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.OpenDocuments;
import dmvpn.dsl.ui.language.Positions;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.PreferenceChangeEvent;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextListener;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.TextEvent;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.swt.widgets.Display;

/**
 * Marks all places of the name at the caret. It takes the place of the Generic Editor's marks of equal words, and obeys the
 * same switch: {@code Toggle Highlight}.
 */
public final class OccurrenceMarks
        implements IReconciler, ISelectionChangedListener, ITextListener, IPreferenceChangeListener {

    /** Node and key under which the Generic Editor keeps its switch. */
    private static final String PREFERENCES = "org.eclipse.ui.genericeditor";
    private static final String SWITCH = "org.eclipse.ui.genericeditor.togglehighlight";

    /** Typing goes on before this: nobody looks for occurrences while typing. */
    private static final int DELAY_MILLIS = 250;

    private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(PREFERENCES);
    private final Runnable update = this::update;
    private ISourceViewer viewer;
    private Display display;
    private OccurrenceAnnotations shown;
    private CompletableFuture<?> asked = CompletableFuture.completedFuture(null);

    @Override
    public void install(ITextViewer textViewer) {
        if (textViewer instanceof ISourceViewer source) {
            viewer = source;
            display = viewer.getTextWidget().getDisplay();
            shown = new OccurrenceAnnotations(viewer);
            ((IPostSelectionProvider) viewer.getSelectionProvider()).addPostSelectionChangedListener(this);
            viewer.addTextListener(this);
            preferences.addPreferenceChangeListener(this);
        }
    }

    @Override
    public void uninstall() {
        if (viewer != null) {
            preferences.removePreferenceChangeListener(this);
            ((IPostSelectionProvider) viewer.getSelectionProvider()).removePostSelectionChangedListener(this);
            viewer.removeTextListener(this);
            asked.cancel(false);
            shown.clear();
            viewer = null;
        }
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        update();
    }

    @Override
    public void textChanged(TextEvent event) {
        if (event.getDocumentEvent() != null) {
            display.timerExec(DELAY_MILLIS, update); // the caret may stay where it is: undo, an edit of another editor
        }
    }

    @Override
    public void preferenceChange(PreferenceChangeEvent event) {
        if (event.getKey().equals(SWITCH)) {
            display.asyncExec(update);
        }
    }

    private void update() {
        asked.cancel(false);
        if (viewer == null || viewer.getTextWidget() == null || viewer.getTextWidget().isDisposed()) {
            return;
        }
        Optional<DocumentHighlightParams> question = preferences.getBoolean(SWITCH, true) ? question() : Optional.empty();
        if (question.isEmpty()) {
            shown.clear();
            return;
        }
        CompletableFuture<List<? extends DocumentHighlight>> answer =
                LanguageSessions.current().documents().documentHighlight(question.get());
        asked = answer;
        Answers.show(answer, places -> {
            if (asked == answer && viewer != null) { // no newer question, and the editor is still there
                shown.show(places);
            }
        });
    }

    private Optional<DocumentHighlightParams> question() {
        IDocument document = viewer.getDocument();
        Optional<URI> uri = document == null ? Optional.empty() : OpenDocuments.uri(document);
        if (uri.isEmpty() || !(viewer.getSelectionProvider().getSelection() instanceof ITextSelection selection)
                || selection.getOffset() < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DocumentHighlightParams(new TextDocumentIdentifier(uri.get().toString()),
                    Positions.position(document, selection.getOffset())));
        } catch (BadLocationException changedMeanwhile) {
            return Optional.empty();
        }
    }

    @Override
    public IReconcilingStrategy getReconcilingStrategy(String contentType) {
        return null; // it follows the caret, not the text
    }
}
