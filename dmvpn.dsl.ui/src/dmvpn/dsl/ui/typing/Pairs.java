package dmvpn.dsl.ui.typing;

import dmvpn.dsl.ide.typing.LexicalPlace;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IDocument;

/**
 * Brackets and quotes come in pairs. Whether a closing one is typed over, or a second one is inserted, the whole text decides,
 * by what lacks a partner: nobody has to remember which bracket came by itself.
 */
final class Pairs {

    private static final char QUOTE = '"';

    private Pairs() {
    }

    static void typed(IDocument document, DocumentCommand command) throws BadLocationException {
        char typed = command.text.charAt(0);
        switch (typed) {
            case '{' -> opened(document, command, '{', '}');
            case '[' -> opened(document, command, '[', ']');
            case '}' -> closed(document, command, '{', '}');
            case ']' -> closed(document, command, '[', ']');
            case QUOTE -> quoted(document, command);
            default -> { }
        }
    }

    private static void opened(IDocument document, DocumentCommand command, char open, char close) {
        LexicalPlace place = new LexicalPlace(document.get(), command.offset);
        boolean alone = !isPartOfWord(place.next()) && place.next() != QUOTE && place.next() != open;
        if (alone && !place.isVerbatim() && !place.lacksOpening(open, close)) {
            insertAround(command, String.valueOf(open) + close);
        }
    }

    private static void closed(IDocument document, DocumentCommand command, char open, char close) throws BadLocationException {
        LexicalPlace place = new LexicalPlace(document.get(), command.offset);
        if (place.isVerbatim()) {
            return;
        }
        if (place.next() == close && !place.lacksClosing(open, close)) {
            typeOver(command);
        } else if (close == '}' && Lines.before(document, command.offset).isBlank()) {
            outdent(document, command, place);
        }
    }

    /** A closing brace that begins its line stands below the line that opens its block. */
    private static void outdent(IDocument document, DocumentCommand command, LexicalPlace place) throws BadLocationException {
        int opening = place.openBrace();
        if (opening >= 0) {
            int blanks = Lines.before(document, command.offset).length();
            command.text = Lines.indentation(document, opening) + command.text;
            command.offset -= blanks;
            command.length += blanks;
        }
    }

    private static void quoted(IDocument document, DocumentCommand command) throws BadLocationException {
        LexicalPlace place = new LexicalPlace(document.get(), command.offset);
        if (place.isInString()) {
            boolean escaped = document.getChar(command.offset - 1) == '\\';
            if (place.next() == QUOTE && !escaped) {
                typeOver(command);
            }
        } else if (!place.isVerbatim() && !isPartOfWord(place.next()) && place.next() != QUOTE
                && quotesBefore(document, command.offset) % 2 == 0) {
            insertAround(command, "\"\"");
        }
    }

    /** An odd number of quotes in front of a place: the one that is typed ends a text. */
    private static long quotesBefore(IDocument document, int offset) throws BadLocationException {
        return Lines.before(document, offset).chars().filter(character -> character == QUOTE).count();
    }

    /** Deleting the first one of an empty pair deletes both. */
    static void deleted(IDocument document, DocumentCommand command) throws BadLocationException {
        if (command.offset + 1 >= document.getLength()) {
            return;
        }
        String pair = document.get(command.offset, 2);
        boolean empty = switch (pair) {
            case "{}", "[]" -> isWhole(new LexicalPlace(document.get(), command.offset), pair.charAt(0), pair.charAt(1));
            case "\"\"" -> quotesBefore(document, command.offset) % 2 == 0
                    && !new LexicalPlace(document.get(), command.offset).isVerbatim();
            default -> false; // the text is not looked at
        };
        if (empty) {
            command.length = 2;
        }
    }

    /** False where the closing bracket of a pair is missed elsewhere when its opening one has gone. */
    private static boolean isWhole(LexicalPlace place, char open, char close) {
        return !place.isVerbatim() && !place.lacksClosing(open, close) && !place.lacksOpening(open, close);
    }

    private static void insertAround(DocumentCommand command, String pair) {
        command.text = pair;
        command.caretOffset = command.offset + 1;
        command.shiftsCaret = false;
    }

    private static void typeOver(DocumentCommand command) {
        command.text = "";
        command.caretOffset = command.offset + 1;
        command.shiftsCaret = false;
    }

    private static boolean isPartOfWord(char character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }
}
