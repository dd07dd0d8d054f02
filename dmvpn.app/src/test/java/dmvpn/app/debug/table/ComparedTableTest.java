package dmvpn.app.debug.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dmvpn.sim.show.StateTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What became of the rows of a table, and of the lines of a command. */
class ComparedTableTest {

    private static StateTable table(List<String>... rows) {
        return new StateTable("NHRP cache", List.of("target", "nbma", "expires", "age"), List.of(rows));
    }

    private static List<String> row(String target, String nbma, String expires, String age) {
        return List.of(target, nbma, expires, age);
    }

    @Test
    void rowsAreAddedRemovedAndChanged() {
        StateTable before = table(row("10.0.0.1", "1.1.1.1", "never", "1"), row("10.0.0.2", "2.2.2.2", "00:09:59", "1"),
                row("10.0.0.3", "3.3.3.3", "never", "1"));
        StateTable now = table(row("10.0.0.1", "1.1.1.1", "never", "1"), row("10.0.0.3", "9.9.9.9", "never", "1"),
                row("10.0.0.4", "4.4.4.4", "never", "1"));

        ComparedTable compared = ComparedTable.of(now, Optional.of(before));

        assertThat(compared.rows()).extracting(row -> row.values().getFirst(), ComparedRow::change, ComparedRow::changedColumns).containsExactly(
                tuple("10.0.0.1", Change.NONE, Set.of()), tuple("10.0.0.2", Change.REMOVED, Set.of()),
                tuple("10.0.0.3", Change.CHANGED, Set.of(1)), tuple("10.0.0.4", Change.ADDED, Set.of()));
        assertThat(compared.hasChanged()).isTrue();
    }

    @Test
    void clocksDoNotCount() {
        StateTable before = table(row("10.0.0.1", "1.1.1.1", "00:09:59", "1"));
        StateTable now = table(row("10.0.0.1", "1.1.1.1", "00:01:00", "540"));

        assertThat(ComparedTable.of(now, Optional.of(before)).hasChanged()).isFalse();
    }

    @Test
    void ofRowsWithTheSameKeyEachIsComparedWithItsOwn() {
        StateTable before = table(row("10.0.0.1", "1.1.1.1", "", ""), row("10.0.0.1", "2.2.2.2", "", ""));
        StateTable now = table(row("10.0.0.1", "2.2.2.2", "", ""));

        assertThat(ComparedTable.of(now, Optional.of(before)).rows()).extracting(row -> row.values().get(1), ComparedRow::change)
                .containsExactly(tuple("1.1.1.1", Change.REMOVED), tuple("2.2.2.2", Change.NONE));
    }

    @Test
    void withoutAnEarlierInstantNothingHasChanged() {
        assertThat(ComparedTable.of(table(row("10.0.0.1", "", "", "")), Optional.empty()).hasChanged()).isFalse();
    }

    @Test
    void linesOfACommandAreComparedToo() {
        List<String> before = List.of("Interface: Tunnel0", "10.0.0.1 up 00:00:10", "10.0.0.2 down 00:00:10", "end");
        List<String> now = List.of("Interface: Tunnel0", "10.0.0.1 up 00:00:20", "10.0.0.2 up 00:00:00", "end", "more");

        assertThat(ComparedLine.of(now, Optional.of(before))).extracting(ComparedLine::change)
                .containsExactly(Change.NONE, Change.NONE, Change.CHANGED, Change.NONE, Change.ADDED);
        assertThat(ComparedLine.of(before.subList(0, 3), Optional.of(before))).last()
                .isEqualTo(new ComparedLine("end", Change.REMOVED));
    }
}
