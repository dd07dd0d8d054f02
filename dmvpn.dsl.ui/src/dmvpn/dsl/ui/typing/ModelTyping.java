package dmvpn.dsl.ui.typing;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextUtilities;

/** What typing a key does beyond its character: indentation, and brackets and quotes in pairs. */
public final class ModelTyping implements IAutoEditStrategy {

    /** Created by the platform for each editor. */
    public ModelTyping() {
        // Nothing to prepare.
    }

    @Override
    public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
        if (!command.doit || command.text == null) {
            return;
        }
        try {
            if (command.length == 0 && TextUtilities.equals(document.getLegalLineDelimiters(), command.text) >= 0) {
                NewLine.indent(document, command);
            } else if (command.length == 0 && command.text.equals("\t")) {
                int column = Lines.before(document, command.offset).length();
                command.text = " ".repeat(Lines.INDENTATION.length() - column % Lines.INDENTATION.length());
            } else if (command.length == 0 && command.text.length() == 1) {
                Pairs.typed(document, command);
            } else if (command.length == 1 && command.text.isEmpty()) {
                Pairs.deleted(document, command);
            }
        } catch (BadLocationException outsideOfDocument) {
            return; // then the key does what it always does
        }
    }
}
