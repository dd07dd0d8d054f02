package dmvpn.app.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.app.RequestException;
import dmvpn.app.debug.Stop.Reason;
import dmvpn.app.debug.breakpoint.Breakpoint;
import dmvpn.app.debug.breakpoint.BreakpointText;
import dmvpn.app.debug.watch.WatchException;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.testing.Models;
import dmvpn.sim.trace.RecordedEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands of a debugger on a Phase 3 cloud of one hub and two spokes, whose first packet is sent at 100 s. */
class DebuggerTest {

    private static final Path FOLDER = Models.EXAMPLES.resolve("phase3-eigrp");

    private final List<String> told = new ArrayList<>();
    private Debugger debugger;
    private Path model;

    @BeforeEach
    void open() throws RequestException {
        DebugResult result = new DebugSessions(ModelReader.standalone()).open(FOLDER, DebugRequest.FIRST_SCENARIO,
                ProgressMonitor.NONE, told::add);
        debugger = result.debugger().orElseThrow();
        model = result.model();
    }

    private int breakAt(String text) throws RequestException, WatchException {
        return debugger.breakpoints().add(BreakpointText.parse(text, model), debugger.scope()).number();
    }

    private RecordedEvent event() {
        return debugger.session().event().orElseThrow();
    }

    private String at() {
        return event().nodeName() + " " + event().protocol() + " " + event().message();
    }

    @Test
    void aRunWithoutBreakpointsGoesToItsEndAndBackToItsStart() {
        assertThat(debugger.resume().reason()).isEqualTo(Reason.END);
        assertThat(debugger.session().isFinished()).isTrue();
        assertThat(debugger.reverse().reason()).isEqualTo(Reason.START);
        assertThat(debugger.session().event()).isEmpty();
    }

    @Test
    void aBreakpointOnAMessageStopsAtEachInBothDirections() throws Exception {
        int number = breakAt("event NHRP \"Registration Request\" received of HQ");

        Stop first = debugger.resume();
        assertThat(first.reason()).isEqualTo(Reason.BREAKPOINT);
        assertThat(first.breakpoint().orElseThrow().number()).isEqualTo(number);
        assertThat(at()).isEqualTo("HQ NHRP Registration Request received");
        int firstEvent = event().index();
        debugger.resume();
        assertThat(at()).isEqualTo("HQ NHRP Registration Request received");
        assertThat(event().index()).isGreaterThan(firstEvent);

        debugger.reverse();

        assertThat(event().index()).isEqualTo(firstEvent);
        assertThat(debugger.reverse().reason()).isEqualTo(Reason.START);
    }

    @Test
    void aBreakpointOnALineStopsAtWhatTheLineConfiguredAndOnARouterAtAllOfIt() throws Exception {
        breakAt("line 32");
        debugger.resume();
        assertThat(event().origin().line()).isEqualTo(32);
        assertThat(event().nodeName()).isEqualTo("Branch1");

        debugger.breakpoints().remove(1);
        debugger.restart();
        breakAt("line 23");
        debugger.resume();
        assertThat(at()).isEqualTo("HQ Device power on");
        debugger.resume();
        assertThat(event().nodeName()).isEqualTo("HQ");
    }

    @Test
    void aRunToALineStandsOnTheFirstEventOfItUnlessABreakpointIsBefore() throws Exception {
        assertThat(debugger.runToLine(model, 32).reason()).isEqualTo(Reason.PLACE);
        assertThat(event().origin().line()).isEqualTo(32);
        assertThat(debugger.breakpoints().all()).as("no breakpoint is left").isEmpty();

        debugger.restart();
        int number = breakAt("event Device");
        assertThat(debugger.runToLine(model, 32).breakpoint().orElseThrow().number()).isEqualTo(number);
        int here = debugger.session().eventIndex();
        assertThat(debugger.runToLine(model, 1).reason()).as("nothing begins there").isEqualTo(Reason.NOTHING_THERE);
        assertThat(debugger.session().eventIndex()).as("stays where it is").isEqualTo(here);
    }

    @Test
    void aLineWithNothingThatRunsIsNotBound() throws Exception {
        assertThat(debugger.breakpoints().add(BreakpointText.parse("line 1", model), debugger.scope()).bound()).isFalse();
        assertThat(debugger.breakpoints().add(BreakpointText.parse("line 32", model), debugger.scope()).bound()).isTrue();
    }

    @Test
    void aLineWhereARoutingProcessBeginsIsBoundAndStops() throws Exception {
        assertThat(debugger.breakpoints().add(BreakpointText.parse("line 20", model), debugger.scope()).bound()).isTrue();

        debugger.resume();

        assertThat(event().protocol()).isEqualTo("EIGRP");
        assertThat(event().origin().line()).isEqualTo(20);
    }

    @Test
    void aChangeOfStateStopsRightThereInBothDirections() throws Exception {
        debugger.runTo(Duration.ofSeconds(50));
        breakAt("change Branch1.nhrp.count");
        String before = debugger.evaluate("Branch1.nhrp.count").text();

        debugger.resume();
        int changedAt = event().index();
        assertThat(debugger.evaluate("Branch1.nhrp.count").text()).isNotEqualTo(before);
        debugger.stepBack();
        assertThat(debugger.evaluate("Branch1.nhrp.count").text()).isEqualTo(before);

        debugger.resume();
        assertThat(event().index()).isEqualTo(changedAt);
        debugger.stepInto();
        debugger.reverse();
        assertThat(event().index()).isEqualTo(changedAt);
    }

    /** Hits are numbered by their events: going back and forth changes no number, and backwards the same hits stop. */
    @Test
    void hitsAreThoseOfTheRunHoweverOneWalksThroughIt() throws Exception {
        breakAt("event NHRP \"Registration Request\" hits 3");
        debugger.resume();
        int third = event().index();
        debugger.resume();
        assertThat(event().index()).isGreaterThan(third);

        debugger.reverse();
        assertThat(event().index()).isEqualTo(third);
        assertThat(debugger.reverse().reason()).as("the first two stop nothing backwards either").isEqualTo(Reason.START);

        debugger.resume();
        assertThat(event().index()).isEqualTo(third);
    }

    @Test
    void switchingABreakpointOffAndOnKeepsItsHits() throws Exception {
        int number = breakAt("event NHRP \"Registration Request\"");
        debugger.resume();
        Breakpoint set = debugger.breakpoints().all().getFirst().breakpoint();

        debugger.breakpoints().replace(number, set.enabled(false), debugger.scope());
        debugger.breakpoints().replace(number, set, debugger.scope());

        assertThat(debugger.breakpoints().all().getFirst().hits()).isEqualTo(1);
    }

    /** An entry of the cache grows older from event to event; that is no change. */
    @Test
    void anEntryThatGrowsOlderDoesNotChange() throws Exception {
        debugger.runTo(Duration.ofSeconds(50));
        breakAt("change Branch1.nhrp[10.0.0.1]");
        breakAt("change HQ.nhrp");

        debugger.stepInto();
        debugger.resume();

        assertThat(event().timeNanos()).as("nothing but clocks runs before the first packet").isGreaterThanOrEqualTo(100_000_000_000L);
    }

    @Test
    void aBreakpointOnAnInstantOfOneRouterStopsAtItsFirstEventBehind() throws Exception {
        breakAt("time 500ms of HQ");

        debugger.resume();

        assertThat(event().nodeName()).isEqualTo("HQ");
        assertThat(event().timeNanos()).isEqualTo(1_010_000_000L);
        debugger.resume();
        assertThat(debugger.session().isFinished()).as("once").isTrue();
    }

    @Test
    void aBreakpointThatIsSetWhileARunHasNoneStopsIt() throws Exception {
        CompletableFuture<Stop> running = CompletableFuture.supplyAsync(debugger::resume);
        breakAt("event Scenario");

        Stop stop = running.get(60, TimeUnit.SECONDS);

        assertThat(stop.reason()).isIn(Reason.BREAKPOINT, Reason.END);
        assertThat(debugger.breakpoints().all()).hasSize(1);
    }

    @Test
    void aRunToAnInstantBehindTheLastEventStandsOnIt() {
        debugger.resume();
        int last = event().index();
        debugger.runTo(Duration.ofSeconds(1));

        assertThat(debugger.runTo(Duration.ofDays(1)).reason()).isEqualTo(Reason.PLACE);

        assertThat(event().index()).isEqualTo(last);
    }

    @Test
    void breakpointsBehindAnInstantThatIsRunToHaveNoHits() throws Exception {
        breakAt("event NHRP \"Registration Request\" received of HQ");
        debugger.runTo(Duration.ofMillis(500));

        assertThat(event().timeNanos()).isLessThanOrEqualTo(500_000_000L);
        assertThat(debugger.breakpoints().all().getFirst().hits()).isZero();
    }

    @Test
    void aConditionALineOfHitsAndARouterDecide() throws Exception {
        breakAt("event NHRP when time > 99s and event.router == Branch2");
        debugger.resume();
        assertThat(event().nodeName()).isEqualTo("Branch2");
        assertThat(event().timeNanos()).isGreaterThan(99_000_000_000L);

        debugger.breakpoints().remove(1);
        debugger.restart();
        breakAt("event NHRP \"Registration Request\" sent hits 2");
        debugger.resume();
        assertThat(debugger.breakpoints().all().get(0).hits()).isEqualTo(2);
        int second = event().index();
        debugger.restart();
        debugger.resume();
        assertThat(event().index()).as("hits count anew").isEqualTo(second);
    }

    @Test
    void aBreakpointMayTellInsteadOfStopping() throws Exception {
        breakAt("event NHRP \"Registration Request\" sent tell \"{event.router} registers at {time}\"");

        assertThat(debugger.resume().reason()).isEqualTo(Reason.END);

        assertThat(told).contains("Branch1 registers at 1.000", "Branch2 registers at 1.000");
    }

    @Test
    void anInstantStopsAtTheFirstEventBehindIt() throws Exception {
        breakAt("time 100s");
        debugger.resume();
        assertThat(event().timeNanos()).isGreaterThanOrEqualTo(100_000_000_000L);
        debugger.stepBack();
        assertThat(event().timeNanos()).isLessThan(100_000_000_000L);
    }

    @Test
    void anInstantWithAConditionStopsAtTheFirstEventBehindItForWhichThatHolds() throws Exception {
        breakAt("time 50s when event.router == Branch2 and event.protocol == NHRP");

        debugger.resume();
        int first = event().index();

        assertThat(at()).startsWith("Branch2 NHRP");
        assertThat(event().timeNanos()).isGreaterThan(100_000_000_000L);
        debugger.resume();
        assertThat(debugger.session().isFinished()).as("once").isTrue();
        debugger.reverse();
        assertThat(event().index()).as("backwards it is the same event").isEqualTo(first);
        assertThat(debugger.reverse().reason()).isEqualTo(Reason.START);
    }

    /** Which event is the first one does not depend on the way to where the breakpoint is set. */
    @Test
    void anInstantThatIsPassedAlreadyStopsBackwardsAtItsEventAndNotForwards() throws Exception {
        debugger.runTo(Duration.ofSeconds(110));
        breakAt("time 1s of Branch2 when Branch2.nhrp.count > 0");
        int here = event().index();

        assertThat(debugger.resume().reason()).isEqualTo(Reason.END);
        debugger.goTo(here);
        debugger.reverse();

        int stopped = event().index();
        assertThat(event().nodeName()).isEqualTo("Branch2");
        assertThat(event().timeNanos()).isBetween(1_000_000_000L, 10_000_000_000L);
        debugger.restart();
        debugger.resume();
        assertThat(event().index()).isEqualTo(stopped);
    }

    @Test
    void aDisabledBreakpointStopsNothing() throws Exception {
        breakAt("event NHRP disabled");

        assertThat(debugger.resume().reason()).isEqualTo(Reason.END);
    }

    @Test
    void aStepOverStaysAtItsRouterInBothDirections() {
        debugger.runTo(Duration.ofSeconds(1));
        int branch = debugger.session().eventRouter();
        int here = event().index();

        debugger.stepOver(branch);
        assertThat(debugger.session().eventRouter()).isEqualTo(branch);
        assertThat(event().index()).isGreaterThan(here + 1);
        debugger.stepBackOver(branch);
        assertThat(event().index()).isEqualTo(here);
    }

    @Test
    void aStepReturnEndsWithTheConversation() throws Exception {
        breakAt("event NHRP \"Registration Request\" sent of Branch1");
        debugger.resume();
        debugger.breakpoints().remove(1);

        assertThat(debugger.stepReturn().reason()).isEqualTo(Reason.STEP);

        assertThat(event().nodeName()).isEqualTo("Branch1");
        assertThat(event().protocol()).isEqualTo("NHRP");
        assertThat(debugger.session().seen().causes()).extracting(TimelineRow::message)
                .contains("Registration Reply received", "Registration Request sent");
    }

    @Test
    void aRunToAnInstantStandsOnTheLastEventBeforeItFromBothSides() {
        debugger.runTo(Duration.ofSeconds(60));
        int forwards = event().index();
        debugger.resume();
        debugger.runTo(Duration.ofSeconds(60));
        assertThat(event().index()).isEqualTo(forwards);
        assertThat(event().timeNanos()).isLessThanOrEqualTo(60_000_000_000L);
    }

    @Test
    void everyStepBackUndoesAStep() {
        List<String> forwards = new ArrayList<>();
        for (int step = 0; step < 200; step++) {
            debugger.stepInto();
            forwards.add(at() + debugger.session().seen().stateOf(debugger.session().eventRouter()));
        }
        for (int step = 199; step > 0; step--) {
            assertThat(at() + debugger.session().seen().stateOf(debugger.session().eventRouter())).isEqualTo(forwards.get(step));
            debugger.stepBack();
        }
    }

    @Test
    void aRunIsInterruptedFromAnotherThread() throws Exception {
        breakAt("event NHRP when time > 1000min");
        CompletableFuture<Stop> running = CompletableFuture.supplyAsync(debugger::resume);
        debugger.interrupt();
        assertThat(running.get(10, TimeUnit.SECONDS).reason()).isEqualTo(Reason.INTERRUPTED);
        assertThat(debugger.session().isFinished()).isFalse();
        debugger.clearInterrupt();
        debugger.breakpoints().remove(1);
        assertThat(debugger.resume().reason()).isEqualTo(Reason.END);
    }

    @Test
    void unknownRoutersAndExpressionsAreRefusedWhenABreakpointIsSet() {
        assertThatThrownBy(() -> breakAt("event NHRP of Nobody")).isInstanceOf(WatchException.class)
                .hasMessage("'Nobody' is no router; there are HQ, Branch1, Branch2");
        assertThatThrownBy(() -> breakAt("event NHRP when 3 +")).isInstanceOf(WatchException.class);
        assertThat(debugger.breakpoints().all()).isEmpty();
        assertThatThrownBy(() -> Breakpoint.at(BreakpointText.parse("expectation", model).trigger()).fromHit(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
