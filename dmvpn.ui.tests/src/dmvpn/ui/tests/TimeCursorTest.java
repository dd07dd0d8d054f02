package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.debug.DebugSession;
import dmvpn.sim.ui.cursor.CursorPlace;
import dmvpn.sim.ui.cursor.TimeCursor;
import dmvpn.sim.ui.cursor.TimeCursorListener;
import dmvpn.sim.ui.debug.RunningSimulation;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.sim.ui.debug.SimulationProcess;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Launches;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** One place in time for all views. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class TimeCursorTest {

    private IFile file;
    private TimeCursor cursor;

    @BeforeEach
    void createProject(TestInfo test) throws Exception {
        file = new ModelProject("cursor" + test.getTestMethod().orElseThrow().getName()).file("net.dmvpn", Models.PHASE_3);
        Ui.run(Workbench::showPerspective);
        cursor = Ui.get(TimeCursor::ofWorkbench);
    }

    @AfterEach
    void end() throws Exception {
        Launches.removeAll();
        Ui.waitUntil("no simulation under the cursor", () -> cursor.place().simulation().isEmpty());
    }

    private void waitForState(RunningSimulation simulation, int event) {
        Ui.waitUntil("the state at event " + event,
                () -> cursor.place().hasState() && cursor.place().event() == event && cursor.place().simulation().orElseThrow() == simulation);
        assertThat(simulation.session().eventIndex()).isEqualTo(event);
    }

    @Test
    void whatStopsInTheDebuggerMovesTheCursor() throws Exception {
        SimulationDebugTarget target = Launches.debug(file);
        waitForState(target, DebugSession.BEFORE_FIRST_EVENT);

        target.getThreads()[0].stepInto();
        waitForState(target, 0);

        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.runToTime", Map.of("dmvpn.sim.ui.runToTime.time", "3s")));
        Ui.waitUntil("the cursor at the event in hand", () -> cursor.place().hasState() && cursor.place().event() > 0);
        assertThat(target.session().eventIndex()).isEqualTo(Ui.get(() -> cursor.place().event()));
    }

    @Test
    void movingTheCursorTakesTheDebuggerBackAndForth() throws Exception {
        SimulationDebugTarget target = Launches.debug(file);
        waitForState(target, DebugSession.BEFORE_FIRST_EVENT);
        target.runTo(java.time.Duration.ofSeconds(3));
        Ui.waitUntil("the instant", () -> cursor.place().hasState() && cursor.place().event() > 20);
        int last = Ui.get(() -> cursor.place().event());
        int rows = target.shownRows();

        Ui.run(() -> cursor.moveTo(12));
        waitForState(target, 12);
        assertThat(target.shownRows()).as("what is known of the later events stays").isEqualTo(rows);

        Ui.run(() -> cursor.moveTo(last + 1_000));
        waitForState(target, last);
        Ui.run(() -> cursor.moveTo(DebugSession.BEFORE_FIRST_EVENT));
        waitForState(target, DebugSession.BEFORE_FIRST_EVENT);
    }

    @Test
    void ofManyMovesInQuickSuccessionTheLastOneCounts() {
        SimulationDebugTarget target = Launches.debug(file);
        waitForState(target, DebugSession.BEFORE_FIRST_EVENT);
        target.runTo(java.time.Duration.ofSeconds(3));
        Ui.waitUntil("the instant", () -> cursor.place().hasState() && cursor.place().event() > 60);
        List<Integer> seen = new ArrayList<>();
        TimeCursorListener listener = new TimeCursorListener() {
            @Override
            public void cursorMoved(CursorPlace place) {
                seen.add(place.event());
            }
        };

        Ui.run(() -> {
            cursor.addListener(listener);
            for (int event = 60; event >= 10; event--) {
                cursor.moveTo(event);
            }
        });

        waitForState(target, 10);
        Ui.waitUntilIdle();
        Ui.run(() -> cursor.removeListener(listener));
        assertThat(seen).as("views follow each move at once, and are not thrown back").hasSize(51).isSortedAccordingTo((a, b) -> b - a);
    }

    @Test
    void aRunThatIsOverIsTakenToAnyOfItsEvents() throws Exception {
        SimulationProcess run = Launches.run(file);
        Ui.waitUntil("the end of the run", run::isTerminated);
        Ui.waitUntil("the last event under the cursor", () -> cursor.place().hasState() && cursor.place().event() > 100);

        Ui.run(() -> cursor.moveTo(50));
        waitForState(run, 50);
        assertThat(run.session().event().orElseThrow().index()).isEqualTo(50);
        assertThat(run.shownEvents()).isGreaterThan(100);
    }

    @Test
    void aDebuggedSimulationThatWasTerminatedCanStillBeLookedAt() throws Exception {
        SimulationDebugTarget target = Launches.debug(file);
        target.runTo(java.time.Duration.ofSeconds(3));
        Ui.waitUntil("the instant", () -> cursor.place().hasState() && cursor.place().event() > 20);
        target.terminate();
        Ui.waitUntil("the end", target::isTerminated);

        Ui.run(() -> cursor.moveTo(7));

        waitForState(target, 7);
    }

    @Test
    void aNewLaunchTakesTheCursorAndGivesItBackWhenItIsRemoved() {
        SimulationDebugTarget first = Launches.debug(file);
        waitForState(first, DebugSession.BEFORE_FIRST_EVENT);

        SimulationProcess second = Launches.run(file);
        Ui.waitUntil("the end of the second", () -> cursor.place().hasState() && cursor.place().simulation().orElseThrow() == second);

        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        manager.removeLaunch(second.getLaunch());
        waitForState(first, DebugSession.BEFORE_FIRST_EVENT);
    }
}
