package dmvpn.app.debug.value;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.show.StateTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In what a table differs from that of another history. */
class TableDifferenceTest {

    private static final List<String> FIRST_WAY = List.of("10.2.0.0/16", "10.0.0.1", "00:00:10");
    private static final List<String> SECOND_WAY = List.of("10.2.0.0/16", "10.0.0.2", "00:00:10");

    private static StateTable routes(List<List<String>> rows) {
        return new StateTable("Routes", List.of("prefix", "nextHop", "age"), rows);
    }

    private static List<TableDifference> between(List<List<String>> before, List<List<String>> after) {
        return TableDifference.between(routes(before), routes(after));
    }

    @Test
    void oneOfTwoRowsOfAKeyIsGoneAndTheOtherStaysAsItWas() {
        assertThat(between(List.of(FIRST_WAY, SECOND_WAY), List.of(List.of("10.2.0.0/16", "10.0.0.1", "00:00:55"))))
                .singleElement().satisfies(gone -> {
                    assertThat(gone.row()).contains("10.2.0.0/16").contains("10.0.0.2");
                    assertThat(gone.before()).isPresent();
                    assertThat(gone.after()).isEmpty();
                });
    }

    @Test
    void aRowOfTheSameKeyHasAnotherValue() {
        assertThat(between(List.of(FIRST_WAY), List.of(SECOND_WAY))).containsExactly(
                new TableDifference("Routes", "10.2.0.0/16", "nextHop", Optional.of("10.0.0.1"), Optional.of("10.0.0.2")));
    }

    @Test
    void aRowComes() {
        assertThat(between(List.of(), List.of(FIRST_WAY))).singleElement().satisfies(came -> {
            assertThat(came.before()).isEmpty();
            assertThat(came.after()).isPresent();
        });
    }

    @Test
    void clocksAndTheOrderOfRowsAreNoDifference() {
        assertThat(between(List.of(FIRST_WAY, SECOND_WAY), List.of(SECOND_WAY, List.of("10.2.0.0/16", "10.0.0.1", "00:10:00")))).isEmpty();
    }
}
