package dmvpn.dsl.ui.language;

import java.net.URI;
import java.util.Optional;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * An editor that shows a model.
 *
 * @param editor the editor
 * @param document the text that it shows
 * @param uri where the model is stored
 */
public record ModelEditor(ITextEditor editor, IDocument document, URI uri) {

    private static final String ENDING = ".dmvpn";

    /** The part as an editor of a model; empty when it is something else. */
    public static Optional<ModelEditor> of(IWorkbenchPart part) {
        if (!(part instanceof ITextEditor editor) || editor.getDocumentProvider() == null) {
            return Optional.empty();
        }
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        return document == null ? Optional.empty()
                : OpenDocuments.uri(document).filter(uri -> uri.getPath() != null && uri.getPath().endsWith(ENDING))
                        .map(uri -> new ModelEditor(editor, document, uri));
    }

    /** The active editor when it shows a model. */
    public static Optional<ModelEditor> active(ExecutionEvent event) {
        return of(HandlerUtil.getActiveEditor(event));
    }

    /** The document as requests name it. */
    public TextDocumentIdentifier identifier() {
        return new TextDocumentIdentifier(uri.toString());
    }

    /** What is selected; at the start of the text when the editor is about to close. */
    public ITextSelection selection() {
        return editor.getSelectionProvider() != null
                && editor.getSelectionProvider().getSelection() instanceof ITextSelection selection
                        ? selection : org.eclipse.jface.text.TextSelection.emptySelection();
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
