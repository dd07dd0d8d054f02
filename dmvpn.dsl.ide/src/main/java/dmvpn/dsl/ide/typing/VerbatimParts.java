package dmvpn.dsl.ide.typing;

import dmvpn.dsl.ide.highlight.LexicalHighlighter.Kind;
import dmvpn.dsl.ide.highlight.LexicalHighlighter.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the parts of a text in which brackets mean nothing: comments, texts in quotes and vendor lines. It finds what the lexer
 * finds, in one pass that makes nothing but these parts: a few milliseconds for a text of a megabyte, so that a key may ask
 * for the whole text. A comment, or vendor lines, without an end go up to the end of the text: somebody is typing them.
 */
final class VerbatimParts {

    private final String text;
    private final List<Token> parts = new ArrayList<>();
    private int at;

    private VerbatimParts(String text) {
        this.text = text;
    }

    /** The parts, in order. */
    static List<Token> of(String text) {
        VerbatimParts found = new VerbatimParts(text);
        while (found.at < text.length()) {
            found.advance();
        }
        return found.parts;
    }

    private void advance() {
        char first = text.charAt(at);
        if (first == '/' && text.startsWith("//", at)) {
            add(Kind.COMMENT, behindLine(at));
        } else if (first == '/' && text.startsWith("/*", at)) {
            add(Kind.COMMENT, behind("*/", at + 2));
        } else if (first == '<' && text.startsWith("<<<", at)) {
            add(Kind.RAW, behind(">>>", at + 3));
        } else if (first == '"') {
            advanceOverString();
        } else if (isLetter(first) || isDigit(first) || first == ':') {
            advanceOverWord(!isLetter(first));
        } else {
            at++;
        }
    }

    private void add(Kind kind, int end) {
        parts.add(new Token(at, end - at, kind));
        at = end;
    }

    private int behind(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }

    private int behindLine(int from) {
        int end = endOfLine(from);
        return text.startsWith("\r\n", end) ? end + 2 : text.startsWith("\n", end) ? end + 1 : end;
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** A forgotten quote swallows its line and no more, and is none. */
    private void advanceOverString() {
        int lineEnd = endOfLine(at);
        for (int place = at + 1; place < lineEnd; place++) {
            char character = text.charAt(place);
            if (character == '"') {
                add(Kind.STRING, place + 1);
                return;
            }
            place += character == '\\' ? 1 : 0;
        }
        at = lineEnd;
    }

    /** A word may have slashes in it: no comment begins at {@code 10.0.0.0/8//}. */
    private void advanceOverWord(boolean number) {
        at++;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == ':' || next == '-' || next == '/' || number && next == '.') {
                at = behindComputed(at + 1);
            } else if (isLetter(next) || isDigit(next) || next == '%' || next == '+' || next == '*') {
                at++;
            } else {
                return;
            }
        }
    }

    /** Behind the braces that are parts of a value, such as that of {@code 10.0.{n}.1}. */
    private int behindComputed(int from) {
        int behind = from;
        while (text.startsWith("{", behind)) {
            int end = behind + 1;
            while (end < text.length() && "{}\r\n".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            if (!text.startsWith("}", end)) {
                return behind;
            }
            behind = end + 1;
        }
        return behind;
    }

    private static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z' || character == '_';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
