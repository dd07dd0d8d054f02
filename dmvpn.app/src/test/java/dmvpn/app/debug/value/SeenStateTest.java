package dmvpn.app.debug.value;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.show.StateTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenStateTest {

    private final SeenState seen = new SeenState();

    private static DebugVariable associations(String... rows) {
        return StateVariables.of(new StateTable("IPsec SAs", List.of("peer", "state", "remainingSeconds", "age"),
                List.of(rows).stream().map(row -> List.of(row.split(" "))).toList()));
    }

    private DebugVariable look(int event, DebugVariable table) {
        seen.lookAt(event, List.of(table));
        return table;
    }

    private boolean isChanged(DebugVariable table, String row, String column) {
        DebugVariable ofRow = table.children().stream().filter(each -> each.name().equals(row)).findFirst().orElseThrow();
        String place = SeenState.path(SeenState.path("", table), ofRow);
        return seen.isChanged(place, ofRow.children().stream().filter(each -> each.name().equals(column)).findFirst().orElseThrow());
    }

    private boolean isChanged(DebugVariable table, String row) {
        return seen.isChanged(SeenState.path("", table), table.children().stream().filter(each -> each.name().equals(row)).findFirst().orElseThrow());
    }

    @Test
    void clocksThatRunOnAreNoChange() {
        look(1, associations("10.0.0.1 up 3600 00:00:10"));

        DebugVariable later = look(2, associations("10.0.0.1 up 3599 00:00:11"));

        assertThat(isChanged(later, "10.0.0.1")).isFalse();
        assertThat(isChanged(later, "10.0.0.1", "remainingSeconds")).isFalse();
        assertThat(isChanged(later, "10.0.0.1", "age")).isFalse();
        assertThat(seen.isChanged("", later)).isFalse();
    }

    @Test
    void anotherValueIsAChangeOfItsCellAndRow() {
        look(1, associations("10.0.0.1 up 3600 00:00:10", "10.0.0.2 up 10 00:59:50"));

        DebugVariable later = look(2, associations("10.0.0.1 up 3599 00:00:11", "10.0.0.2 down 9 00:59:51"));

        assertThat(isChanged(later, "10.0.0.2", "state")).isTrue();
        assertThat(isChanged(later, "10.0.0.2")).isTrue();
        assertThat(isChanged(later, "10.0.0.1")).isFalse();
        assertThat(seen.isChanged("", later)).as("as many rows as before").isFalse();
    }

    @Test
    void aRowThatCameIsAChangeOfTheTableAndOneThatIsLookedAtFirstIsNone() {
        DebugVariable first = look(1, associations("10.0.0.1 up 3600 00:00:10"));
        assertThat(isChanged(first, "10.0.0.1")).isFalse();

        DebugVariable later = look(2, associations("10.0.0.1 up 3600 00:00:10", "10.0.0.2 up 1 00:00:01"));

        assertThat(isChanged(later, "10.0.0.2")).isTrue();
        assertThat(seen.isChanged("", later)).isTrue();
    }
}
