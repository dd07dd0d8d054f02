package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.sequence.SequenceRows;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.sim.ui.launch.SimulationAttributes;
import dmvpn.sim.ui.sequence.SequenceChartView;
import dmvpn.sim.ui.timeline.KeepAlives;
import dmvpn.sim.ui.timeline.TimelineView;
import dmvpn.ui.tests.driver.DebugViews;
import dmvpn.ui.tests.driver.Dialogs;
import dmvpn.ui.tests.driver.DebuggedProject;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Simulations;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What launch configurations say, and what becomes of it. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class LaunchConfigurationTest {

    @RegisterExtension
    final DebuggedProject debugged = new DebuggedProject(Models.PHASE_3);

    private static final String RUN_LAST_FAILED = "dmvpn.sim.ui.runLastFailed";
    private static final String DEBUG_LAST_FAILED = "dmvpn.sim.ui.debugLastFailed";

    private IFile file;

    @BeforeEach
    void chooseModel() {
        file = debugged.model();
    }

    private ILaunchConfiguration configuration(String... attributesAndValues) throws Exception {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        ILaunchConfigurationWorkingCopy created = manager.getLaunchConfigurationType(SimulationAttributes.TYPE_ID)
                .newInstance(null, manager.generateLaunchConfigurationName("test"));
        created.setAttribute(SimulationAttributes.MODEL, file.getFullPath().toPortableString());
        for (int index = 0; index < attributesAndValues.length; index += 2) {
            created.setAttribute(attributesAndValues[index], attributesAndValues[index + 1]);
        }
        return created.doSave();
    }

    private static SimulationDebugTarget debug(ILaunchConfiguration configuration) {
        Ui.run(() -> DebugUITools.launch(configuration, ILaunchManager.DEBUG_MODE));
        return (SimulationDebugTarget) Simulations.waitForLaunch().getDebugTarget();
    }

    @Test
    void aRunHasTheSeedAndTheLengthOfItsConfigurationAndLeavesProtocolsOut() throws Exception {
        SimulationDebugTarget target = debug(configuration(SimulationAttributes.LENGTH, "20s", SimulationAttributes.SEED, "7",
                SimulationAttributes.LEFT_OUT, "IKEv2, eigrp"));

        Simulations.resume(target);

        assertThat(target.session().event().orElseThrow().timeNanos()).isLessThanOrEqualTo(20_000_000_000L);
        assertThat(target.session().rows(0, 500)).extracting("protocol").contains("NHRP").doesNotContain("IKEv2", "EIGRP");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void protocolsThatAreLeftOutAreInNoViewOfEventsWithAndWithoutKeepAlives(boolean keepAlives) throws Exception {
        TimelineView timeline = Ui.get(() -> (TimelineView) ModelProject.page().showView(TimelineView.ID));
        SequenceChartView chart = Ui.get(() -> (SequenceChartView) ModelProject.page().showView(SequenceChartView.ID));
        Ui.run(() -> KeepAlives.show(keepAlives));
        try {
            SimulationDebugTarget target = debug(configuration(SimulationAttributes.LENGTH, "20s", SimulationAttributes.LEFT_OUT, "IKEv2, eigrp"));
            Simulations.resume(target);
            Ui.waitUntil("all events in the chart", () -> chart.frame().isPresent() && chart.frame().get().layout().rows().count() > 0
                    && chart.frame().get().layout().rows().readEvents() == target.shownEvents());
            Ui.run(() -> {
                SequenceRows drawn = chart.frame().orElseThrow().layout().rows();
                assertThat(IntStream.range(0, drawn.count()).mapToObj(row -> target.session().knownTrace().event(drawn.event(row)).protocol()))
                        .contains("NHRP").doesNotContain("IKEv2", "EIGRP");
            });
            Ui.run(() -> ModelProject.page().showView(TimelineView.ID));
            Table table = Ui.waitFor("all rows", () -> DebugViews.timeline().filter(each -> each.getItemCount() > 0
                    && each.getItemCount() == target.shownRows()));
            assertThat(Ui.get(() -> DebugViews.rows(table))).anyMatch(row -> row.contains(" NHRP ")).noneMatch(row -> row.matches("\\S+ \\S+ (IKEv2|EIGRP) .*"));

            int all = Ui.get(table::getItemCount);
            Ui.run(() -> timeline.bar().setFilter("nhrp"));
            Ui.waitUntil("the count", () -> Ui.controls(timeline.bar().control(), Label.class).stream()
                    .anyMatch(label -> label.getText().matches("\\d+ of " + all + " events")));
        } finally {
            Ui.run(() -> {
                timeline.bar().setFilter("");
                KeepAlives.show(false);
                ModelProject.page().hideView(chart);
            });
        }
    }

    @Test
    void aRunIsOnThePlatformOfItsConfigurationWhateverTheModelSays() throws Exception {
        debugged.project().replace("net.dmvpn", Models.PHASE_3.replace("hub HQ1 {", "hub HQ1 {\n  platform cisco-iosxe").replace("holdtime 10min", ""));
        SimulationDebugTarget target = debug(configuration(SimulationAttributes.PLATFORM, "frr", SimulationAttributes.LENGTH, "20s"));

        Simulations.resume(target);

        assertThat(target.debugger().evaluate("HQ1.interfaces[gre100].lineProtocol").text()).isEqualTo("up");
        assertThat(target.debugger().evaluate("Branch1.settings[gre100].holdingTime").text()).isEqualTo("7200s");
    }

    @Test
    void aConfigurationOfBeforeRunsAsThePreferencesSay() throws Exception {
        SimulationDebugTarget target = debug(configuration());

        Simulations.resume(target);

        assertThat(target.session().event().orElseThrow().timeNanos()).isGreaterThan(100_000_000_000L);
    }

    @Test
    void thePagesSayWhatIsWrong() throws Exception {
        ILaunchConfiguration configuration = configuration();
        try (Dialogs dialogue = Dialogs.open(() -> DebugUITools.openLaunchConfigurationDialogOnGroup(ModelProject.page().getWorkbenchWindow().getShell(),
                new StructuredSelection(configuration), "org.eclipse.debug.ui.launchGroup.run"))) {
            CTabFolder tabs = Ui.waitFor("the pages", () -> Ui.controls(dialogue.shell(), CTabFolder.class).stream()
                    .filter(folder -> folder.getItemCount() > 2).findFirst());
            assertThat(Ui.get(() -> Arrays.stream(tabs.getItems()).map(item -> item.getText().replace("&", "")).toList()))
                    .startsWith("Model", "Run");
            Combo scenario = Ui.waitFor("the scenarios", () -> Ui.controls(dialogue.shell(), Combo.class).stream()
                    .filter(combo -> List.of(combo.getItems()).contains("FirstPacket")).findFirst());
            Screenshots.take("launch-model");
            Ui.run(() -> scenario.setText("Nothing"));
            Ui.waitUntil("the message", () -> says(dialogue, "no scenario 'Nothing'; it has FirstPacket"));
            Ui.run(() -> scenario.setText(""));
            Ui.run(() -> tabs.setSelection(1));
            Ui.run(() -> tabs.notifyListeners(SWT.Selection, selectionOf(tabs)));
            Text seed = Ui.waitFor("the seed", () -> Ui.controls(dialogue.shell(), Text.class).stream()
                    .filter(text -> text.getMessage().equals("as the preferences or the scenario say")).findFirst());
            Ui.run(() -> seed.setText("many"));
            Ui.waitUntil("the message", () -> says(dialogue, "'many' is no seed"));
            Screenshots.take("launch-run");
            Ui.run(() -> seed.setText(""));
            Text release = Ui.get(() -> Ui.controls(dialogue.shell(), Text.class).stream()
                    .filter(text -> text.getMessage().startsWith("the newest known")).findFirst().orElseThrow());
            Ui.run(() -> release.setText("15.4"));
            Ui.waitUntil("the message", () -> says(dialogue, "The release 15.4 is of no platform: name one of cisco-iosxe, frr"));
            Combo platform = Ui.get(() -> Ui.controls(dialogue.shell(), Combo.class).stream()
                    .filter(combo -> List.of(combo.getItems()).contains("cisco-iosxe")).findFirst().orElseThrow());
            Ui.run(() -> {
                platform.select(platform.indexOf("cisco-iosxe"));
                platform.notifyListeners(SWT.Selection, new Event());
            });
            Ui.waitUntil("no message", () -> !says(dialogue, "is of no platform"));
            Screenshots.take("launch-platform");
            dialogue.press("Apply");
            Ui.waitUntil("it to be kept", () -> !enabled(dialogue, "Apply"));
            if (dialogue.isEnabled("Revert")) {
                dialogue.press("Revert");
                Ui.waitUntil("nothing to be kept", () -> !enabled(dialogue, "Revert"));
            }
            dialogue.press("Close").awaitEnd();
        }
        ILaunchConfiguration kept = DebugPlugin.getDefault().getLaunchManager().getLaunchConfiguration(configuration.getMemento());
        assertThat(kept.getAttribute(SimulationAttributes.PLATFORM, "")).isEqualTo("cisco-iosxe");
        assertThat(kept.getAttribute(SimulationAttributes.RELEASE, "")).isEqualTo("15.4");
    }

    private static boolean enabled(Dialogs dialogue, String label) {
        return Ui.controls(dialogue.shell(), Button.class).stream().anyMatch(button -> button.getText().replace("&", "").equals(label)
                && button.isEnabled());
    }

    private static Event selectionOf(CTabFolder tabs) {
        Event event = new Event();
        event.item = tabs.getSelection();
        return event;
    }

    private static boolean says(Dialogs dialogue, String words) {
        return Ui.controls(dialogue.shell(), Control.class).stream().anyMatch(control -> switch (control) {
            case Text text -> text.getText().contains(words);
            case Label label -> label.getText().contains(words);
            case CLabel label -> label.getText() != null && label.getText().contains(words);
            default -> false;
        });
    }

    @Test
    void whatFailedLastIsDebugged() throws Exception {
        file = debugged.project().file("failing.dmvpn", Models.PHASE_3.replace("is direct", "is via HQ1"));
        ILaunchConfiguration failing = configuration();
        Ui.run(() -> DebugUITools.launch(failing, ILaunchManager.RUN_MODE));
        Ui.waitUntil("the end of the run", Simulations.waitForLaunch()::isTerminated);
        Ui.waitUntil("the failure to be known", () -> Workbench.isEnabled(DEBUG_LAST_FAILED));

        Ui.run(() -> Workbench.execute(DEBUG_LAST_FAILED));

        SimulationDebugTarget target = Ui.waitFor("the debugged simulation", () -> Arrays.stream(launches()).map(ILaunch::getDebugTarget)
                .filter(SimulationDebugTarget.class::isInstance).map(SimulationDebugTarget.class::cast).findFirst());
        assertThat(target.getLaunch().getLaunchConfiguration()).isEqualTo(failing);
        assertThat(target.isSuspended()).isTrue();
        debugged.project().replace("failing.dmvpn", Models.PHASE_3); // it fails no more, so that no other test finds it
        Ui.run(() -> Workbench.execute(RUN_LAST_FAILED));
        Ui.waitUntil("the pass to be known", () -> !Workbench.isEnabled(DEBUG_LAST_FAILED));
    }

    @Test
    void whatFailedLastIsRunAgainUntilItPasses() throws Exception {
        file = debugged.project().file("failing.dmvpn", Models.PHASE_3.replace("is direct", "is via HQ1"));
        ILaunchConfiguration failing = configuration();
        Ui.run(() -> DebugUITools.launch(failing, ILaunchManager.RUN_MODE));
        Ui.waitUntil("the end of the run", Simulations.waitForLaunch()::isTerminated);
        Ui.waitUntil("the failure to be known", () -> Workbench.isEnabled(RUN_LAST_FAILED));
        debugged.project().replace("failing.dmvpn", Models.PHASE_3);

        Ui.run(() -> Workbench.execute(RUN_LAST_FAILED));

        Ui.waitUntil("the pass to be known", () -> !Workbench.isEnabled(RUN_LAST_FAILED));
        assertThat(launches()).extracting(ILaunch::getLaunchConfiguration).contains(failing);
    }

    private static ILaunch[] launches() {
        return DebugPlugin.getDefault().getLaunchManager().getLaunches();
    }
}
