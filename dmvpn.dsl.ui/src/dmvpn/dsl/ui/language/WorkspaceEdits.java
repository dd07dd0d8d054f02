package dmvpn.dsl.ui.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.text.edits.MalformedTreeException;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;

/** Applies the text edits of the language server to a document, as one step for undo. */
public final class WorkspaceEdits {

    private WorkspaceEdits() {
    }

    /**
     * Applies those edits that concern one document.
     *
     * @param uri the document's URI as the server knows it
     * @throws BadLocationException when an edit lies outside of the document
     */
    public static void apply(WorkspaceEdit edit, String uri, IDocument document) throws BadLocationException {
        MultiTextEdit edits = edits(edit, uri, document);
        IDocumentUndoManager undo = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
        if (undo != null) {
            undo.beginCompoundChange();
        }
        try {
            edits.apply(document);
        } finally {
            if (undo != null) {
                undo.endCompoundChange();
            }
        }
    }

    /**
     * Those edits that concern one document, as edits of its text.
     *
     * @param uri the document's URI as the server knows it
     * @throws BadLocationException when an edit lies outside of the document
     */
    public static MultiTextEdit edits(WorkspaceEdit edit, String uri, IDocument document) throws BadLocationException {
        return edits(editsOf(edit, uri), document);
    }

    /** Edits of a document's text. */
    public static MultiTextEdit edits(List<TextEdit> ofServer, IDocument document) throws BadLocationException {
        MultiTextEdit edits = new MultiTextEdit();
        try {
            for (TextEdit textEdit : ofServer) {
                IRegion region = Positions.region(document, textEdit.getRange());
                edits.addChild(new ReplaceEdit(region.getOffset(), region.getLength(), textEdit.getNewText()));
            }
        } catch (MalformedTreeException overlapping) {
            throw new BadLocationException("The edits overlap");
        }
        return edits;
    }

    private static List<TextEdit> editsOf(WorkspaceEdit edit, String uri) {
        List<TextEdit> edits = new ArrayList<>();
        Map<String, List<TextEdit>> changes = edit.getChanges();
        if (changes != null) {
            edits.addAll(changes.getOrDefault(uri, List.of()));
        }
        if (edit.getDocumentChanges() != null) {
            edit.getDocumentChanges().stream()
                    .filter(change -> change.isLeft() && change.getLeft().getTextDocument().getUri().equals(uri))
                    .map(change -> change.getLeft())
                    .map(TextDocumentEdit::getEdits)
                    .forEach(list -> list.stream().filter(each -> each.isLeft()).forEach(each -> edits.add(each.getLeft())));
        }
        return edits;
    }
}
