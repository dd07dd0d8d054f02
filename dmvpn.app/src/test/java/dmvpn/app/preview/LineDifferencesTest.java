package dmvpn.app.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.preview.LineDifference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineDifferencesTest {

    @Test
    void equalTextsDoNotDiffer() {
        assertThat(LineDifferences.between(lines("a b c"), lines("a b c"))).isEmpty();
        assertThat(LineDifferences.between(List.of(), List.of())).isEmpty();
    }

    @Test
    void addedChangedAndRemovedLinesAreToldApart() {
        assertThat(LineDifferences.between(lines("a b c d"), lines("a x b y")))
                .containsExactly(new LineDifference(1, 1, List.of()), new LineDifference(3, 1, List.of("c", "d")));
        assertThat(LineDifferences.between(lines("a b c"), lines("a c")))
                .containsExactly(new LineDifference(1, 0, List.of("b")));
        assertThat(new LineDifference(1, 0, List.of("b")).kind()).isEqualTo(Kind.REMOVED);
        assertThat(new LineDifference(1, 1, List.of("b")).kind()).isEqualTo(Kind.CHANGED);
        assertThat(new LineDifference(1, 1, List.of()).kind()).isEqualTo(Kind.ADDED);
    }

    /** Whatever the texts are, the differences lead from the one to the other. */
    @Test
    void theDifferencesLeadFromTheOldTextToTheNewOne() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<String> oldLines = randomLines(random);
            List<String> newLines = randomLines(random);
            assertThat(applied(oldLines, newLines, LineDifferences.between(oldLines, newLines))).isEqualTo(newLines);
        }
    }

    @Test
    void textsThatAreTooLargeToCompareDifferAsOne() {
        List<String> oldLines = new ArrayList<>();
        List<String> newLines = new ArrayList<>();
        for (int line = 0; line < 5_000; line++) {
            oldLines.add("old " + line);
            newLines.add("new " + line);
        }
        assertThat(LineDifferences.between(oldLines, newLines)).singleElement()
                .satisfies(difference -> assertThat(difference.added()).isEqualTo(5_000));
    }

    private static List<String> applied(List<String> oldLines, List<String> newLines, List<LineDifference> differences) {
        List<String> result = new ArrayList<>();
        int oldIndex = 0;
        for (LineDifference difference : differences) {
            while (result.size() < difference.firstLine()) {
                result.add(oldLines.get(oldIndex++));
            }
            assertThat(oldLines.subList(oldIndex, oldIndex + difference.removed().size())).isEqualTo(difference.removed());
            oldIndex += difference.removed().size();
            result.addAll(newLines.subList(difference.firstLine(), difference.firstLine() + difference.added()));
        }
        result.addAll(oldLines.subList(oldIndex, oldLines.size()));
        return result;
    }

    private static List<String> randomLines(Random random) {
        List<String> lines = new ArrayList<>();
        int count = random.nextInt(12);
        for (int line = 0; line < count; line++) {
            lines.add(String.valueOf((char) ('a' + random.nextInt(4))));
        }
        return lines;
    }

    private static List<String> lines(String words) {
        return List.of(words.split(" "));
    }
}
