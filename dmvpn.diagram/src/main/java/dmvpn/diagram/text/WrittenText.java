package dmvpn.diagram.text;

import dmvpn.dsl.ide.document.Change;

/** A text with its lines: where clauses begin and end them, and how to put in or take out whole lines. */
final class WrittenText {

    private static final String GAP = "  ";

    private final String text;
    private final String lineEnd;

    WrittenText(String text) {
        this.text = text;
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    }

    String lineEnd() {
        return lineEnd;
    }

    /** The text with this file's line ends. */
    String ended(String lines) {
        return lineEnd.equals("\n") ? lines : lines.replace("\n", lineEnd);
    }

    private int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /** Behind the line break that ends the line, or the end of the text. */
    private int nextLine(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end + 1;
    }

    private boolean startsLine(int offset) {
        return text.substring(lineStart(offset), offset).isBlank();
    }

    private String indent(int offset) {
        return text.substring(lineStart(offset), offset);
    }

    /** A clause behind another: on a line of its own when that one ends its line, with the comment that follows it. */
    Change behindClause(int start, int end, String clause) {
        int restEnd = nextLine(end);
        String rest = text.substring(end, restEnd).strip();
        boolean endsLine = rest.isEmpty() || rest.startsWith("//") || rest.startsWith("/*") && rest.endsWith("*/")
                && rest.indexOf("*/") == rest.length() - 2;
        if (startsLine(start) && endsLine && restEnd > end) {
            String line = indent(start) + clause + lineEnd;
            return new Change(restEnd, 0, text.charAt(restEnd - 1) == '\n' ? line : lineEnd + indent(start) + clause);
        }
        return new Change(end, 0, GAP + clause);
    }

    /** A clause in front of another: on a line of its own when that one begins its line. */
    Change inFrontOfClause(int start, String clause) {
        return startsLine(start) ? new Change(lineStart(start), 0, indent(start) + clause + lineEnd)
                : new Change(start, 0, clause + GAP);
    }

    /** An element behind another, a blank line between them. */
    Change behindElement(int end, String element) {
        String rest = text.substring(end, nextLine(end));
        boolean alone = rest.isBlank() || rest.strip().startsWith("//");
        if (!alone) {
            return new Change(end, 0, lineEnd + lineEnd + ended(element) + lineEnd);
        }
        return rest.endsWith("\n") ? new Change(nextLine(end), 0, lineEnd + ended(element) + lineEnd)
                : new Change(text.length(), 0, lineEnd + lineEnd + ended(element) + lineEnd);
    }

    /** The first element, in front of all others or behind all comments. */
    Change firstElement(int place, String element) {
        if (place < text.length()) {
            return new Change(lineStart(place), 0, ended(element) + lineEnd + lineEnd);
        }
        boolean needsBreak = !text.isEmpty() && !text.endsWith("\n");
        return new Change(text.length(), 0, (needsBreak ? lineEnd : "") + (text.isBlank() ? "" : lineEnd) + ended(element) + lineEnd);
    }

    /**
     * Takes an element out. With its lines goes one of the blank lines around it, so that what was apart stays apart and
     * nothing more.
     */
    Change withoutElement(int start, int end) {
        int from = startsLine(start) ? lineStart(start) : start;
        int to = text.substring(end, nextLine(end)).isBlank() ? nextLine(end) : end;
        boolean wholeLines = from == lineStart(start) && (to > end || to == text.length());
        if (!wholeLines) {
            return new Change(start, end - start, "");
        }
        boolean blankBelow = to < text.length() && text.substring(to, nextLine(to)).isBlank();
        int above = from == 0 ? 0 : lineStart(from - 1);
        boolean blankAbove = from > 0 && text.substring(above, from).isBlank();
        if (blankBelow && (blankAbove || from == 0)) {
            to = nextLine(to);
        } else if (blankAbove && to == text.length()) {
            from = above;
        }
        return new Change(from, to - from, "");
    }
}
