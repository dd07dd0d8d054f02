package dmvpn.app.preview;

import java.util.ArrayList;
import java.util.List;

/** Compares two texts line by line by their longest common subsequence. */
public final class LineDifferences {

    /** Above this many comparisons the texts count as changed from their first to their last difference. */
    private static final long MOST_COMPARISONS = 16_000_000;

    private LineDifferences() {
    }

    /** How the new lines differ from the old ones, in order. */
    public static List<LineDifference> between(List<String> oldLines, List<String> newLines) {
        int start = 0;
        int oldEnd = oldLines.size();
        int newEnd = newLines.size();
        while (start < oldEnd && start < newEnd && oldLines.get(start).equals(newLines.get(start))) {
            start++;
        }
        while (oldEnd > start && newEnd > start && oldLines.get(oldEnd - 1).equals(newLines.get(newEnd - 1))) {
            oldEnd--;
            newEnd--;
        }
        List<LineDifference> differences = new ArrayList<>();
        List<String> oldMiddle = oldLines.subList(start, oldEnd);
        List<String> newMiddle = newLines.subList(start, newEnd);
        if ((long) oldMiddle.size() * newMiddle.size() > MOST_COMPARISONS) {
            return List.of(new LineDifference(start, newMiddle.size(), oldMiddle));
        }
        int[][] common = commonLengths(oldMiddle, newMiddle);
        int oldIndex = 0;
        int newIndex = 0;
        while (oldIndex < oldMiddle.size() || newIndex < newMiddle.size()) {
            int oldFrom = oldIndex;
            int newFrom = newIndex;
            while (differ(oldMiddle, newMiddle, oldIndex, newIndex)) {
                boolean isNew = oldIndex == oldMiddle.size()
                        || newIndex < newMiddle.size() && common[oldIndex][newIndex + 1] >= common[oldIndex + 1][newIndex];
                if (isNew) {
                    newIndex++;
                } else {
                    oldIndex++;
                }
            }
            if (oldIndex > oldFrom || newIndex > newFrom) {
                differences.add(new LineDifference(start + newFrom, newIndex - newFrom, oldMiddle.subList(oldFrom, oldIndex)));
            }
            oldIndex++;
            newIndex++;
        }
        return differences;
    }

    /** True inside a difference: until both texts have the same line, or both end. */
    private static boolean differ(List<String> oldLines, List<String> newLines, int oldIndex, int newIndex) {
        boolean oldEnds = oldIndex == oldLines.size();
        boolean newEnds = newIndex == newLines.size();
        return oldEnds || newEnds ? oldEnds != newEnds : !oldLines.get(oldIndex).equals(newLines.get(newIndex));
    }

    private static int[][] commonLengths(List<String> oldLines, List<String> newLines) {
        int[][] lengths = new int[oldLines.size() + 1][newLines.size() + 1];
        for (int oldIndex = oldLines.size() - 1; oldIndex >= 0; oldIndex--) {
            for (int newIndex = newLines.size() - 1; newIndex >= 0; newIndex--) {
                lengths[oldIndex][newIndex] = oldLines.get(oldIndex).equals(newLines.get(newIndex))
                        ? lengths[oldIndex + 1][newIndex + 1] + 1
                        : Math.max(lengths[oldIndex + 1][newIndex], lengths[oldIndex][newIndex + 1]);
            }
        }
        return lengths;
    }
}
