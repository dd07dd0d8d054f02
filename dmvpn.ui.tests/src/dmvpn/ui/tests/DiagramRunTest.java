package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.debug.DebugSession;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.ui.cursor.TimeCursor;
import dmvpn.sim.ui.debug.RunningSimulation;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.sim.ui.debug.SimulationProcess;
import dmvpn.sim.ui.timeline.TimelineView;
import dmvpn.ui.tests.driver.DiagramPage;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Launches;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.time.Duration;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** The diagram as one of the views on the time cursor. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class DiagramRunTest {

    private static final String SHOWN = "!document.querySelector('#run').hidden";
    private static final String EVENT = "(document.querySelector('#run .event')?.textContent ?? '')";
    private static final String IN_HAND = "(document.querySelector('#sprotty .packet.in-hand title')?.textContent ?? '')";
    private static final String TUNNEL = "(document.querySelector('#sprotty .tunnel')?.getAttribute('class') ?? '')";
    private static final String BADGES = "[...document.querySelectorAll('#sprotty .run-badge')].map(each => each.textContent).join(' ')";
    private static final int MOST_A_SECOND = 12;

    private ModelProject project;
    private IFile file;
    private TimeCursor cursor;

    @BeforeEach
    void createProject(TestInfo test) throws Exception {
        project = new ModelProject("run" + test.getTestMethod().orElseThrow().getName());
        file = project.file("net.dmvpn", Models.PHASE_3);
        Ui.run(Workbench::showPerspective);
        cursor = Ui.get(TimeCursor::ofWorkbench);
    }

    @AfterEach
    void end() throws Exception {
        Ui.run(() -> cursor.follow(true));
        Launches.removeAll();
    }

    @Test
    void steppingMarksTheRouterAndThePacketInHandAndGoingBackTakesTheStateBack() {
        DiagramPage page = DiagramPage.open(file);
        SimulationDebugTarget target = Launches.debug(file);
        target.runTo(Duration.ofSeconds(20));
        Ui.waitUntil("the instant", () -> target.isSuspended() && cursor.place().hasState() && cursor.place().event() > 60);
        page.waitUntil("the tunnel to be up", TUNNEL + ".includes('state-up')");
        page.waitUntil("the hub's tables", BADGES + ".includes('NHRP 2')");
        int sent = eventOf(target, "HQ1", "IKE_SA_INIT response sent");

        Ui.run(() -> cursor.moveTo(sent));

        page.waitUntil("the event", EVENT + " === 'HQ1 IKEv2 IKE_SA_INIT response sent'");
        page.waitUntil("the state of that time", TUNNEL + ".includes('state-keying')");
        assertThat(page.get(IN_HAND)).startsWith("IKEv2 HQ1 to Branch").endsWith("IKE_SA_INIT response");
        assertThat(page.get("document.querySelectorAll('#sprotty .run-place').length")).isEqualTo("1");
        Screenshots.take("diagram-debugging");
        Ui.run(() -> cursor.moveTo(DebugSession.BEFORE_FIRST_EVENT));
        page.waitUntil("the start", TUNNEL + ".includes('state-down')");
        page.waitUntil("no packet at the start", "document.querySelectorAll('#sprotty .packet').length === 0");
    }

    @Test
    void aPacketThatIsClickedMovesTheCursorToItsEventInAllViews() {
        DiagramPage page = DiagramPage.open(file);
        TimelineView timeline = Ui.get(() -> (TimelineView) ModelProject.page().showView(TimelineView.ID));
        SimulationProcess run = Launches.run(file);
        Ui.waitUntil("the end of the run", () -> run.isTerminated() && cursor.place().hasState());
        int received = eventOf(run, "HQ1", "Registration Request received");
        Ui.run(() -> cursor.moveTo(received));
        page.waitUntil("the packet", IN_HAND + ".includes('Registration Request')");

        page.pressMouseOn("#sprotty .packet.in-hand");

        Ui.waitUntil("the cursor where it was sent", () -> cursor.place().hasState() && cursor.place().event() < received
                && run.session().event().orElseThrow().message().equals("Registration Request sent"));
        Table table = Ui.get(() -> Ui.controls(timeline.bar().control().getParent(), Table.class).getFirst());
        Ui.waitUntil("the row of its sending", () -> table.getSelectionCount() == 1
                && table.getSelection()[0].getText(3).contains("Registration Request sent"));
        page.waitUntil("the diagram there, too", EVENT + ".endsWith('Registration Request sent')");
    }

    @Test
    void thePagesSliderAndItsStepsMoveTheCursor() {
        DiagramPage page = DiagramPage.open(file);
        SimulationProcess run = Launches.run(file);
        Ui.waitUntil("the end of the run", () -> run.isTerminated() && cursor.place().hasState());
        page.waitUntil("the end in the diagram", EVENT + " !== ''");

        page.get("(() => { const slider = document.querySelector('#run input[type=range]'); slider.value = '5000';"
                + " slider.dispatchEvent(new Event('input')); return ''; })()");
        Ui.waitUntil("the cursor in the middle", () -> cursor.place().hasState() && Math.abs(seconds(run) - 55) < 5);
        int middle = Ui.get(() -> cursor.place().event());
        page.get("(document.querySelector('#run button[title^=\"Next message\"]').click(), '')");

        Ui.waitUntil("the cursor at a message", () -> cursor.place().hasState() && cursor.place().event() > middle
                && run.session().event().orElseThrow().message().endsWith(" sent"));
        page.waitUntil("its packet", IN_HAND + " !== ''");
    }

    @Test
    void aRunOfAnotherModelShowsNothing() throws Exception {
        IFile other = project.file("other.dmvpn", Models.PHASE_3);
        DiagramPage page = DiagramPage.open(file);
        SimulationProcess foreign = Launches.run(other);
        Ui.waitUntil("the end of the run", () -> foreign.isTerminated() && cursor.place().hasState());
        Ui.waitUntilIdle();
        assertThat(page.get(SHOWN)).isEqualTo("false");

        SimulationProcess own = Launches.run(file);
        Ui.waitUntil("the end of the own run", () -> own.isTerminated() && cursor.place().hasState());
        page.waitUntil("the own run", SHOWN);
        Launches.run(other);

        page.waitUntil("nothing again", "document.querySelector('#run').hidden");
        assertThat(page.get(TUNNEL)).doesNotContain("state-");
    }

    @Test
    void theSimulationOfThePageIsALaunchForAllViewsAndItsEscapeEndsTheShowingOnly() {
        DiagramPage page = DiagramPage.open(file);

        page.press("s");
        Ui.waitUntil("a run under the cursor", () -> cursor.place().hasState() && cursor.place().event() > 0);
        page.waitUntil("the run in the diagram", SHOWN);
        page.press("Escape");

        page.waitUntil("nothing shown", "document.querySelector('#run').hidden");
        assertThat(Ui.get(() -> cursor.place().simulation())).isPresent();
        Ui.run(() -> cursor.moveTo(20));
        page.waitUntil("the run again, where the cursor went", SHOWN);
    }

    @Test
    void aFastRunTellsThePageSomeTenTimesASecondAtMost() throws Exception {
        IFile large = project.file("long.dmvpn", LongRun.TEXT.replace("duration 400min", "duration 40000min"));
        DiagramPage page = DiagramPage.open(large);
        page.get("""
                (() => {
                    const receive = window.dmvpnReceive;
                    window.told = [];
                    window.dmvpnReceive = text => {
                        if (text.includes('dmvpn.instant')) { window.told.push({ at: performance.now(), length: text.length }); }
                        receive(text);
                    };
                    return '';
                })()""");
        SimulationProcess run = Launches.run(large);
        page.waitUntil("five seconds of a run", "window.told.length > 5 && window.told.at(-1).at - window.told[0].at > 5000");
        run.terminate();
        Ui.waitUntil("the end of the run", run::isTerminated);

        List<String> seen = List.of(page.get("window.told.length / (window.told.at(-1).at - window.told[0].at) * 1000"),
                page.get("Math.max(...window.told.slice(1).map(each => each.length))"));
        assertThat(Double.parseDouble(seen.get(0))).isLessThan(MOST_A_SECOND);
        assertThat(Double.parseDouble(seen.get(1))).as("characters at once").isLessThan(100_000);
        assertThat(run.shownEvents()).isGreaterThan(10_000);
    }

    private static double seconds(SimulationProcess run) {
        return run.session().event().map(RecordedEvent::timeNanos).orElse(0L) / 1e9;
    }

    private static int eventOf(RunningSimulation simulation, String router, String message) {
        for (RecordedEvent event : simulation.session().knownTrace()) {
            if (event.nodeName().equals(router) && event.message().equals(message)) {
                return event.index();
            }
        }
        throw new AssertionError("No " + message + " on " + router);
    }
}
