package dmvpn.dsl.ide.formatting;

import dmvpn.dsl.ide.formatting.FormatToken.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps the columns that an author made. Two blanks inside a line group words, and any number of them may stand before a
 * setting, a block or a comment. A wider gap anywhere else stays if its word is in a column with a word of the line above
 * or below, and else shrinks to one blank.
 *
 * <p>Shrinking one gap may take its word out of a neighbour's column, so the lines are looked at until nothing changes:
 * a text that was settled once stays as it is.
 */
final class Columns {

    private static final int GROUPING = 2;

    /** The tokens of one line. */
    private record Line(int first, int end, boolean joinsLineAbove) {
    }

    private final List<FormatToken> tokens;
    private final int[] blanks;
    private final List<Line> lines = new ArrayList<>();
    private final int[] column;

    private Columns(List<FormatToken> tokens, int[] lineBreaks, int[] blanks) {
        this.tokens = tokens;
        this.blanks = blanks;
        this.column = new int[tokens.size()];
        int first = 0;
        for (int index = 1; index <= tokens.size(); index++) {
            if (index == tokens.size() || lineBreaks[index] > 0) {
                lines.add(new Line(first, index, first > 0 && lineBreaks[first] == 1));
                first = index;
            }
        }
    }

    static void settle(List<FormatToken> tokens, int[] lineBreaks, int[] blanks) {
        if (tokens.isEmpty()) {
            return;
        }
        Columns columns = new Columns(tokens, lineBreaks, blanks);
        Set<Integer> undecided = new HashSet<>();
        for (int line = 0; line < columns.lines.size(); line++) {
            columns.measure(line);
            if (columns.hasWideGap(line)) {
                undecided.add(line);
            }
        }
        while (!undecided.isEmpty()) {
            undecided = columns.shrink(undecided);
        }
    }

    /** Shrinks the gaps of some lines that are in no column; returns the lines that have to be looked at again. */
    private Set<Integer> shrink(Set<Integer> undecided) {
        Set<Integer> again = new HashSet<>();
        for (int line : undecided.stream().sorted().toList()) {
            for (int index = lines.get(line).first + 1; index < lines.get(line).end; index++) {
                if (isWide(index) && !inColumn(line - 1, index, lines.get(line).joinsLineAbove)
                        && !inColumn(line + 1, index, line + 1 < lines.size() && lines.get(line + 1).joinsLineAbove)) {
                    blanks[index] = 1;
                    measure(line);
                    for (int near = Math.max(0, line - 1); near <= Math.min(lines.size() - 1, line + 1); near++) {
                        if (hasWideGap(near)) {
                            again.add(near);
                        }
                    }
                }
            }
        }
        return again;
    }

    private boolean inColumn(int line, int index, boolean adjacent) {
        if (!adjacent) {
            return false;
        }
        for (int other = lines.get(line).first + 1; other < lines.get(line).end; other++) {
            if (column[other] == column[index] && blanks[other] > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean hasWideGap(int line) {
        for (int index = lines.get(line).first + 1; index < lines.get(line).end; index++) {
            if (isWide(index)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWide(int index) {
        FormatToken token = tokens.get(index);
        return blanks[index] > GROUPING && !token.startsStatement() && !token.is(Kind.COMMENT) && !token.is(Kind.OPEN)
                && !token.is(Kind.CLOSE);
    }

    private void measure(int line) {
        int position = 0;
        for (int index = lines.get(line).first; index < lines.get(line).end; index++) {
            position += blanks[index];
            column[index] = position;
            String text = tokens.get(index).text();
            int lastLine = text.lastIndexOf('\n') + 1;
            position = lastLine > 0 ? text.length() - lastLine : position + text.length();
        }
    }
}
