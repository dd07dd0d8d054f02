package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.debug.DebugSession;
import dmvpn.sim.ui.launch.SimulationAttributes;
import dmvpn.sim.ui.launch.SimulationConfigurations;
import dmvpn.sim.ui.launch.SimulationLaunchShortcut;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.ui.tests.driver.DebugViews;
import dmvpn.ui.tests.driver.DebuggedProject;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Simulations;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.ViewMenus;
import dmvpn.ui.tests.driver.Workbench;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.part.PageBookView;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Launching a model, and its end. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class LaunchTest {

    @RegisterExtension
    final DebuggedProject debugged = new DebuggedProject(Models.PHASE_3);

    @Test
    void runAsFillsTheTimeline() {
        Simulations.launch(debugged.model(), ILaunchManager.RUN_MODE);

        ILaunch launch = Simulations.waitForLaunch();
        Ui.waitUntil("the end of the run", launch::isTerminated);
        List<String> messages = Ui.waitFor("all events", () -> DebugViews.timeline().map(DebugViews::rows)
                .filter(lines -> lines.stream().anyMatch(line -> line.contains("Traffic Indication"))));
        assertThat(messages.get(0)).startsWith("0.000 HQ1 Device power on");
        assertThat(messages).anyMatch(line -> line.startsWith("1.000 Branch1 NHRP Registration Request sent"));
        assertThat(messages).anyMatch(line -> line.contains("IKEv2 IKE_AUTH request sent"));
        assertThat(messages).anyMatch(line -> line.contains("EIGRP Update"));
        ModelProject.open(debugged.model());
        Screenshots.take("run-timeline");
    }

    @ParameterizedTest
    @CsvSource({"Run Scenario, run", "Debug Scenario, debug"})
    void theMenuOfAScenarioInTheOutlineLaunchesIt(String item, String mode) throws Exception {
        ModelProject.open(debugged.model());
        TreeItem scenario = Ui.waitFor("the scenario in the outline", LaunchTest::scenarioInOutline);
        Ui.run(() -> {
            DebugViews.select(scenario);
            ViewMenus.runInContextMenu(scenario.getParent(), item);
        });

        ILaunch launch = Simulations.waitForLaunch();

        assertThat(launch.getLaunchMode()).isEqualTo(mode);
        assertThat(launch.getLaunchConfiguration().getAttribute(SimulationAttributes.SCENARIO, "")).isEqualTo("FirstPacket");
    }

    private static Optional<TreeItem> scenarioInOutline() {
        return ModelProject.page().findView("org.eclipse.ui.views.ContentOutline") instanceof PageBookView outline
                && outline.getCurrentPage().getControl() instanceof Tree tree
                ? Arrays.stream(tree.getItems()).filter(each -> each.getText().equals("FirstPacket scenario")).findFirst() : Optional.empty();
    }

    @Test
    void whatWasLaunchedIsTheFirstInTheLaunchHistory() {
        Simulations.launch(debugged.model(), ILaunchManager.RUN_MODE);
        ILaunch launch = Simulations.waitForLaunch();
        Ui.waitUntil("the end of the run", launch::isTerminated);

        Ui.waitUntil("it in the history",
                () -> launch.getLaunchConfiguration().equals(DebugUITools.getLastLaunch("org.eclipse.debug.ui.launchGroup.run")));
    }

    @Test
    void aRunIsAsLongAsThePreferencesSay() {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("dmvpn.sim.ui");
        preferences.put("length", "20s");
        try {
            Simulations.launch(debugged.model(), ILaunchManager.RUN_MODE);
            Ui.waitUntil("the end of the run", Simulations.waitForLaunch()::isTerminated);
            Table timeline = Ui.waitFor("events", () -> DebugViews.timeline().filter(table -> table.getItemCount() > 0));
            Ui.waitUntilIdle();

            List<String> lines = Ui.get(() -> DebugViews.rows(timeline));
            double last = Double.parseDouble(lines.getLast().split(" ")[0]);
            assertThat(last).isBetween(1.0, 20.0);
        } finally {
            preferences.remove("length");
        }
    }

    @Test
    void keepAlivesHaveRowsAndAreSteppedToOnceTheViewIsToldToShowThem() throws Exception {
        Simulations.launch(debugged.model(), ILaunchManager.RUN_MODE);
        Ui.waitUntil("the end of the run", Simulations.waitForLaunch()::isTerminated);
        Table timeline = Ui.waitFor("events", () -> DebugViews.timeline().filter(table -> table.getItemCount() > 0));
        Ui.waitUntilIdle();
        List<String> hidden = Ui.get(() -> DebugViews.rows(timeline));
        assertThat(hidden).noneMatch(line -> line.contains("EIGRP Ack") || line.contains("EIGRP Hello received"));
        Ui.run(() -> {
            timeline.setSelection(hidden.indexOf("1.000 Branch1 NHRP Registration Request sent"));
            timeline.notifyListeners(SWT.Selection, new Event());
        });

        showKeepAlives(true);
        try {
            Table shown = Ui.waitFor("more rows", () -> DebugViews.timeline().filter(table -> table.getItemCount() > hidden.size()));
            List<String> whole = Ui.get(() -> DebugViews.rows(shown));
            assertThat(whole).contains("5.000 HQ1 EIGRP Hello sent", "5.010 Branch1 EIGRP Hello received")
                    .anyMatch(line -> line.endsWith("EIGRP Ack sent")).containsSubsequence(hidden);
            assertThat(Ui.get(() -> whole.get(shown.getSelectionIndex()))).as("the selection stays on its event")
                    .isEqualTo("1.000 Branch1 NHRP Registration Request sent");
            Screenshots.take("timeline-keepalives");

            Simulations.stepUntil(Simulations.debug(debugged.model()), "HQ1", "EIGRP Hello received");
        } finally {
            showKeepAlives(false);
        }
        Ui.waitUntil("the rows of the debugged run without keep-alives", () -> DebugViews.timeline().filter(table ->
                table.getItemCount() > 0 && DebugViews.rows(table).stream().noneMatch(line -> line.contains("Hello received"))).isPresent());
    }

    @Test
    void theRunCommandSimulatesTheModelInTheActiveEditor() throws Exception {
        ITextEditor editor = ModelProject.open(debugged.model());
        Ui.run(editor::setFocus);
        assertThat(Ui.get(() -> PlatformUI.getWorkbench().getService(IBindingService.class)
                .getBestActiveBindingFormattedFor("dmvpn.sim.ui.shortcut.run"))).isEqualTo("Shift+Alt+X D");

        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.shortcut.run"));

        Ui.waitUntil("the end of the run", Simulations.waitForLaunch()::isTerminated);
        Ui.waitUntil("events", () -> DebugViews.timeline().filter(table -> table.getItemCount() > 0).isPresent());
    }

    @Test
    void openingARowOfTheTimelineShowsTheLineOfTheModel() {
        Simulations.launch(debugged.model(), ILaunchManager.RUN_MODE);
        Ui.waitUntil("the end of the run", Simulations.waitForLaunch()::isTerminated);
        Table timeline = Ui.waitFor("events", () -> DebugViews.timeline().filter(table -> table.getItemCount() > 0));
        Ui.run(() -> {
            int registration = DebugViews.rows(timeline).indexOf("1.000 Branch1 NHRP Registration Request sent");
            timeline.setSelection(registration);
            timeline.notifyListeners(SWT.DefaultSelection, new Event());
        });

        ITextSelection selected = Ui.waitFor("the editor", () -> ModelProject.page().getActiveEditor() instanceof ITextEditor editor
                && editor.getSelectionProvider().getSelection() instanceof ITextSelection selection
                && selection.getLength() > 0 ? Optional.of(selection) : Optional.empty());

        assertThat(selected.getText().strip()).isEqualTo("join Corp as 10.255.0.{10+n} via HQ1");
    }

    @Test
    void debugAsSuspendsBeforeTheFirstEventWithTheRoutersInTheDebugView() throws Exception {
        SimulationDebugTarget target = Simulations.debug(debugged.model());
        assertThat(target.isSuspended()).isTrue();
        assertThat(target.session().eventIndex()).isEqualTo(DebugSession.BEFORE_FIRST_EVENT);
        assertThat(target.getThreads()).extracting(IThread::getName).containsExactly("HQ1", "Branch1", "Branch2");
        assertThat(Simulations.threadInHand(target)).as("before the first event no router has one").isEmpty();
        Ui.waitUntil("the routers in the Debug view", () -> DebugViews.debugTree().map(DebugViews::texts).orElse(List.of())
                .containsAll(List.of("HQ1", "Branch1", "Branch2")));
    }

    @Test
    void resumeRunsToTheEndAndTerminateEndsADebuggedRun() throws Exception {
        SimulationDebugTarget target = Simulations.debug(debugged.model());
        ILaunch launch = target.getLaunch();

        target.resume();
        Ui.waitUntil("the end of the run", () -> target.isSuspended() && !target.canResume());
        assertThat(target.session().isFinished()).isTrue();

        target.terminate();
        Ui.waitUntil("the end of the launch", launch::isTerminated);
    }

    @Test
    void aModelWithErrorsIsNotStartedAndTheReasonIsSaid() throws Exception {
        IFile broken = debugged.project().file("broken.dmvpn", Models.PHASE_3.replace("via HQ1", "via Nobody"));
        ErrorDialog.AUTOMATED_MODE = false; // the test harness of the platform suppresses messages
        try {
            Ui.run(() -> new SimulationLaunchShortcut().launch(new StructuredSelection(broken), ILaunchManager.RUN_MODE));

            Shell dialogue = Ui.waitFor("the message", () -> Workbench.shellThatSays("has errors and is not simulated"));
            assertThat(DebugPlugin.getDefault().getLaunchManager().getLaunches()).isEmpty();
            Screenshots.take("refused-launch");
            Ui.run(dialogue::close);
        } finally {
            ErrorDialog.AUTOMATED_MODE = true;
        }
    }

    @Test
    void runAsRunsTheFirstScenarioAlsoWhenAnotherOneWasRunBefore() throws Exception {
        IFile two = debugged.project().file("two.dmvpn", Models.PHASE_3 + "\nscenario Second { seed 1  duration 5s }\n");
        Ui.run(() -> DebugUITools.launch(SimulationConfigurations.of(two, "Second"), ILaunchManager.RUN_MODE));
        ILaunch second = Simulations.waitForLaunch();
        Ui.waitUntil("the end of the run", second::isTerminated);
        assertThat(second.getProcesses()[0].getLabel()).isEqualTo("two.dmvpn Second");

        assertThat(Simulations.debug(two).getName()).isEqualTo("two.dmvpn FirstPacket");
    }

    @Test
    void aLaunchThatIsCancelledWhileItsModelIsReadStartsNothing() throws Exception {
        ILaunchConfiguration configuration = SimulationConfigurations.of(debugged.model(), "");
        List<String> said = new ArrayList<>();
        NullProgressMonitor monitor = new NullProgressMonitor() {
            @Override
            public void subTask(String name) {
                said.add(name);
                setCanceled(isCanceled() || name.startsWith("read "));
            }
        };
        try {
            configuration.launch(ILaunchManager.DEBUG_MODE, monitor);
        } catch (OperationCanceledException cancelled) {
            // the platform may say so, or just come back
        }

        assertThat(said).anyMatch(name -> name.startsWith("read "));
        assertThat(DebugPlugin.getDefault().getLaunchManager().getLaunches()).isEmpty();
    }

    /** Clicks on the toggle in the view's toolbar. */
    private static void showKeepAlives(boolean shown) {
        ToolItem toggle = Ui.waitFor("the toggle", () -> Ui.controls(ModelProject.page().getWorkbenchWindow().getShell(), ToolBar.class)
                .stream().flatMap(bar -> Arrays.stream(bar.getItems()))
                .filter(item -> item.getToolTipText() != null && item.getToolTipText().startsWith("Show Keep-Alives"))
                .findFirst());
        Ui.run(() -> {
            toggle.setSelection(shown);
            Event click = new Event();
            click.widget = toggle;
            toggle.notifyListeners(SWT.Selection, click);
        });
        Ui.waitUntilIdle();
    }
}
