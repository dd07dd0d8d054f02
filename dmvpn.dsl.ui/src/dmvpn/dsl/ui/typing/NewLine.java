package dmvpn.dsl.ui.typing;

import dmvpn.dsl.ide.typing.LexicalPlace;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IDocument;

/** Enter: the new line is indented as the one above, and in a block that has just been opened one level more. */
final class NewLine {

    private NewLine() {
    }

    static void indent(IDocument document, DocumentCommand command) throws BadLocationException {
        String before = Lines.before(document, command.offset);
        String indentation = Lines.indentation(before);
        LexicalPlace place = new LexicalPlace(document.get(), command.offset);
        String delimiter = command.text;
        if (place.comment().isPresent()) {
            command.text = delimiter + indentation + commentPrefix(before.strip());
        } else if (!place.isVerbatim() && before.stripTrailing().endsWith("{")) {
            openBlock(document, command, place, delimiter, indentation);
        } else {
            command.text = delimiter + indentation;
        }
    }

    private static void openBlock(IDocument document, DocumentCommand command, LexicalPlace place, String delimiter,
            String indentation) throws BadLocationException {
        String behind = Lines.behind(document, command.offset);
        command.text = delimiter + indentation + Lines.INDENTATION;
        boolean closes = behind.strip().startsWith("}");
        boolean lacksBrace = behind.isBlank() && place.lacksClosing('{', '}');
        if (closes || lacksBrace) {
            int caret = command.offset + command.text.length();
            command.length = behind.length() - behind.stripLeading().length();
            command.text += delimiter + indentation + (closes ? "" : "}");
            command.caretOffset = caret;
            command.shiftsCaret = false;
        }
    }

    /** In a block comment whose lines begin with a star, the next one does too. */
    private static String commentPrefix(String line) {
        boolean closed = line.endsWith("*/");
        if (line.startsWith("/*") && !closed) {
            return " * ";
        }
        return line.startsWith("*") && !closed ? "* " : "";
    }
}
