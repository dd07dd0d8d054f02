package dmvpn.app.debug.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.TimelineRow;
import dmvpn.app.debug.conversation.SeenConversation.Member;
import dmvpn.app.testing.Models;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.trace.RecordedEvent;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What belongs together, and the state behind it. */
class SeenConversationTest {

    private final DebugSession session = new DebugSession(Models.example("phase3-eigrp"),
            SimulationOptions.DEFAULT.withUntil(Duration.ofSeconds(20)));

    private SeenConversation at(Predicate<RecordedEvent> condition) {
        while (session.run(1_000)) {
            assertThat(session.isFinished()).isFalse();
        }
        int found = session.ofTrace(trace -> {
            for (RecordedEvent event : trace) {
                if (condition.test(event)) {
                    return event.index();
                }
            }
            throw new AssertionError("no such event");
        });
        session.goToEvent(found);
        return SeenConversation.read(session).orElseThrow();
    }

    @Test
    void thereIsNoneBeforeTheFirstEvent() {
        assertThat(SeenConversation.read(session)).isEmpty();
    }

    @Test
    void aRegistrationIsItsMessagesAtBothEnds() {
        SeenConversation conversation = at(event -> event.message().equals("Registration Request received"));

        assertThat(conversation.members()).extracting(member -> member.row().message())
                .containsSubsequence("Registration Request sent", "Registration Request received", "Registration Reply sent", "Registration Reply received", "NHS up");
        assertThat(conversation.members().get(conversation.inHand()).row().message()).isEqualTo("Registration Request received");
        assertThat(conversation.members()).extracting(Member::sinceFirstNanos).isSorted();
        assertThat(conversation.members()).noneMatch(Member::again);
        assertThat(conversation.outcome()).contains("so far it ends with: ").contains("NHS up");
        assertThat(conversation.more()).isFalse();
    }

    @Test
    void ofARegistrationTheStateIsThatOfTheClientWhereverOneStands() {
        MachineState atServer = at(event -> event.message().equals("Registration Request received")).machine().orElseThrow();
        MachineState atEnd = at(event -> event.message().equals("NHS up")).machine().orElseThrow();

        assertThat(atServer.machine()).isSameAs(StateMachines.REGISTRATION);
        assertThat(atServer.router()).startsWith("Branch");
        assertThat(atServer.state().name()).isEqualTo("expecting");
        assertThat(atEnd.state().name()).isEqualTo("up");
    }

    @Test
    void ofAnIkeExchangeEachEndHasItsOwnState() {
        assertThat(at(event -> event.message().equals("IKE_SA_INIT request sent")).machine().orElseThrow().state().name()).isEqualTo("INIT SENT");
        assertThat(at(event -> event.message().equals("IKE_SA_INIT request received")).machine().orElseThrow().state().name()).isEqualTo("INIT RECEIVED");
        MachineState established = at(event -> event.message().equals("IKE SA up")).machine().orElseThrow();
        assertThat(established.state().name()).isEqualTo("ESTABLISHED");
        assertThat(established.subject()).startsWith("0x");
    }

    @Test
    void aNeighborGoesFromDownToUp() {
        assertThat(at(event -> event.message().equals("neighbor discovered")).machine().orElseThrow().state().name()).isEqualTo("PENDING");
        assertThat(at(event -> event.message().equals("neighbor up")).machine().orElseThrow().state().name()).isEqualTo("UP");
    }

    @Test
    void messagesThatAreSentAgainAreMarked() {
        DebugSession cut = new DebugSession(Models.example("dual-hub"), SimulationOptions.DEFAULT);
        while (cut.run(1_000)) {
            assertThat(cut.isFinished()).isFalse();
        }
        int again = cut.ofTrace(trace -> {
            for (RecordedEvent event : trace) {
                if (event.message().endsWith(" repeated") || event.message().endsWith(" sent again")) {
                    return event.index();
                }
            }
            return -1;
        });
        if (again >= 0) {
            cut.goToEvent(again);
            SeenConversation conversation = SeenConversation.read(cut).orElseThrow();
            assertThat(conversation.members().get(conversation.inHand()).again()).isTrue();
            assertThat(conversation.outcome()).contains("sent again");
        }
    }

    @Test
    void eachEventOfARunHasAConversationThatContainsIt() {
        while (session.run(1_000)) {
            assertThat(session.isFinished()).isFalse();
        }
        for (int event = 0; event < session.eventCount(); event += 7) {
            session.goToEvent(event);
            SeenConversation conversation = SeenConversation.read(session).orElseThrow();
            TimelineRow row = conversation.members().get(conversation.inHand()).row();
            assertThat(row.event()).isEqualTo(event);
        }
    }
}
