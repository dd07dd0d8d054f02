package dmvpn.dsl.ui.language;

import java.net.URI;
import java.util.Optional;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.TextSelection;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * An editor that shows a model: its text, or a picture of it. An editor that is none of text says by its adapter which document
 * it shows, and by selections of text which place of it is selected.
 *
 * @param editor the editor
 * @param document the text that it shows
 * @param uri where the model is stored
 */
public record ModelEditor(IEditorPart editor, IDocument document, URI uri) {

    private static final String ENDING = ".dmvpn";

    /** The part as an editor of a model; empty when it is something else. */
    public static Optional<ModelEditor> of(IWorkbenchPart part) {
        if (!(part instanceof IEditorPart editor)) {
            return Optional.empty();
        }
        IDocument document = shownBy(editor);
        return document == null ? Optional.empty()
                : OpenDocuments.uri(document).filter(uri -> uri.getPath() != null && uri.getPath().endsWith(ENDING))
                        .map(uri -> new ModelEditor(editor, document, uri));
    }

    private static IDocument shownBy(IEditorPart editor) {
        if (editor instanceof ITextEditor text) {
            return text.getDocumentProvider() == null ? null : text.getDocumentProvider().getDocument(text.getEditorInput());
        }
        return Adapters.adapt(editor, IDocument.class);
    }

    /** The editor when it shows the model as text. */
    public Optional<ITextEditor> text() {
        return editor instanceof ITextEditor text ? Optional.of(text) : Optional.empty();
    }

    /** The active editor when it shows a model's text. */
    public static Optional<ModelEditor> active(ExecutionEvent event) {
        return of(HandlerUtil.getActiveEditor(event)).filter(editor -> editor.text().isPresent());
    }

    /** The document as requests name it. */
    public TextDocumentIdentifier identifier() {
        return new TextDocumentIdentifier(uri.toString());
    }

    /** What is selected; at the start of the text when the editor is about to close. */
    public ITextSelection selection() {
        return selections().map(ISelectionProvider::getSelection).filter(ITextSelection.class::isInstance)
                .map(ITextSelection.class::cast).orElseGet(TextSelection::emptySelection);
    }

    /** Who tells what is selected, when the editor is not about to close. */
    public Optional<ISelectionProvider> selections() {
        return Optional.ofNullable(editor instanceof ITextEditor text ? text.getSelectionProvider()
                : editor.getSite().getSelectionProvider());
    }

    /** Selects a region of the text, or what is shown of it, and makes it visible. */
    public void reveal(int offset, int length) {
        if (editor instanceof ITextEditor text) {
            text.selectAndReveal(offset, length);
        } else {
            selections().ifPresent(provider -> provider.setSelection(new TextSelection(document, offset, length)));
        }
    }

    /** The position at which the selection starts. */
    public Position position() {
        try {
            return Positions.position(document, Math.max(0, selection().getOffset()));
        } catch (BadLocationException changedMeanwhile) {
            return new Position(0, 0);
        }
    }

    /** Says something at the foot of the window, until the next thing is said; null says nothing. */
    public void say(String message) {
        IStatusLineManager line = editor.getEditorSite().getActionBars().getStatusLineManager();
        if (line != null) {
            line.setMessage(message);
        }
    }
}
