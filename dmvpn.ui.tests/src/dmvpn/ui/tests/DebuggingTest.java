package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.debug.DebugSession;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.ui.debug.ModelLineBreakpoint;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.sim.ui.launch.SimulationLaunchShortcut;
import dmvpn.ui.tests.driver.Dialogs;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** Going back, and breakpoints, by the commands of the workbench. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class DebuggingTest {

    private static final String STEP_BACK = "dmvpn.sim.ui.stepBack";
    private static final String REVERSE = "dmvpn.sim.ui.reverse";
    private static final String ADD_BREAKPOINT = "dmvpn.sim.ui.addBreakpoint";

    private static final int DELAY_OF_THE_DEBUG_VIEW_MILLIS = 700;

    private ModelProject project;
    private IFile file;
    private SimulationDebugTarget target;

    @BeforeEach
    void debug(TestInfo test) throws Exception {
        project = new ModelProject(test.getTestMethod().orElseThrow().getName());
        file = project.file("net.dmvpn", Models.PHASE_3);
        Ui.run(Workbench::showPerspective);
        Ui.run(() -> new SimulationLaunchShortcut().launch(new StructuredSelection(file), ILaunchManager.DEBUG_MODE));
        target = Ui.waitFor("the launch", () -> Arrays.stream(DebugPlugin.getDefault().getLaunchManager().getLaunches())
                .map(ILaunch::getDebugTarget).filter(Objects::nonNull).map(SimulationDebugTarget.class::cast).findFirst());
    }

    @AfterEach
    void end() throws Exception {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        for (ILaunch launch : manager.getLaunches()) {
            launch.terminate();
            Ui.waitUntil("the launch to end", launch::isTerminated);
            Ui.waitUntilIdle();
            manager.removeLaunch(launch);
        }
        Ui.waitUntil("the Debug view to be empty", () -> items("org.eclipse.debug.ui.DebugView").noneMatch(text -> text.contains("DMVPN Simulation")));
        Ui.run(() -> ModelProject.page().hideView(ModelProject.page().findView("org.eclipse.debug.ui.BreakpointView")));
        // The Debug view shows the source of a stop by jobs that are delayed, which no job manager tells of; the tab of a file that
        // is gone by then would fail another test.
        Ui.pace(DELAY_OF_THE_DEBUG_VIEW_MILLIS);
        Ui.waitUntilIdle();
        Ui.run(() -> ModelProject.page().closeAllEditors(false));
        IBreakpoint[] breakpoints = breakpoints();
        DebugPlugin.getDefault().getBreakpointManager().removeBreakpoints(breakpoints, true);
        DebugPlugin.getDefault().getBreakpointManager().setEnabled(true);
        // The project stays: the Debug view may still open an editor of its file, which would then be gone.
    }

    private static IBreakpoint[] breakpoints() {
        return DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(SimulationDebugTarget.MODEL_ID);
    }

    private void command(String id) {
        Ui.waitUntil("the Debug view to know the simulation", target::isSuspended);
        Ui.run(() -> Workbench.execute(id));
        Ui.waitUntil(id + " to be done", target::isSuspended);
    }

    private void breakOn(String text) {
        Ui.run(() -> Workbench.execute(ADD_BREAKPOINT, Map.of("dmvpn.sim.ui.addBreakpoint.text", text)));
    }

    private void resume() {
        Ui.run(target::resume);
        Ui.waitUntil("the simulation to stop", target::isSuspended);
        Ui.waitUntilIdle(); // the editor opens on the line of the event
    }

    private RecordedEvent event() {
        return target.session().event().orElseThrow();
    }

    private String at() {
        return event().nodeName() + " " + event().protocol() + " " + event().message();
    }

    @Test
    void stepBackUndoesAStepDownToTheStart() throws Exception {
        IThread first = target.getThreads()[0];
        for (int step = 0; step < 5; step++) {
            first.stepInto();
            Ui.waitUntil("the step to end", target::isSuspended);
        }
        int fifth = event().index();

        command(STEP_BACK);

        assertThat(event().index()).isLessThan(fifth);
        for (int step = 0; step < 4; step++) {
            command(STEP_BACK);
        }
        assertThat(target.session().eventIndex()).isEqualTo(DebugSession.BEFORE_FIRST_EVENT);
        Ui.run(() -> assertThat(Workbench.isEnabled(STEP_BACK)).as("nothing is in front of the first event").isFalse());
    }

    @Test
    void aBreakpointOnALineStopsTheRunThereAndIsShownInTheRulerAndTheBreakpointsView() throws Exception {
        ITextEditor editor = ModelProject.open(file);
        IDocument document = Ui.get(() -> Workbench.document(editor));
        int join = document.get().indexOf("join Corp as 10.255.0.{10+n}");
        int line = document.getLineOfOffset(join) + 1;
        Ui.run(() -> {
            editor.setFocus();
            editor.selectAndReveal(join, 0);
            Workbench.execute("org.eclipse.debug.ui.commands.ToggleBreakpoint");
        });
        Ui.waitUntil("the breakpoint", () -> breakpoints().length == 1);
        resume();

        assertThat(event().nodeName()).isEqualTo("Branch1");
        assertThat(event().origin().line()).isEqualTo(line);
        assertThat(target.getThreads()[1].getBreakpoints()).containsExactly(breakpoints());
        Ui.run(() -> ModelProject.page().showView("org.eclipse.debug.ui.BreakpointView"));
        Ui.waitUntil("the breakpoint in its view", () -> items("org.eclipse.debug.ui.BreakpointView")
                .anyMatch(text -> text.startsWith("net.dmvpn [line: " + line + "]")));
        Screenshots.take("debug-breakpoint");

        Ui.run(() -> {
            editor.setFocus();
            editor.selectAndReveal(join, 0);
            Workbench.execute("org.eclipse.debug.ui.commands.ToggleBreakpoint");
        });
        Ui.waitUntil("no breakpoint", () -> breakpoints().length == 0);
        resume();
        assertThat(target.session().isFinished()).isTrue();
    }

    private static Stream<String> items(String view) {
        IViewPart part = ModelProject.page().findView(view);
        return part == null ? Stream.of() : Ui.controls(ModelProject.page().getWorkbenchWindow().getShell(), Tree.class).stream()
                .flatMap(tree -> Arrays.stream(tree.getItems())).map(TreeItem::getText);
    }

    @Test
    void aBreakpointOnAnEventStopsForwardsAndBackwards() {
        breakOn("event NHRP \"Registration Request\" received of HQ1");
        resume();
        int first = event().index();
        assertThat(at()).isEqualTo("HQ1 NHRP Registration Request received");
        resume();
        assertThat(event().index()).isGreaterThan(first);

        command(REVERSE);

        assertThat(event().index()).isEqualTo(first);
        Screenshots.take("debug-reverse");
    }

    @Test
    void skippingAllBreakpointsLetsTheRunPass() {
        breakOn("event NHRP");
        DebugPlugin.getDefault().getBreakpointManager().setEnabled(false);

        resume();

        assertThat(target.session().isFinished()).isTrue();
    }

    @Test
    void aBreakpointMayTellInTheConsoleInsteadOfStopping() {
        breakOn("event NHRP \"Registration Request\" sent tell \"{event.router} registers at {time}\"");

        resume();

        Ui.waitUntil("what was told", () -> Arrays.stream(ConsolePlugin.getDefault().getConsoleManager().getConsoles())
                .filter(TextConsole.class::isInstance).map(console -> ((TextConsole) console).getDocument().get())
                .anyMatch(text -> text.contains("Branch1 registers at 1.000")));
    }

    @Test
    void stepReturnEndsWithTheConversation() throws Exception {
        breakOn("event NHRP \"Registration Request\" sent of Branch1");
        resume();
        Ui.waitUntil("the thread to be able to", () -> target.getThreads()[1].canStepReturn());

        target.getThreads()[1].stepReturn();
        Ui.waitUntil("the step to end", target::isSuspended);

        assertThat(event().nodeName()).isEqualTo("Branch1");
        assertThat(target.session().seen().causes()).anyMatch(cause -> cause.message().equals("Registration Reply received"));
    }

    @Test
    void aRunGoesToAnInstantAndBack() {
        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.runToTime", Map.of("dmvpn.sim.ui.runToTime.time", "105s")));
        Ui.waitUntil("the instant", target::isSuspended);
        int late = event().index();
        assertThat(event().timeNanos()).isBetween(100_000_000_000L, 105_000_000_000L);

        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.runToTime", Map.of("dmvpn.sim.ui.runToTime.time", "30s")));
        Ui.waitUntil("the instant", target::isSuspended);

        assertThat(event().index()).isLessThan(late);
    }

    @Test
    void aLineBreakpointHasAConditionOnItsPropertyPage() throws Exception {
        int line = Models.lineOf("join Corp as 10.255.0.{10+n}");
        ModelLineBreakpoint breakpoint = new ModelLineBreakpoint(file, line);
        DebugPlugin.getDefault().getBreakpointManager().addBreakpoint(breakpoint);
        try (Dialogs page = Dialogs.open(() -> PreferencesUtil.createPropertyDialogOn(
                ModelProject.page().getWorkbenchWindow().getShell(), breakpoint, "dmvpn.sim.ui.breakpointPage", null, null).open())) {
            field(page, "such as Branch1").setText("event.message contains");
            assertThat(page.isEnabled("Apply and Close")).as("the condition ends too soon").isFalse();
            field(page, "such as Branch1").setText("event.message contains \"Registration Reply received\"");
            Screenshots.take("breakpoint-properties");
            page.press("Apply and Close").awaitEnd();
        }
        Ui.waitUntil("the simulation to know the condition", () -> target.debugger().breakpoints().all().stream()
                .anyMatch(listed -> listed.breakpoint().condition().isPresent()));

        resume();

        assertThat(at()).isEqualTo("Branch1 NHRP Registration Reply received");
        assertThat(breakpoint.title()).isEqualTo("net.dmvpn [line: " + line + "] when event.message contains \"Registration Reply received\"");
    }

    /** A field by its example. */
    private static PageField field(Dialogs page, String example) {
        return text -> Ui.run(() -> Ui.controls(page.shell(), Text.class).stream()
                .filter(each -> each.getMessage().startsWith(example)).findFirst().orElseThrow().setText(text));
    }

    /** Where something can be typed. */
    private interface PageField {
        void setText(String text);
    }

    @Test
    void breakpointsOutliveTheSessionWithWhatTheySay() {
        breakOn("change HQ1.nhrp.count when time > 1s");

        assertThat(List.of(breakpoints())).singleElement().satisfies(breakpoint ->
                assertThat(breakpoint.getMarker().getAttribute("text", "")).isEqualTo("change HQ1.nhrp.count when time > 1s"));
        resume();
        assertThat(Optional.of(event())).hasValueSatisfying(event -> assertThat(event.timeNanos()).isGreaterThan(1_000_000_000L));
    }
}
