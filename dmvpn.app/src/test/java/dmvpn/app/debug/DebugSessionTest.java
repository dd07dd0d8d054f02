package dmvpn.app.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.app.RequestException;
import dmvpn.app.model.ModelReader;
import dmvpn.sim.scenario.Verdict;
import dmvpn.sim.trace.RecordedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a debugger of any face relies on, shown on a Phase 3 cloud of one hub and two spokes. */
class DebugSessionTest {

    @TempDir
    private Path folder;
    private Path file;
    private DebugSession session;

    @BeforeEach
    void startSession() throws IOException, RequestException {
        file = HubAndSpokes.write(folder);
        session = HubAndSpokes.start(file);
    }

    @Test
    void aSessionStandsBeforeTheFirstEventWithAllRoutersKnown() {
        assertThat(session.eventIndex()).isEqualTo(DebugSession.BEFORE_FIRST_EVENT);
        assertThat(session.event()).isEmpty();
        assertThat(session.eventRouter()).isEqualTo(-1);
        assertThat(session.eventCount()).isZero();
        assertThat(session.timeText()).isEqualTo("before the first event");
        assertThat(session.routers()).extracting(RouterState::name).containsExactly("HQ1", "Branch1", "Branch2");
        assertThat(session.scenarioName()).isEqualTo("FirstPacket");
        assertThat(session.isFinished()).isFalse();
    }

    @Test
    void atTheEndOfARunEachExpectationHasItsVerdict() throws IOException, RequestException {
        Files.writeString(file, HubAndSpokes.MODEL + """

                scenario Judged {
                  seed 1  duration 20s
                  expect at 10s path Branch[1].lan to HQ1.lan is via HQ1
                  expect at 10s path Branch[1].lan to Branch[2].lan is direct
                }
                """);
        DebugSession judged = new DebugSessions(ModelReader.standalone()).start(file, "Judged");

        while (judged.run(1_000)) {
            assertThat(judged.isFinished()).isFalse();
        }

        assertThat(judged.isFinished()).isTrue();
        assertThat(judged.verdicts()).extracting(Verdict::passed).hasSize(2).last().isEqualTo(false);
    }

    @Test
    void ofAScenarioWithASweepTheFirstRunIsMeantUnlessTheNameSaysWhich() throws IOException, RequestException {
        Files.writeString(file, HubAndSpokes.MODEL + """

                scenario Sites for each spoke S {
                  seed 1  duration 20s
                  expect at 10s path S.lan to HQ1.lan is direct
                }
                """);
        DebugSessions sessions = new DebugSessions(ModelReader.standalone());
        List<String> runs = List.of(sessions.start(file, "Sites").scenarioName(), sessions.start(file, "Sites[Branch[2]]").scenarioName());

        assertThat(runs).containsExactly("Sites[Branch[1]]", "Sites[Branch[2]]");
        assertThatThrownBy(() -> sessions.start(file, "Site")).isInstanceOf(RequestException.class);
    }

    @Test
    void steppingVisitsEachEventOfTheTraceOnceAndInOrderButKeepAlives() {
        List<RecordedEvent> visited = new ArrayList<>();
        for (int step = 0; step < 200; step++) {
            assertThat(session.stepToNextEvent()).isTrue();
            RecordedEvent event = session.event().orElseThrow();
            assertThat(event.index()).isEqualTo(session.eventIndex());
            visited.add(event);
        }
        session.showKeepAlives(true);
        List<TimelineRow> all = session.rows(0, session.eventIndex() + 1);

        assertThat(visited).noneMatch(RecordedEvent::keepAlive).extracting(RecordedEvent::index).isSorted();
        assertThat(all).hasSizeGreaterThan(visited.size()).filteredOn(row -> !isKeepAlive(row)).extracting(TimelineRow::event)
                .isEqualTo(visited.stream().map(RecordedEvent::index).toList());
    }

    private static boolean isKeepAlive(TimelineRow row) {
        return row.protocol().equals("EIGRP") && (row.message().startsWith("Ack ")
                || row.message().startsWith("Hello ") && !row.reason().startsWith("multicast reaches"));
    }

    @Test
    void steppingVisitsKeepAlivesTooWhenTheyAreAskedForAndEachHasItsPacket() {
        session.showKeepAlives(true);
        for (int index = 0; index < 50; index++) {
            assertThat(session.stepToNextEvent()).isTrue();
            assertThat(session.eventIndex()).isEqualTo(index);
        }
        HubAndSpokes.stepTo(session, "HQ1", "EIGRP", "Ack received");
        assertThat(HubAndSpokes.variable(session.seen().layers(HubAndSpokes.HUB).get(0).variables(), "packet").value())
                .startsWith("Ack, received on GigabitEthernet1");
        HubAndSpokes.stepTo(session, "Branch1", "EIGRP", "Hello received");
        assertThat(session.seen().layers(HubAndSpokes.BRANCH_1)).extracting(DebugLayer::name)
                .containsExactly("EIGRP Hello received", "EIGRP", "IPv4", "GRE", "ESP", "IPv4");
    }

    @Test
    void theTimelineHasRowsForKeepAlivesOnlyWhileTheyAreAskedFor() {
        while (session.run(1_000)) {
            continue;
        }
        int lasting = session.rowCount(session.eventCount());
        assertThat(session.rows(0, session.eventCount())).hasSize(lasting).noneMatch(DebugSessionTest::isKeepAlive);
        assertThat(session.eventIndex()).isEqualTo(session.rows(lasting - 1, 1).get(0).event());

        session.showKeepAlives(true);
        assertThat(session.rowCount(session.eventCount())).isEqualTo(session.eventCount()).isGreaterThan(lasting);
        assertThat(session.rows(0, session.eventCount())).hasSize(session.eventCount()).anyMatch(DebugSessionTest::isKeepAlive);

        session.showKeepAlives(false);
        assertThat(session.rowCount(session.eventCount())).isEqualTo(lasting);
    }

    @Test
    void aKeepAliveThatIsAskedForAfterwardsIsGoneBackToWithItsPacket() {
        while (session.run(1_000)) {
            continue;
        }
        assertThat(session.isFinished()).isTrue();
        session.showKeepAlives(true);
        assertThat(session.isFinished()).as("hellos after the last ping").isFalse();

        session.showKeepAlives(false);
        stepBackTo("HQ1", "EIGRP", "neighbor up");
        session.showKeepAlives(true);
        HubAndSpokes.stepTo(session, "HQ1", "EIGRP", "Hello received");

        assertThat(session.seen().layers(HubAndSpokes.HUB)).extracting(DebugLayer::name)
                .containsExactly("EIGRP Hello received", "EIGRP", "IPv4", "GRE", "ESP", "IPv4");
    }

    @Test
    void aKeepAliveHasItsPacketAlsoWhileItIsHidden() {
        session.showKeepAlives(true);
        HubAndSpokes.stepTo(session, "HQ1", "EIGRP", "Hello received");
        int hello = session.eventIndex();
        session.showKeepAlives(false);
        session.goToStart();

        session.goToEvent(hello);

        assertThat(session.seen().packetInHand()).hasValueSatisfying(packet -> assertThat(packet.title()).startsWith("Hello"));
        assertThat(EventPackets.of(session, List.of(hello), () -> false)).hasSize(1);
    }

    @Test
    void theEventInHandKeepsItsPacketWhileTheRunGoesOnOverKeepAlivesToItsEnd() {
        while (session.run(1_000)) {
            continue;
        }

        assertThat(session.eventCount()).isGreaterThan(session.eventIndex() + 1);
        assertThat(session.seen().packetInHand()).isPresent();
    }

    @Test
    void protocolsThatAreLeftOutArePassedOverWithAndWithoutKeepAlives() {
        session.leaveOut(Set.of("IKEv2", "eigrp"));
        for (boolean keepAlives : List.of(false, true)) {
            session.showKeepAlives(keepAlives);
            session.goToStart();
            int steps = 0;
            while (session.stepToNextEvent()) {
                assertThat(session.event().orElseThrow().protocol()).isNotIn("IKEv2", "EIGRP");
                steps++;
            }
            assertThat(session.rowCount(session.eventCount())).isEqualTo(steps).isPositive();
            assertThat(session.rows(0, session.eventCount())).hasSize(steps).extracting(TimelineRow::protocol).doesNotContain("IKEv2", "EIGRP");
            while (session.stepToPreviousEvent()) {
                assertThat(session.event().orElseThrow().protocol()).isNotIn("IKEv2", "EIGRP");
            }
        }
        assertThat(session.another().leftOut()).isEqualTo(session.leftOut());
    }

    private void stepBackTo(String node, String protocol, String message) {
        while (session.stepToPreviousEvent()) {
            RecordedEvent event = session.event().orElseThrow();
            if (event.nodeName().equals(node) && event.protocol().equals(protocol) && event.message().equals(message)) {
                return;
            }
        }
        throw new AssertionError("No event " + protocol + " " + message + " on " + node);
    }

    @Test
    void stepsBackShowWhatTheStepsForwardShowed() {
        List<String> forward = new ArrayList<>();
        for (int step = 0; step < 120; step++) {
            session.stepToNextEvent();
            forward.add(shown());
        }
        int known = session.eventCount();
        List<String> back = new ArrayList<>(List.of(shown()));
        while (session.stepToPreviousEvent()) {
            back.add(shown());
        }
        assertThat(back.reversed()).isEqualTo(forward);
        assertThat(session.eventIndex()).isEqualTo(DebugSession.BEFORE_FIRST_EVENT);
        assertThat(session.seen().stateOf(HubAndSpokes.HUB)).isEmpty();
        assertThat(session.eventCount()).as("what is known of the future stays in the timeline").isEqualTo(known);
        List<String> again = new ArrayList<>();
        for (int step = 0; step < 120; step++) {
            session.stepToNextEvent();
            again.add(shown());
        }
        assertThat(again).isEqualTo(forward);
    }

    private String shown() {
        return session.event() + " " + session.seen().layers(session.eventRouter()) + " " + session.seen().stateOf(HubAndSpokes.HUB)
                + session.seen().stateOf(HubAndSpokes.BRANCH_1);
    }

    @Test
    void anyEventCanBeGoneToBackAndForth() {
        HubAndSpokes.stepTo(session, "HQ1", "NHRP", "cache entry added");
        int added = session.eventIndex();
        assertThat(session.goToEvent(added - 1)).isTrue();
        assertThat(session.goToEvent(3)).isTrue();
        assertThat(HubAndSpokes.variable(session.seen().stateOf(HubAndSpokes.HUB), "NHRP cache").children()).isEmpty();
        assertThat(session.goToEvent(added)).isTrue();
        assertThat(HubAndSpokes.variable(session.seen().stateOf(HubAndSpokes.HUB), "NHRP cache").children()).hasSize(1);
        assertThat(session.goToEvent(Integer.MAX_VALUE)).isFalse();
        assertThat(session.eventIndex()).isEqualTo(session.eventCount() - 1);
    }

    @Test
    void steppingSeesTheSameEventsAsARunInOneGo() throws RequestException {
        while (session.stepToNextEvent()) {
            continue;
        }
        DebugSession run = new DebugSessions(ModelReader.standalone()).start(file, "");
        while (run.run(1_000)) {
            continue;
        }

        assertThat(session.isFinished()).isTrue();
        assertThat(run.isFinished()).isTrue();
        assertThat(run.eventIndex()).isEqualTo(session.eventIndex());
        assertThat(rows(session)).isEqualTo(rows(run));
    }

    @Test
    void steppingAtTheEndOfTheRunStaysOnTheLastEvent() {
        while (session.stepToNextEvent()) {
            continue;
        }
        int last = session.eventIndex();

        assertThat(session.stepToNextEvent()).isFalse();
        assertThat(session.eventIndex()).isEqualTo(last);
    }

    @Test
    void aModelWithErrorsIsRefusedWithTheFirstOfThem() throws IOException {
        Files.writeString(file, HubAndSpokes.MODEL.replace("via HQ1", "via Nobody"));

        assertThatThrownBy(() -> new DebugSessions(ModelReader.standalone()).start(file, ""))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("has errors").hasMessageContaining("in line 30: Spoke Branch[1]");
    }

    @Test
    void anUnknownScenarioIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> new DebugSessions(ModelReader.standalone()).start(file, "Other"))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("'Other'").hasMessageContaining("FirstPacket");
    }

    private static List<String> rows(DebugSession session) {
        return session.rows(0, session.eventCount()).stream().map(TimelineRow::toString).toList();
    }
}
