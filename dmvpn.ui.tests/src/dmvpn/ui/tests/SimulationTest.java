package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.ui.launch.SimulationLaunchShortcut;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.Ui;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.debug.core.model.IVariable;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Running and debugging a model from the workbench. */
@ExtendWith(ErrorLogStaysEmpty.class)
class SimulationTest {

    private ModelProject project;
    private IFile file;

    @BeforeEach
    void createProject() throws Exception {
        project = new ModelProject("simulation");
        file = project.file("net.dmvpn", Models.PHASE_3);
        IPreferenceStore debug = new ScopedPreferenceStore(InstanceScope.INSTANCE, "org.eclipse.debug.ui");
        debug.setValue("org.eclipse.debug.ui.switch_to_perspective", "always");
        debug.setValue(IDebugUIConstants.PREF_BUILD_BEFORE_LAUNCH, false);
        Ui.run(() -> ModelProject.page().setPerspective(PlatformUI.getWorkbench().getPerspectiveRegistry()
                .findPerspectiveWithId(IDebugUIConstants.ID_DEBUG_PERSPECTIVE)));
    }

    @AfterEach
    void endLaunches() throws Exception {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        for (ILaunch launch : manager.getLaunches()) {
            launch.terminate();
            Ui.waitUntil("the launch to end", launch::isTerminated);
            manager.removeLaunch(launch);
        }
        project.close();
    }

    @Test
    void runAsFillsTheTimeline() throws Exception {
        Ui.run(() -> ModelProject.page().showView("dmvpn.sim.ui.timeline"));

        Ui.run(() -> new SimulationLaunchShortcut().launch(new StructuredSelection(file), ILaunchManager.RUN_MODE));

        ILaunch launch = waitForLaunch();
        Ui.waitUntil("the end of the run", launch::isTerminated);
        Table timeline = Ui.waitFor("the timeline", SimulationTest::timeline);
        List<String> messages = Ui.waitFor("all events", () -> Optional.of(texts(timeline))
                .filter(lines -> lines.stream().anyMatch(line -> line.contains("Traffic Indication"))));
        assertThat(messages).anyMatch(line -> line.startsWith("1.000 Branch1 NHRP Registration Request"));
        assertThat(messages).anyMatch(line -> line.contains("IKEv2"));
        assertThat(messages).anyMatch(line -> line.contains("EIGRP"));
    }

    @Test
    void debugAsSuspendsBeforeTheFirstEventAndStepIntoWalksEventByEvent() throws Exception {
        Ui.run(() -> new SimulationLaunchShortcut().launch(new StructuredSelection(file), ILaunchManager.DEBUG_MODE));

        IDebugTarget target = waitForLaunch().getDebugTarget();
        assertThat(target.isSuspended()).isTrue();
        assertThat(names(target)).containsExactly("HQ1", "Branch1", "Branch2");
        assertThat(threadWithFrames(target)).as("before the first event no router has one").isEmpty();

        IThread first = stepInto(target);
        IThread second = stepInto(target);
        assertThat(first.getStackFrames()).isEmpty();
        assertThat(second.getStackFrames()).isNotEmpty();
    }

    @Test
    void theRegistrationShowsItsPacketTheNhrpCacheAndTheLineOfTheModel() throws Exception {
        Ui.run(() -> new SimulationLaunchShortcut().launch(new StructuredSelection(file), ILaunchManager.DEBUG_MODE));
        IDebugTarget target = waitForLaunch().getDebugTarget();

        IThread hub = stepUntil(target, "HQ1", "NHRP", "Registration Request");

        IStackFrame event = hub.getTopStackFrame();
        assertThat(variableNames(event)).contains("NHRP cache");
        assertThat(Arrays.stream(hub.getStackFrames()).map(SimulationTest::name)).anyMatch(name -> name.contains("GRE"));
        assertThat(event.getLineNumber()).isBetween(1, Models.PHASE_3.split("\n").length);
        Ui.waitUntil("the line of the model to be highlighted", () -> highlightedLine().isPresent());
    }

    private static ILaunch waitForLaunch() {
        return Ui.waitFor("the launch", () -> Arrays.stream(DebugPlugin.getDefault().getLaunchManager().getLaunches())
                .filter(launch -> launch.getDebugTarget() != null || launch.getProcesses().length > 0)
                .findFirst());
    }

    private static IThread stepUntil(IDebugTarget target, String router, String protocol, String message)
            throws Exception {
        for (int step = 0; step < 500; step++) {
            IThread inHand = stepInto(target);
            String frame = inHand.getTopStackFrame().getName();
            if (inHand.getName().equals(router) && frame.startsWith(protocol) && frame.contains(message)) {
                return inHand;
            }
        }
        throw new AssertionError("No event " + protocol + " " + message + " on " + router + " in 500 steps");
    }

    private static IThread stepInto(IDebugTarget target) throws Exception {
        target.getThreads()[0].stepInto();
        Ui.waitUntil("the step to end", target::isSuspended);
        return threadWithFrames(target).orElseThrow(() -> new AssertionError("No router has the event in hand"));
    }

    private static Optional<IThread> threadWithFrames(IDebugTarget target) throws Exception {
        for (IThread thread : target.getThreads()) {
            if (thread.hasStackFrames()) {
                return Optional.of(thread);
            }
        }
        return Optional.empty();
    }

    private static List<String> names(IDebugTarget target) throws Exception {
        List<String> names = new ArrayList<>();
        for (IThread thread : target.getThreads()) {
            names.add(thread.getName());
        }
        return names;
    }

    private static String name(IStackFrame frame) {
        try {
            return frame.getName();
        } catch (Exception gone) {
            throw new AssertionError(gone);
        }
    }

    private static List<String> variableNames(IStackFrame frame) throws Exception {
        List<String> names = new ArrayList<>();
        for (IVariable variable : frame.getVariables()) {
            names.add(variable.getName());
        }
        return names;
    }

    private static Optional<Position> highlightedLine() {
        if (!(ModelProject.page().getActiveEditor() instanceof ITextEditor editor)) {
            return Optional.empty();
        }
        IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            Annotation annotation = all.next();
            if (annotation.getType().startsWith("org.eclipse.debug.ui.currentIP")
                    || annotation.getType().startsWith("org.eclipse.debug.ui.secondaryIP")) {
                return Optional.of(model.getPosition(annotation));
            }
        }
        return Optional.empty();
    }

    private static Optional<Table> timeline() {
        return Ui.controls(ModelProject.page().getWorkbenchWindow().getShell(), Table.class).stream()
                .filter(table -> table.getColumnCount() == 6 && table.getColumn(0).getText().equals("Time"))
                .findFirst();
    }

    private static List<String> texts(Table table) {
        List<String> lines = new ArrayList<>();
        for (TableItem item : table.getItems()) {
            item.getText(); // a virtual table fills an item when it is asked for
            lines.add(item.getText(0) + " " + item.getText(1) + " " + item.getText(2) + " " + item.getText(3));
        }
        return lines;
    }
}
