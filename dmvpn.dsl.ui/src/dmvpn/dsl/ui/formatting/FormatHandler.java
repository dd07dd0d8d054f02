package dmvpn.dsl.ui.formatting;

import dmvpn.dsl.ui.editor.ModelEditors;
import dmvpn.dsl.ui.language.OpenDocuments;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.ui.texteditor.ITextEditor;

/** Formats the lines of the selection, or the whole model when nothing is selected. */
public final class FormatHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ModelEditors.changeable(event).ifPresent(FormatHandler::format);
        return null;
    }

    private static void format(ITextEditor editor) {
        IDocument document = ModelEditors.document(editor);
        Optional<URI> uri = OpenDocuments.uri(document);
        if (uri.isEmpty() || !(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection)) {
            return;
        }
        Formatter formatter = new Formatter(uri.get(), document);
        try {
            CompletableFuture<List<? extends TextEdit>> edits = selection.getLength() == 0
                    ? formatter.all()
                    : formatter.lines(new Region(selection.getOffset(), selection.getLength()));
            // Who has typed on meanwhile is not interrupted: the next time it is their newer text that is formatted.
            edits.thenAccept(found -> editor.getSite().getShell().getDisplay().asyncExec(() -> {
                if (ModelEditors.document(editor) == document) {
                    formatter.apply(found);
                }
            }));
        } catch (BadLocationException noSuchSelection) {
            return;
        }
    }
}
