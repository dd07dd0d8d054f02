package dmvpn.app.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.app.RequestException;
import dmvpn.app.debug.value.DebugVariable;
import dmvpn.app.model.ModelReader;
import dmvpn.sim.scenario.Verdict;
import dmvpn.sim.trace.RecordedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a debugger of any face relies on, shown on a Phase 3 cloud of one hub and two spokes. */
class DebugSessionTest {

    private static final String MODEL = """
            network Demo

            transport Internet { latency 10ms  dhcp 198.18.0.0/16 }

            crypto Suite {
              ike v2  encryption aes-gcm-256  prf sha384  group 20
              esp aes-gcm-256  mode transport
              dpd 30s retry 5s on-demand
              psk secret "wan-psk"
            }

            cloud Corp {
              overlay 10.255.0.0/24  phase 3
              network-id 100  tunnel-key 100  authentication "NHRP1"
              holdtime 10min  mtu 1400  mss 1360
              registration no-unique
              crypto Suite
              routing eigrp 100 { summary 10.0.0.0/8 from hubs  stub spokes }
            }

            hub HQ1 {
              wan Internet 203.0.113.1/24 gateway 203.0.113.254
              lan 10.1.0.0/16
              join Corp as 10.255.0.1
            }

            spoke Branch[1..2] {
              wan Internet dhcp
              lan 10.100.{n}.0/24
              join Corp as 10.255.0.{10+n} via HQ1
            }

            scenario FirstPacket {
              seed 1  duration 110s
              at 100s ping every 1s from Branch[1].lan to Branch[2].lan
            }
            """;

    private static final int HUB = 0;
    private static final int BRANCH_1 = 1;

    @TempDir
    private Path folder;
    private Path file;
    private DebugSession session;

    @BeforeEach
    void startSession() throws IOException, RequestException {
        file = folder.resolve("net.dmvpn");
        Files.writeString(file, MODEL);
        session = new DebugSessions(ModelReader.standalone()).start(file, "");
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
        Files.writeString(file, MODEL + """

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
        Files.writeString(file, MODEL + """

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
        stepTo("HQ1", "EIGRP", "Ack received");
        assertThat(variable(session.layers(HUB).get(0).variables(), "packet").value())
                .startsWith("Ack, received on GigabitEthernet1");
        stepTo("Branch1", "EIGRP", "Hello received");
        assertThat(session.layers(BRANCH_1)).extracting(DebugLayer::name)
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
        stepTo("HQ1", "EIGRP", "Hello received");

        assertThat(session.layers(HUB)).extracting(DebugLayer::name)
                .containsExactly("EIGRP Hello received", "EIGRP", "IPv4", "GRE", "ESP", "IPv4");
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
        assertThat(session.stateOf(HUB)).isEmpty();
        assertThat(session.eventCount()).as("what is known of the future stays in the timeline").isEqualTo(known);
        List<String> again = new ArrayList<>();
        for (int step = 0; step < 120; step++) {
            session.stepToNextEvent();
            again.add(shown());
        }
        assertThat(again).isEqualTo(forward);
    }

    private String shown() {
        return session.event() + " " + session.layers(session.eventRouter()) + " " + session.stateOf(HUB)
                + session.stateOf(BRANCH_1);
    }

    @Test
    void anyEventCanBeGoneToBackAndForth() {
        stepTo("HQ1", "NHRP", "cache entry added");
        int added = session.eventIndex();
        assertThat(session.goToEvent(added - 1)).isTrue();
        assertThat(session.goToEvent(3)).isTrue();
        assertThat(variable(session.stateOf(HUB), "NHRP cache").children()).isEmpty();
        assertThat(session.goToEvent(added)).isTrue();
        assertThat(variable(session.stateOf(HUB), "NHRP cache").children()).hasSize(1);
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
    void aReceivedMessageHasItsOwnPacketAlthoughTheSameStepAnswersIt() {
        stepTo("HQ1", "NHRP", "Registration Request received");

        List<DebugLayer> layers = session.layers(HUB);

        assertThat(layers).extracting(DebugLayer::name)
                .containsExactly("NHRP Registration Request received", "NHRP", "GRE", "ESP", "IPv4");
        assertThat(variable(layers.get(0).variables(), "packet").value())
                .isEqualTo("Registration Request, received on GigabitEthernet1");
    }

    @Test
    void aSentMessageHasThePacketThatIsSent() {
        stepTo("HQ1", "NHRP", "Registration Reply sent");

        assertThat(variable(session.layers(HUB).get(0).variables(), "packet").value())
                .isEqualTo("Registration Reply, sent on GigabitEthernet1");
    }

    @Test
    void everyMessageThatIsSentHasAPacketOfItsProtocol() {
        while (session.stepToNextEvent()) {
            RecordedEvent event = session.event().orElseThrow();
            if (event.message().endsWith(" sent")) {
                assertThat(session.layers(session.eventRouter())).extracting(DebugLayer::name)
                        .as("layers of event %d, %s %s", event.index(), event.protocol(), event.message())
                        .contains(event.protocol());
            }
        }
    }

    @Test
    void anEventWithoutPacketHasNone() {
        stepTo("HQ1", "Device", "power on");

        assertThat(session.layers(HUB)).extracting(DebugLayer::name).containsExactly("Device power on");
    }

    @Test
    void aRouterWithoutTheEventInHandStandsForItself() {
        stepTo("HQ1", "NHRP", "Registration Request received");

        assertThat(session.eventRouter()).isEqualTo(HUB);
        List<DebugLayer> layers = session.layers(BRANCH_1);
        assertThat(layers).extracting(DebugLayer::name).containsExactly(DebugSession.NO_EVENT);
        assertThat(lineOf(layers, DebugSession.NO_EVENT)).isEqualTo("spoke Branch[1..2] {");
    }

    @Test
    void eachLayerNamesTheLineThatConfiguredIt() {
        stepTo("HQ1", "NHRP", "Registration Request received");

        List<DebugLayer> layers = session.layers(HUB);

        assertThat(layers).allSatisfy(layer -> assertThat(layer.origin().file()).isEqualTo(file.toString()));
        assertThat(lineOf(layers, "NHRP")).isEqualTo("join Corp as 10.255.0.1");
        assertThat(lineOf(layers, "GRE")).isEqualTo("join Corp as 10.255.0.1");
        assertThat(lineOf(layers, "ESP")).isEqualTo("crypto Suite {");
        assertThat(lineOf(layers, "IPv4")).startsWith("wan Internet 203.0.113.1/24");
    }

    @Test
    void anEventOfAHostIsShownAtTheRouterOfItsSite() {
        stepTo("Branch1-lan", "ICMP", "Echo Request sent");

        assertThat(session.eventRouter()).isEqualTo(BRANCH_1);
        assertThat(session.layers(BRANCH_1)).extracting(DebugLayer::name)
                .containsExactly("Branch1-lan: ICMP Echo Request sent", "ICMP", "IPv4");
    }

    @Test
    void theStateOfARouterIsThatOfTheInstant() {
        session.stepToNextEvent();
        assertThat(variable(session.stateOf(HUB), "NHRP cache").children()).isEmpty();

        stepTo("HQ1", "NHRP", "cache entry added");

        DebugVariable cache = variable(session.stateOf(HUB), "NHRP cache");
        assertThat(cache.value()).isEqualTo("1 entry");
        DebugVariable entry = cache.children().get(0);
        assertThat(entry.name()).isEqualTo("10.255.0.11/32");
        assertThat(variable(entry.children(), "nbmaAddress").value()).startsWith("198.18.");
    }

    @Test
    void aRouterWithoutPowerHasNoState() {
        assertThat(session.stateOf(HUB)).isEmpty();
    }

    @Test
    void rowsOfTheTimelineCarryTimeMessageAndOrigin() {
        stepTo("Branch1", "NHRP", "Registration Request sent");

        TimelineRow row = session.rows(session.rowCount(session.eventIndex()), 1).get(0);

        assertThat(row.time()).isEqualTo("1.000");
        assertThat(row.router()).isEqualTo("Branch1");
        assertThat(row.message()).isEqualTo("Registration Request sent");
        assertThat(row.fields()).contains("Tunnel");
        assertThat(line(row.origin().line())).startsWith("join Corp as 10.255.0.{10+n}");
        assertThat(session.rows(session.eventCount(), 5)).isEmpty();
    }

    @Test
    void aModelWithErrorsIsRefusedWithTheFirstOfThem() throws IOException {
        Files.writeString(file, MODEL.replace("via HQ1", "via Nobody"));

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

    private void stepTo(String node, String protocol, String message) {
        while (session.stepToNextEvent()) {
            RecordedEvent event = session.event().orElseThrow();
            if (event.nodeName().equals(node) && event.protocol().equals(protocol) && event.message().equals(message)) {
                return;
            }
        }
        throw new AssertionError("No event " + protocol + " " + message + " on " + node);
    }

    private static List<String> rows(DebugSession session) {
        return session.rows(0, session.eventCount()).stream().map(TimelineRow::toString).toList();
    }

    private static DebugVariable variable(List<DebugVariable> variables, String name) {
        return variables.stream().filter(variable -> variable.name().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("No variable " + name + " in " + variables));
    }

    private static String lineOf(List<DebugLayer> layers, String name) {
        return line(layers.stream().filter(layer -> layer.name().equals(name)).findFirst().orElseThrow().origin().line());
    }

    private static String line(int number) {
        return MODEL.split("\n")[number - 1].strip();
    }
}
