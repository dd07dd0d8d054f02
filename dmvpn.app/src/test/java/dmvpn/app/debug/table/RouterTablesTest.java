package dmvpn.app.debug.table;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.show.RouterCommands;
import dmvpn.app.testing.Models;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.trace.RecordedEvent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a router answers where a run stands, and what is new there. */
class RouterTablesTest {

    private final DebugSession session = new DebugSession(Models.example("phase3-eigrp"), SimulationOptions.DEFAULT);

    private void goTo(String message) {
        while (session.event().map(RecordedEvent::message).filter(message::equals).isEmpty()) {
            assertThat(session.stepToNextEvent()).as(message).isTrue();
        }
    }

    @Test
    void aStepThatAddsACacheEntryShowsItAsARowThatIsNew() {
        goTo("Registration Request received");
        int hub = session.eventRouter();
        session.stepToPreviousEvent();
        RouterTables before = RouterTables.read(session, hub, "");
        session.stepToNextEvent();

        RouterTables after = RouterTables.read(session, hub, "");

        assertThat(after.comparedWith(Optional.of(before))).filteredOn(ComparedTable::hasChanged)
                .extracting(ComparedTable::name).contains("NHRP cache");
        assertThat(after.comparedWith(Optional.of(before))).filteredOn(table -> table.name().equals("NHRP cache")).singleElement()
                .satisfies(cache -> assertThat(cache.rows()).extracting(ComparedRow::change).containsOnly(Change.ADDED));
        assertThat(after.comparedWith(Optional.empty())).noneMatch(ComparedTable::hasChanged);
    }

    @Test
    void aCommandIsAnsweredAndComparedByLines() {
        goTo("Registration Request received");
        int hub = session.eventRouter();
        session.stepToPreviousEvent();
        RouterTables before = RouterTables.read(session, hub, "sh ip nhrp");
        session.stepToNextEvent();

        RouterTables after = RouterTables.read(session, hub, "sh ip nhrp");

        assertThat(after.problem()).isEmpty();
        assertThat(after.linesComparedWith(Optional.of(before))).isNotEmpty().extracting(ComparedLine::change).containsOnly(Change.ADDED);
        assertThat(RouterTables.read(session, hub, "").linesComparedWith(Optional.of(before))).isEmpty();
    }

    @Test
    void whyThereIsNothingIsSaid() {
        assertThat(RouterTables.read(session, 0, "").problem()).endsWith("is without power now");
        goTo("Registration Request received");
        assertThat(RouterTables.read(session, 0, "show sheep").problem()).contains("has no command 'show sheep'").contains("show dmvpn");
        assertThat(RouterTables.read(session, 999, "").problem()).isEqualTo("There is no such router");
    }

    @Test
    void aLineThatIsBegunIsCompletedToCommands() {
        goTo("Registration Request received");

        assertThat(session.ofRouter(session.eventRouter(), router -> RouterCommands.completions("sh ip nh", RouterCommands.of(router))).orElseThrow())
                .contains("show ip nhrp", "show ip nhrp traffic").allMatch(command -> command.startsWith("show ip nhrp"));
    }
}
