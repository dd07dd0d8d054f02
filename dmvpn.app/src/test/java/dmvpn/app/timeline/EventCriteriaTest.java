package dmvpn.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.testing.PlannedTrace;
import dmvpn.sim.trace.BinaryTrace;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventCriteriaTest {

    private static final BinaryTrace TRACE = new PlannedTrace(List.of("HQ1", "Branch1", "Branch10"))
            .add(0, 0, "power on").add(1, 1, "Registration Request sent").add(2, 0, "Registration Request received", 1)
            .add(3, 2, "Purge Request sent").trace();

    private static List<Integer> shown(String filter) {
        EventRows rows = new EventRows(TRACE, EventCriteria.parse(filter, false).matcher());
        assertThat(rows.readOn(TRACE.size(), () -> false)).isTrue();
        return IntStream.range(0, rows.count()).mapToObj(rows::event).toList();
    }

    @Test
    void withoutAWordEverythingIsShown() {
        assertThat(shown(" ")).containsExactly(0, 1, 2, 3);
        assertThat(EventCriteria.parse(" ", true).isEmpty()).isTrue();
    }

    @Test
    void allWordsHaveToBeThereInAnyCaseAnywhere() {
        assertThat(shown("request")).containsExactly(1, 2, 3);
        assertThat(shown("Request HQ1")).containsExactly(2);
        assertThat(shown("length=18")).as("a field").containsExactly(3);
        assertThat(shown("\"request sent\"")).containsExactly(1, 3);
        assertThat(shown("\"request sent")).as("a quote that nobody closed").containsExactly(1, 3);
    }

    @Test
    void routersAndProtocolsAreNamedWhole() {
        assertThat(shown("router:branch1")).containsExactly(1);
        assertThat(shown("router:HQ1,Branch10 request")).containsExactly(2, 3);
        assertThat(shown("protocol:nhrp")).containsExactly(0, 1, 2, 3);
        assertThat(shown("protocol:EIGRP")).isEmpty();
    }

    @Test
    void protocolsThatARunLeavesOutAreNotShownWhateverTheFilterSays() {
        EventCriteria all = EventCriteria.parse("", true).without(Set.of("nhrp"));
        EventRows rows = new EventRows(TRACE, all.matcher());
        rows.readOn(TRACE.size(), () -> false);
        EventRows named = new EventRows(TRACE, EventCriteria.parse("protocol:NHRP", true).without(Set.of("nhrp")).matcher());
        named.readOn(TRACE.size(), () -> false);

        assertThat(rows.count()).isZero();
        assertThat(named.count()).isZero();
        assertThat(all.isEmpty()).as("nobody has asked for some events only").isTrue();
    }

    @Test
    void aWordWithAMinusMustNotBeThere() {
        assertThat(shown("request -purge -received")).containsExactly(1);
        assertThat(shown("-\"power on\"")).containsExactly(1, 2, 3);
    }

    @Test
    void theRowOfAnEventIsFound() {
        EventRows rows = new EventRows(TRACE, EventCriteria.parse("request", false).matcher());
        rows.readOn(TRACE.size(), () -> false);

        assertThat(rows.rowOf(2)).isEqualTo(1);
        assertThat(rows.rowOf(0)).isEqualTo(EventRows.NONE);
        assertThat(rows.rowAtOrBefore(0)).isEqualTo(EventRows.NONE);
        assertThat(rows.rowAtOrBefore(99)).isEqualTo(2);
    }

    @Test
    void aSearchGoesOnRoundTheEnd() {
        EventSearch search = new EventSearch(TRACE, TRACE.size(), row -> row, EventCriteria.parse("request", true));

        assertThat(search.after(-1, () -> false)).isEqualTo(1);
        assertThat(search.after(1, () -> false)).isEqualTo(2);
        assertThat(search.after(3, () -> false)).isEqualTo(1);
        assertThat(search.before(3, () -> false)).isEqualTo(2);
        assertThat(search.before(1, () -> false)).isEqualTo(3);
        assertThat(search.after(0, () -> true)).as("somebody has had enough").isEqualTo(EventSearch.NONE);
        assertThat(new EventSearch(TRACE, TRACE.size(), row -> row, EventCriteria.parse("nowhere", true)).before(2, () -> false))
                .isEqualTo(EventSearch.NONE);
    }
}
