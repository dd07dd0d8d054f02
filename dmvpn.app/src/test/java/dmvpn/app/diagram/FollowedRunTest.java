package dmvpn.app.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dmvpn.app.debug.DebugSession;
import dmvpn.diagram.glsp.CursorWish;
import dmvpn.diagram.glsp.ShownInstant;
import dmvpn.diagram.glsp.ShownRun;
import dmvpn.diagram.layout.Positions;
import dmvpn.diagram.notation.Diagram;
import dmvpn.dsl.load.ModelLoader;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.trace.RecordedEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page is told of a run that somebody else moves. */
class FollowedRunTest {

    private static final CursorWish NONE = new CursorWish(0, CursorWish.Kind.LOOK, 0, 0);
    private static final String MODEL = """
            network Demo
            transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
            crypto Suite { ike v2  encryption aes-gcm-256  prf sha384  group 20  esp aes-gcm-256  mode transport  psk secret "x" }
            cloud Corp {
              overlay 10.255.0.0/24  phase 3
              network-id 100  tunnel-key 100  registration no-unique
              crypto Suite
            }
            hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 10.1.0.0/16  join Corp as 10.255.0.1 }
            spoke Branch[1..2] { wan Internet dhcp  lan 10.2.{n}.0/24  join Corp as 10.255.0.{n+1} via HQ }
            scenario First { seed 1  duration 30s  expect at 20s every spoke has nhs HQ up }
            """;

    @TempDir
    private Path folder;
    private DrawnText drawn;
    private DebugSession session;
    private FollowedRun followed;

    @BeforeEach
    void readModel() {
        drawn = new DrawnText(folder.resolve("net.dmvpn"), ModelLoader.create());
        drawn.show(MODEL, Positions.NONE, "");
        session = new DebugSession(drawn.shown().soundNetwork().orElseThrow(),
                new SimulationOptions(Optional.of("First"), OptionalLong.empty(), Optional.empty(), true, List.of()));
        followed = new FollowedRun(session, "net.dmvpn First");
    }

    @Test
    void theEventInHandIsMarkedWithItsRouterAndItsPacket() {
        stepTo("Branch1", "NHRP", "Registration Request sent");
        ShownInstant sent = look();

        assertThat(sent.label()).isEqualTo("Branch1 NHRP Registration Request sent");
        assertThat(sent.element()).isEqualTo("router:Branch[1..2]");
        assertThat(sent.messages()).first().satisfies(message -> {
            assertThat(message.sent()).isEqualTo(session.eventIndex());
            assertThat(message.to()).isEqualTo("router:HQ");
            assertThat(message.received()).as("nobody knows yet").isEqualTo(-1);
        });
        stepTo("HQ", "NHRP", "Registration Request received");
        ShownInstant received = look();

        assertThat(received.element()).isEqualTo("router:HQ");
        assertThat(received.messages()).first().satisfies(message -> {
            assertThat(message.received()).isEqualTo(session.eventIndex());
            assertThat(message.sent()).isEqualTo(sent.event());
            assertThat(message.arrives() - message.departs()).isCloseTo(0.01, within(1e-9));
        });
    }

    @Test
    void aMessageIsUnderWayBetweenItsEventsWhetherTheRunHasComeToItsArrivalOrNot() {
        stepTo("Branch2", "IKEv2", "IKE_SA_INIT request sent");
        ShownInstant notYet = look();
        int here = session.eventIndex();
        session.run(Integer.MAX_VALUE);
        ShownInstant known = at(here);

        assertThat(known.messages()).isNotEmpty();
        assertThat(notYet.messages()).extracting(ShownRun.Message::label).containsAll(
                known.messages().stream().map(ShownRun.Message::label).toList());
        assertThat(known.messages()).allSatisfy(message -> {
            assertThat(message.sent()).isLessThanOrEqualTo(here);
            assertThat(message.received()).isGreaterThanOrEqualTo(here);
        });
    }

    @Test
    void onlyWhatIsOtherwiseIsToldAndItAddsUpToTheStateForwardsAndBackwards() {
        session.run(Integer.MAX_VALUE);
        int last = session.eventCount() - 1;
        Map<String, String> page = new HashMap<>();
        List<Map<String, String>> there = new ArrayList<>();
        for (int event = 0; event <= last; event += 7) {
            there.add(Map.copyOf(told(page, at(event))));
        }
        Map<String, String> end = Map.copyOf(told(page, at(last)));
        assertThat(end).containsEntry("router:HQ  ", "NHRP 2").containsEntry("router:Branch[1..2] router:HQ cloud:Corp", "up");
        assertThat(at(last).changes()).as("nothing new").isEmpty();

        for (int event = (there.size() - 1) * 7; event >= 0; event -= 7) {
            assertThat(told(page, at(event))).as("event " + event).isEqualTo(there.get(event / 7));
        }
    }

    @Test
    void whatIsReadWhileTheRunGoesOnIsTheSameAsWhatIsReadAtItsEnd() {
        Map<String, String> page = new HashMap<>();
        while (session.run(50)) {
            told(page, look());
        }
        ShownInstant last = look();
        told(page, last);
        FollowedRun another = new FollowedRun(session, "net.dmvpn First");
        another.readOn(session.eventCount(), () -> false);
        ShownInstant whole = another.at(session.eventIndex(), diagram(), NONE);

        assertThat(page).isNotEmpty().isEqualTo(told(new HashMap<>(), whole));
        assertThat(last.messages()).isEqualTo(whole.messages());
    }

    @Test
    void whoLooksAnewIsToldAll() {
        session.run(Integer.MAX_VALUE);
        at(session.eventCount() - 1);
        followed.forgetTold();

        ShownInstant whole = at(session.eventCount() - 1);

        assertThat(whole.isFirst()).isTrue();
        assertThat(whole.changes()).extracting(ShownRun.Change::value).contains("up", "NHRP 2");
    }

    @Test
    void inAnotherDiagramOfTheModelElementsHaveTheirNamesThere() {
        session.run(Integer.MAX_VALUE);
        at(session.eventCount() - 1);
        drawn.show(MODEL.replace("spoke Branch", "spoke Filiale"), Positions.NONE, "");

        ShownInstant other = at(session.eventCount() - 1);

        assertThat(other.isFirst()).isTrue();
        assertThat(other.changes()).extracting(ShownRun.Change::from).as("what is not drawn is not spoken of").containsOnly("router:HQ");
    }

    @Test
    void aNameThatTwoCloudsHaveWhileSomebodyTypesEndsNothing() {
        session.run(Integer.MAX_VALUE);
        drawn.show(MODEL + "cloud Corp { overlay 10.254.0.0/24  phase 3 }\n", Positions.NONE, "");

        assertThat(at(session.eventCount() - 1).changes()).extracting(ShownRun.Change::value).contains("up");
    }

    @Test
    void wishesBecomeEvents() {
        session.run(Integer.MAX_VALUE);
        int last = session.eventCount() - 1;
        at(last);
        CursorWish instant = new CursorWish(3, CursorWish.Kind.TIME, 5, 0);
        int event = followed.wanted(instant, last);

        assertThat(session.knownTrace().event(event).timeNanos()).isLessThanOrEqualTo(5_000_000_000L);
        assertThat(session.knownTrace().event(event + 1).timeNanos()).isGreaterThan(5_000_000_000L);
        assertThat(followed.at(event, diagram(), instant).time()).as("between two events the page keeps its time").isEqualTo(5);
        assertThat(followed.at(event, diagram(), instant).wish()).isEqualTo(3);
        assertThat(followed.wanted(new CursorWish(4, CursorWish.Kind.EVENT, 0, 12), last)).isEqualTo(12);
        assertThat(followed.wanted(new CursorWish(5, CursorWish.Kind.TIME, -1, 0), last)).isEqualTo(-1);
    }

    @Test
    void theNextMessageAndTheOneBeforeAreEventsOfTheirSending() {
        session.run(Integer.MAX_VALUE);
        at(session.eventCount() - 1);
        CursorWish next = new CursorWish(1, CursorWish.Kind.NEXT, 0, 0);
        CursorWish previous = new CursorWish(2, CursorWish.Kind.PREVIOUS, 0, 0);
        List<Integer> forwards = new ArrayList<>();
        for (int event = followed.wanted(next, -1); event < session.eventCount() - 1; event = followed.wanted(next, event)) {
            forwards.add(event);
        }
        List<Integer> backwards = new ArrayList<>();
        for (int event = followed.wanted(previous, session.eventCount() - 1); event >= 0; event = followed.wanted(previous, event)) {
            backwards.add(event);
        }

        assertThat(forwards).hasSizeGreaterThan(10).isSorted().doesNotHaveDuplicates()
                .allSatisfy(event -> assertThat(session.knownTrace().event(event).message()).endsWith("sent"));
        assertThat(backwards.reversed()).isEqualTo(forwards);
    }

    @Test
    void beforeTheFirstEventNothingIsUnderWay() {
        ShownInstant start = at(-1);

        assertThat(start.time()).isZero();
        assertThat(start.messages()).isEmpty();
        assertThat(start.label()).isEmpty();
    }

    private static Map<String, String> told(Map<String, String> page, ShownInstant instant) {
        if (instant.isFirst()) {
            page.clear();
        }
        instant.changes().forEach(change -> {
            if (change.value().isEmpty()) {
                page.remove(change.from() + " " + change.to() + " " + change.cloud());
            } else {
                page.put(change.from() + " " + change.to() + " " + change.cloud(), change.value());
            }
        });
        return page;
    }

    private void stepTo(String router, String protocol, String message) {
        do {
            assertThat(session.stepToNextEvent()).as("there is " + message).isTrue();
        } while (!isAt(session.event().orElseThrow(), router, protocol, message));
    }

    private static boolean isAt(RecordedEvent event, String router, String protocol, String message) {
        return event.nodeName().equals(router) && event.protocol().equals(protocol) && event.message().equals(message);
    }

    private ShownInstant look() {
        return at(session.eventIndex());
    }

    private ShownInstant at(int event) {
        followed.readOn(session.eventCount(), () -> false);
        return followed.at(event, diagram(), NONE);
    }

    private Diagram diagram() {
        return drawn.shown().placed().orElseThrow().diagram();
    }
}
