package dmvpn.dsl.ui.export;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.compare.rangedifferencer.IRangeComparator;
import org.eclipse.compare.rangedifferencer.RangeDifference;
import org.eclipse.compare.rangedifferencer.RangeDifferencer;

/** The differences of two texts, line by line, with some lines around them. */
final class Differences {

    private static final int LINES_AROUND = 3;

    /** What became of a line. */
    enum Kind {
        SAME(' '), ADDED('+'), REMOVED('-'), LEFT_OUT('…');

        private final char mark;

        Kind(char mark) {
            this.mark = mark;
        }
    }

    /**
     * A line of either text.
     *
     * @param kind what became of it
     * @param text the line
     */
    record Line(Kind kind, String text) {

        String shown() {
            return kind.mark + " " + text;
        }
    }

    private Differences() {
    }

    /** What makes an older text a newer one. */
    static List<Line> between(String older, String newer) {
        List<String> before = older.lines().toList();
        List<String> after = newer.lines().toList();
        List<Line> lines = new ArrayList<>();
        int shown = 0; // lines of the newer text
        for (RangeDifference difference : RangeDifferencer.findDifferences(new Lines(before), new Lines(after))) {
            same(lines, after, shown, difference.rightStart(), shown == 0);
            before.subList(difference.leftStart(), difference.leftEnd())
                    .forEach(line -> lines.add(new Line(Kind.REMOVED, line)));
            after.subList(difference.rightStart(), difference.rightEnd())
                    .forEach(line -> lines.add(new Line(Kind.ADDED, line)));
            shown = difference.rightEnd();
        }
        int around = Math.min(after.size(), shown + LINES_AROUND);
        after.subList(shown, around).forEach(line -> lines.add(new Line(Kind.SAME, line)));
        if (around < after.size()) {
            lines.add(leftOut(after.size() - around));
        }
        return lines;
    }

    private static void same(List<Line> lines, List<String> after, int from, int to, boolean atStart) {
        int afterLast = atStart ? from : Math.min(to, from + LINES_AROUND);
        int beforeNext = Math.max(afterLast, to - LINES_AROUND);
        after.subList(from, afterLast).forEach(line -> lines.add(new Line(Kind.SAME, line)));
        if (beforeNext > afterLast) {
            lines.add(leftOut(beforeNext - afterLast));
        }
        after.subList(beforeNext, to).forEach(line -> lines.add(new Line(Kind.SAME, line)));
    }

    private static Line leftOut(int number) {
        return new Line(Kind.LEFT_OUT, number == 1 ? "1 line as before" : number + " lines as before");
    }

    private record Lines(List<String> lines) implements IRangeComparator {

        @Override
        public int getRangeCount() {
            return lines.size();
        }

        @Override
        public boolean rangesEqual(int thisIndex, IRangeComparator other, int otherIndex) {
            return lines.get(thisIndex).equals(((Lines) other).lines.get(otherIndex));
        }

        @Override
        public boolean skipRangeComparison(int length, int maximum, IRangeComparator other) {
            return false;
        }
    }
}
