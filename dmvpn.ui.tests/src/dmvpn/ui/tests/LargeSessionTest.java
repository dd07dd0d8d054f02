package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.ui.tests.driver.DebugViews;
import dmvpn.ui.tests.driver.DebuggedProject;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Simulations;
import dmvpn.ui.tests.driver.Stopwatch;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A session of 5,001 routers: the workbench stays as quick as with three of them, and what takes long can be suspended. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class LargeSessionTest {

    private static final int SPOKES = 5_000;
    private static final int STEPS = 10;
    private static final int EVENTS_TO_RUN = 2_000;

    /** As of a step in a network of a few routers, on a machine that does something else besides. */
    private static final long MOST_MILLIS_OF_A_STEP = 2_000;
    private static final long MOST_MILLIS_IN_OUR_CODE = 500;

    @RegisterExtension
    final DebuggedProject debugged = new DebuggedProject("""
            network Huge

            transport Internet { latency 10ms  dhcp 198.18.0.0/15 }

            cloud Corp {
              overlay 10.0.0.0/16  phase 3
              network-id 1  tunnel-key 100  holdtime 10min  registration no-unique
              routing eigrp 100 { summary 10.0.0.0/8 from hubs  stub spokes }
            }

            hub HQ {
              wan Internet 203.0.113.1/24 gateway 203.0.113.254
              lan 10.127.0.0/16
              join Corp as 10.0.0.1
            }

            spoke Branch[1..%d] {
              wan Internet dhcp
              lan 10.{128+n/250}.{n%%250}.0/24
              join Corp as 10.0.{1+n/250}.{1+n%%250} via HQ
            }

            scenario Boot { seed 1  duration 30s }
            """.formatted(SPOKES));

    private SimulationDebugTarget target;

    private long step(String what, Ui.Step step) {
        int before = target.session().eventIndex();
        long from = System.nanoTime();
        Ui.run(step);
        Ui.waitUntil(what, () -> target.isSuspended() && target.session().eventIndex() != before);
        long millis = millisSince(from);
        System.out.printf(Locale.ROOT, "large-session %-24s %5d ms%n", what, millis);
        return millis;
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    private static List<String> shown() {
        return DebugViews.debugTree().map(DebugViews::texts).orElse(List.of());
    }

    @Test
    void fiveThousandRoutersAreDebuggedForwardsAndBackwards() throws Exception {
        long from = System.nanoTime();
        target = Simulations.debug(debugged.model());
        System.out.printf(Locale.ROOT, "large-session %-24s %5d ms%n", "launch", millisSince(from));
        Ui.waitUntil("it is said", () -> shown().stream().anyMatch(text -> text.contains("some of 5001 routers")));
        step("the first step", target::stepInto); // loads classes, and takes the state of all routers

        try (Stopwatch thread = new Stopwatch()) {
            for (int step = 0; step < STEPS; step++) {
                assertThat(step("step", target::stepInto)).isLessThan(MOST_MILLIS_OF_A_STEP);
            }
            for (int step = 0; step < STEPS / 2; step++) {
                assertThat(step("step back", target::stepBack)).isLessThan(MOST_MILLIS_OF_A_STEP);
            }
            assertThat(target.getThreads()).hasSize(100);
            assertThat(target.getThreads()[0]).isEqualTo(Simulations.threadInHand(target).orElseThrow());

            Ui.run(target::resume);
            Ui.waitUntil("it runs", () -> target.session().knownTrace().size() > EVENTS_TO_RUN);
            step("suspend", target::suspend);
            Ui.waitUntil("the event in hand in the Debug view", () -> shown().contains(
                    target.session().event().map(event -> event.protocol() + " " + event.message()).orElseThrow()));
            assertThat(target.getThreads()[0]).isEqualTo(Simulations.threadInHand(target).orElseThrow());
            step("step back from far", target::stepBack);
            Ui.run(() -> Workbench.execute("dmvpn.sim.ui.showRouter", Map.of("dmvpn.sim.ui.showRouter.router", "Branch4321")));
            Ui.waitUntil("the router in the Debug view", () -> shown().stream().anyMatch(text -> text.startsWith("Branch4321")));
            Screenshots.take("debug-5001-routers");
            assertThat(thread.longestInOurCodeMillis()).as("longest time in our code on the UI thread; busy with %s", thread.busyWith())
                    .isLessThan(MOST_MILLIS_IN_OUR_CODE);
        }
        from = System.nanoTime();
        Ui.run(target::terminate);
        Ui.waitUntil("the end", target::isTerminated);
        System.out.printf(Locale.ROOT, "large-session %-24s %5d ms%n", "terminate", millisSince(from));
    }
}
