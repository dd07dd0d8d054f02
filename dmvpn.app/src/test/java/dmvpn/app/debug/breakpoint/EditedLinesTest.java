package dmvpn.app.debug.breakpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditedLinesTest {

    private static final String STARTED = "network N\n\nhub HQ {\n  wan A\n}\n\nspoke B {\n  wan A\n}\n";

    private static OptionalInt started(String edited, String line) {
        int number = edited.substring(0, edited.indexOf(line)).split("\n", -1).length;
        return EditedLines.between(STARTED, edited).started(number);
    }

    @Test
    void aTextThatIsAsItWasHasItsOwnLines() {
        for (int line = 1; line <= 9; line++) {
            assertThat(EditedLines.between(STARTED, STARTED.replace("\n", "\r\n")).started(line)).hasValue(line);
        }
    }

    @Test
    void linesBehindWhatWasWrittenOrDeletedHaveMoved() {
        assertThat(started("// one\n// two\n// three\n" + STARTED, "spoke B")).hasValue(7);
        assertThat(started(STARTED.replace("hub HQ {\n  wan A\n}\n\n", ""), "spoke B")).hasValue(7);
        assertThat(started(STARTED.replace("hub HQ {", "hub HQ {\n  lan L"), "hub HQ")).as("above").hasValue(3);
    }

    @Test
    void aLineThatWasWrittenSinceIsNone() {
        assertThat(started(STARTED + "spoke C {\n}\n", "spoke C")).isEmpty();
        assertThat(started("// one\n" + STARTED, "// one")).isEmpty();
    }

    @Test
    void aLineThatWasChangedInItsPlaceOrIndentedIsTheSame() {
        assertThat(started(STARTED.replace("spoke B {", "spoke Branch {"), "spoke Branch")).hasValue(7);
        assertThat(started("\n" + STARTED.replace("  wan A", "\t\twan A"), "hub HQ")).hasValue(3);
    }

    @Test
    void theWayBackLeadsToTheSameLinesAndToNoneThatIsGone() {
        for (String edited : List.of("// one\n" + STARTED, STARTED.replace("  wan A\n}\n\nspoke", "}\nspoke"), STARTED + "spoke C {\n}\n",
                STARTED.replace("spoke B {", "spoke Branch {"), "")) {
            EditedLines lines = EditedLines.between(STARTED, edited);
            int there = 0;
            for (int line = 1; line <= edited.lines().count(); line++) {
                OptionalInt started = lines.started(line);
                if (started.isPresent()) {
                    there++;
                    assertThat(lines.edited(started.getAsInt())).as("line %d of %s", line, edited).hasValue(line);
                }
            }
            assertThat(IntStream.rangeClosed(1, 9).filter(line -> lines.edited(line).isPresent()).count()).as(edited).isEqualTo(there);
        }
        assertThat(EditedLines.between(STARTED, STARTED.replace("hub HQ {\n  wan A\n}\n\n", "")).edited(4)).isEmpty();
    }
}
