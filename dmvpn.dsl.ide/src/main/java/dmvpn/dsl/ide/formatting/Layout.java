package dmvpn.dsl.ide.formatting;

import dmvpn.dsl.ide.formatting.FormatToken.Kind;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * How a text is laid out: for each token whether it starts a line, how far that line is indented, and else how many
 * blanks precede it. docs/editors.md describes the style.
 */
final class Layout {

    /** Blanks of one level. */
    static final int INDENT = 2;

    private static final int NOT_CLOSED = -1;

    private final List<FormatToken> tokens;
    private final int[] partner;
    private final boolean[] multiLine;
    private final int[] lineBreaks;
    private final int[] blanks;

    /**
     * @param tokens the tokens
     * @param continues whether the token at an offset, when it is the first of a line, continues what a line above began
     */
    Layout(List<FormatToken> tokens, IntPredicate continues) {
        this.tokens = tokens;
        partner = new int[tokens.size()];
        multiLine = new boolean[tokens.size()];
        lineBreaks = new int[tokens.size()];
        blanks = new int[tokens.size()];
        matchBraces();
        breakLines();
        indent(continues);
        Columns.settle(tokens, lineBreaks, blanks);
    }

    /** How many lines end in front of a token; 0 when it stands on the line of the one before it. */
    int lineBreaks(int index) {
        return lineBreaks[index];
    }

    /** How many blanks stand in front of a token on its line. */
    int blanks(int index) {
        return blanks[index];
    }

    private void matchBraces() {
        Arrays.fill(partner, NOT_CLOSED);
        Deque<Integer> open = new ArrayDeque<>();
        for (int index = 0; index < tokens.size(); index++) {
            if (tokens.get(index).is(Kind.OPEN)) {
                open.push(index);
                multiLine[index] = true; // unless it is closed on its line
            } else if (tokens.get(index).is(Kind.CLOSE) && !open.isEmpty()) {
                int opening = open.pop();
                partner[opening] = index;
                partner[index] = opening;
                multiLine[opening] = endsLine(opening, index);
                multiLine[index] = multiLine[opening];
            }
        }
    }

    /** True when a line ends between two braces. */
    private boolean endsLine(int opening, int closing) {
        for (int index = opening + 1; index <= closing; index++) {
            boolean ownLineBrace = tokens.get(index).is(Kind.OPEN) && mayStandBehind(index);
            if (tokens.get(index).lineBreaks() > 0 && !ownLineBrace
                    || index < closing && (tokens.get(index).spansLines() || tokens.get(index).isLineComment())) {
                return true;
            }
        }
        return false;
    }

    private boolean mayStandBehind(int index) {
        return index > 0 && !tokens.get(index - 1).is(Kind.COMMENT)
                && !tokens.get(index - 1).is(Kind.OPEN) && !tokens.get(index - 1).is(Kind.CLOSE);
    }

    private void breakLines() {
        for (int index = 0; index < tokens.size(); index++) {
            lineBreaks[index] = index == 0 ? 0 : lineBreaksBefore(index);
        }
    }

    private int lineBreaksBefore(int index) {
        FormatToken before = tokens.get(index - 1);
        FormatToken token = tokens.get(index);
        if (token.is(Kind.OPEN) && mayStandBehind(index)) {
            return 0;
        }
        if (token.lineBreaks() > 0) {
            boolean atEdge = before.is(Kind.OPEN) || token.is(Kind.CLOSE);
            return atEdge ? 1 : Math.min(2, token.lineBreaks());
        }
        boolean closes = token.is(Kind.CLOSE) && multiLine[index];
        boolean follows = multiLine[index - 1] && !token.is(Kind.COMMENT);
        return before.isLineComment() || closes || follows ? 1 : 0;
    }

    private void indent(IntPredicate continues) {
        int depth = 0;
        for (int index = 0; index < tokens.size(); index++) {
            FormatToken token = tokens.get(index);
            if (token.is(Kind.CLOSE) && partner[index] != NOT_CLOSED) {
                depth--;
            }
            if (index == 0 || lineBreaks[index] > 0) {
                boolean continued = token.kind() != Kind.CLOSE && token.kind() != Kind.COMMENT
                        && continues.test(token.offset());
                blanks[index] = INDENT * (depth + (continued ? 1 : 0));
            } else {
                blanks[index] = blanksBefore(index);
            }
            if (token.is(Kind.OPEN)) {
                depth++;
            }
        }
    }

    private int blanksBefore(int index) {
        FormatToken before = tokens.get(index - 1);
        FormatToken token = tokens.get(index);
        if (token.is(Kind.COMMA) || token.is(Kind.OPEN_BRACKET) || token.is(Kind.CLOSE_BRACKET)
                || before.is(Kind.OPEN_BRACKET)) {
            return 0;
        }
        if (before.is(Kind.COMMA)) {
            return 1;
        }
        if (token.gap().isEmpty()) {
            return endsItself(before) || endsItself(token) ? 1 : 0;
        }
        if (before.is(Kind.OPEN) || token.is(Kind.DOT) || before.is(Kind.DOT)) {
            return 1;
        }
        if (token.lineBreaks() > 0) {
            return 1;
        }
        return token.gap().isBlank() && token.gap().indexOf('\t') < 0 ? token.gap().length()
                : token.startsStatement() || token.is(Kind.COMMENT) ? 2 : 1;
    }

    private static boolean endsItself(FormatToken token) {
        return switch (token.kind()) {
            case OPEN, CLOSE, DELIMITED, COMMENT -> true;
            default -> false;
        };
    }
}
