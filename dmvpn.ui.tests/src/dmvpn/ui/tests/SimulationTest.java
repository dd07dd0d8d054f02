package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.debug.DebugSession;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.sim.ui.launch.SimulationLaunchShortcut;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Running and debugging a model from the workbench. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class SimulationTest {

    private ModelProject project;
    private IFile file;

    @BeforeEach
    void createProject() throws Exception {
        project = new ModelProject("simulation");
        file = project.file("net.dmvpn", Models.PHASE_3);
        Ui.run(Workbench::showPerspective);
    }

    @AfterEach
    void endLaunches() throws Exception {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        for (ILaunch launch : manager.getLaunches()) {
            launch.terminate();
            Ui.waitUntil("the launch to end", launch::isTerminated);
            Ui.waitUntilIdle();
            manager.removeLaunch(launch);
        }
        project.close();
    }

    @Test
    void runAsFillsTheTimeline() {
        launch(ILaunchManager.RUN_MODE);

        ILaunch launch = waitForLaunch();
        Ui.waitUntil("the end of the run", launch::isTerminated);
        List<String> messages = Ui.waitFor("all events", () -> timeline().map(SimulationTest::texts)
                .filter(lines -> lines.stream().anyMatch(line -> line.contains("Traffic Indication"))));
        assertThat(messages.get(0)).startsWith("0.000 HQ1 Device power on");
        assertThat(messages).anyMatch(line -> line.startsWith("1.000 Branch1 NHRP Registration Request sent"));
        assertThat(messages).anyMatch(line -> line.contains("IKEv2 IKE_AUTH request sent"));
        assertThat(messages).anyMatch(line -> line.contains("EIGRP Update"));
        ModelProject.open(file);
        Screenshots.take("run-timeline");
    }

    @Test
    void aRunIsAsLongAsThePreferencesSay() {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("dmvpn.sim.ui");
        preferences.put("length", "20s");
        try {
            launch(ILaunchManager.RUN_MODE);
            Ui.waitUntil("the end of the run", waitForLaunch()::isTerminated);
            Table timeline = Ui.waitFor("events", () -> timeline().filter(table -> table.getItemCount() > 0));
            Ui.waitUntilIdle();

            List<String> lines = Ui.get(() -> texts(timeline));
            double last = Double.parseDouble(lines.getLast().split(" ")[0]);
            assertThat(last).isBetween(1.0, 20.0);
        } finally {
            preferences.remove("length");
        }
    }

    @Test
    void keepAlivesHaveRowsAndAreSteppedToOnceTheViewIsToldToShowThem() throws Exception {
        launch(ILaunchManager.RUN_MODE);
        Ui.waitUntil("the end of the run", waitForLaunch()::isTerminated);
        Table timeline = Ui.waitFor("events", () -> timeline().filter(table -> table.getItemCount() > 0));
        Ui.waitUntilIdle();
        List<String> hidden = Ui.get(() -> texts(timeline));
        assertThat(hidden).noneMatch(line -> line.contains("EIGRP Ack") || line.contains("EIGRP Hello received"));
        Ui.run(() -> {
            timeline.setSelection(hidden.indexOf("1.000 Branch1 NHRP Registration Request sent"));
            timeline.notifyListeners(SWT.Selection, new Event());
        });

        showKeepAlives(true);
        try {
            Table shown = Ui.waitFor("more rows", () -> timeline().filter(table -> table.getItemCount() > hidden.size()));
            List<String> whole = Ui.get(() -> texts(shown));
            assertThat(whole).contains("5.000 HQ1 EIGRP Hello sent", "5.010 Branch1 EIGRP Hello received")
                    .anyMatch(line -> line.endsWith("EIGRP Ack sent")).containsSubsequence(hidden);
            assertThat(Ui.get(() -> whole.get(shown.getSelectionIndex()))).as("the selection stays on its event")
                    .isEqualTo("1.000 Branch1 NHRP Registration Request sent");
            Screenshots.take("timeline-keepalives");

            launch(ILaunchManager.DEBUG_MODE);
            IDebugTarget target = Ui.waitFor("the debugged launch", SimulationTest::debugTarget);
            stepUntil(target, "HQ1", "EIGRP Hello received");
        } finally {
            showKeepAlives(false);
        }
        Ui.waitUntil("the rows of the debugged run without keep-alives", () -> timeline().filter(table ->
                table.getItemCount() > 0 && texts(table).stream().noneMatch(line -> line.contains("Hello received"))).isPresent());
    }

    private static Optional<IDebugTarget> debugTarget() {
        return Arrays.stream(DebugPlugin.getDefault().getLaunchManager().getLaunches())
                .map(ILaunch::getDebugTarget).filter(Objects::nonNull).findFirst();
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

    @Test
    void theRunCommandSimulatesTheModelInTheActiveEditor() throws Exception {
        ITextEditor editor = ModelProject.open(file);
        Ui.run(editor::setFocus);
        assertThat(Ui.get(() -> PlatformUI.getWorkbench().getService(IBindingService.class)
                .getBestActiveBindingFormattedFor("dmvpn.sim.ui.shortcut.run"))).isEqualTo("Shift+Alt+X D");

        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.shortcut.run"));

        Ui.waitUntil("the end of the run", waitForLaunch()::isTerminated);
        Ui.waitUntil("events", () -> timeline().filter(table -> table.getItemCount() > 0).isPresent());
    }

    @Test
    void openingARowOfTheTimelineShowsTheLineOfTheModel() {
        launch(ILaunchManager.RUN_MODE);
        Ui.waitUntil("the end of the run", waitForLaunch()::isTerminated);
        Table timeline = Ui.waitFor("events", () -> timeline().filter(table -> table.getItemCount() > 0));
        Ui.run(() -> {
            int registration = texts(timeline).indexOf("1.000 Branch1 NHRP Registration Request sent");
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
        launch(ILaunchManager.DEBUG_MODE);

        IDebugTarget target = waitForLaunch().getDebugTarget();
        assertThat(target.isSuspended()).isTrue();
        assertThat(session(target).eventIndex()).isEqualTo(DebugSession.BEFORE_FIRST_EVENT);
        assertThat(names(target)).containsExactly("HQ1", "Branch1", "Branch2");
        assertThat(threadInHand(target)).as("before the first event no router has one").isEmpty();
        Ui.waitUntil("the routers in the Debug view", () -> {
            List<String> items = new ArrayList<>();
            debugTree().ifPresent(tree -> collect(tree.getItems(), items));
            return items.contains("HQ1") && items.contains("Branch1") && items.contains("Branch2");
        });
    }

    @Test
    void stepIntoWalksEventByEventInTheOrderOfTheTrace() throws Exception {
        launch(ILaunchManager.DEBUG_MODE);
        IDebugTarget target = waitForLaunch().getDebugTarget();

        for (int event = 0; event < 60; event++) {
            IThread inHand = stepInto(target);

            RecordedEvent recorded = session(target).event().orElseThrow();
            assertThat(recorded.keepAlive()).isFalse();
            assertThat(session(target).rowCount(recorded.index())).isEqualTo(event);
            assertThat(inHand.getName()).isEqualTo(recorded.nodeName());
            assertThat(inHand.getTopStackFrame().getName()).isEqualTo(recorded.protocol() + " " + recorded.message());
        }
        Ui.waitUntil("the timeline to show what has happened, and no more",
                () -> timeline().filter(table -> table.getItemCount() == 60 && table.getSelectionIndex() == 59).isPresent());
    }

    @Test
    void stepOverGoesToTheNextEventOfTheSameRouter() throws Exception {
        launch(ILaunchManager.DEBUG_MODE);
        IDebugTarget target = waitForLaunch().getDebugTarget();
        IThread branch = target.getThreads()[1];

        for (int step = 0; step < 10; step++) {
            branch.stepOver();
            Ui.waitUntil("the step to end", target::isSuspended);
            assertThat(threadInHand(target)).contains(branch);
        }
    }

    @Test
    void theRegistrationShowsItsPacketTheNhrpCacheAndTheLineOfTheModel() throws Exception {
        launch(ILaunchManager.DEBUG_MODE);
        IDebugTarget target = waitForLaunch().getDebugTarget();

        IThread hub = stepUntil(target, "HQ1", "NHRP Registration Request received");

        IStackFrame event = hub.getTopStackFrame();
        assertThat(Arrays.stream(hub.getStackFrames()).map(SimulationTest::name))
                .containsExactly("NHRP Registration Request received", "NHRP", "GRE", "ESP", "IPv4");
        assertThat(value(event, "packet").getValueString()).startsWith("Registration Request, received on");
        IValue cache = value(event, "NHRP cache");
        assertThat(cache.getVariables()[0].getName()).isEqualTo("10.255.0.11/32");
        assertThat(event.getLineNumber()).isEqualTo(Models.lineOf("join Corp as 10.255.0.1\n"));
        Ui.waitUntil("the line of the model to be highlighted", () -> highlightedLine()
                .filter(line -> Models.PHASE_3.startsWith("  join Corp as 10.255.0.1\n", line.getOffset())).isPresent());
        Ui.waitUntil("packet and cache under Variables", () -> variables().contains("NHRP cache=1 entry")
                && variables().stream().anyMatch(variable -> variable.startsWith("packet=Registration Request")));
        Screenshots.take("debug-registration");
    }

    @Test
    void theHighlightedLineFollowsTheEventsFromRouterToRouter() throws Exception {
        launch(ILaunchManager.DEBUG_MODE);
        IDebugTarget target = waitForLaunch().getDebugTarget();

        for (int event = 0; event < 25; event++) {
            stepInto(target);
            int line = session(target).event().orElseThrow().origin().line();
            Ui.waitUntil("line " + line + " to be highlighted for event " + event,
                    () -> highlightedLine().filter(place -> Models.PHASE_3.substring(0, place.getOffset()).lines().count() + 1 == line)
                            .isPresent());
        }
    }

    @Test
    void theStateOfEveryRouterCanBeLookedAtAtAnyEvent() throws Exception {
        launch(ILaunchManager.DEBUG_MODE);
        IDebugTarget target = waitForLaunch().getDebugTarget();

        stepUntil(target, "HQ1", "NHRP Registration Request received");

        IStackFrame other = target.getThreads()[2].getTopStackFrame();
        assertThat(value(other, "NHRP cache").getVariables()[0].getName()).isEqualTo("10.255.0.1/32");
        assertThat(other.getLineNumber()).isEqualTo(Models.lineOf("spoke Branch[1..2]"));
        Ui.waitUntil("the frame of the router in the Debug view", () -> debugTree()
                .flatMap(tree -> find(tree, "Branch2", DebugSession.NO_EVENT)).isPresent());
        Ui.run(() -> select(debugTree().orElseThrow(), "Branch2", DebugSession.NO_EVENT));
        Ui.waitUntil("the line of the router to be highlighted", () -> highlightedLine()
                .filter(line -> Models.PHASE_3.startsWith("spoke Branch[1..2]", line.getOffset())).isPresent());
        Ui.waitUntil("its next-hop server under Variables", () -> variables().contains("NHRP next-hop servers=1 entry"));
        Screenshots.take("debug-other-router");
    }

    @Test
    void resumeRunsToTheEndAndTerminateEndsADebuggedRun() throws Exception {
        launch(ILaunchManager.DEBUG_MODE);
        ILaunch launch = waitForLaunch();
        IDebugTarget target = launch.getDebugTarget();

        target.resume();
        Ui.waitUntil("the end of the run", () -> target.isSuspended() && !target.canResume());
        assertThat(session(target).isFinished()).isTrue();

        target.terminate();
        Ui.waitUntil("the end of the launch", launch::isTerminated);
    }

    @Test
    void aModelWithErrorsIsNotStartedAndTheReasonIsSaid() throws Exception {
        IFile broken = project.file("broken.dmvpn", Models.PHASE_3.replace("via HQ1", "via Nobody"));
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

    private void launch(String mode) {
        Ui.run(() -> new SimulationLaunchShortcut().launch(new StructuredSelection(file), mode));
    }

    private static DebugSession session(IDebugTarget target) {
        return ((SimulationDebugTarget) target).session();
    }

    private static ILaunch waitForLaunch() {
        return Ui.waitFor("the launch", () -> Arrays.stream(DebugPlugin.getDefault().getLaunchManager().getLaunches())
                .filter(launch -> launch.getDebugTarget() != null || launch.getProcesses().length > 0)
                .findFirst());
    }

    private static IThread stepUntil(IDebugTarget target, String router, String event) throws Exception {
        for (int step = 0; step < 500; step++) {
            IThread inHand = stepInto(target);
            if (inHand.getName().equals(router) && inHand.getTopStackFrame().getName().equals(event)) {
                return inHand;
            }
        }
        throw new AssertionError("No event " + event + " on " + router + " in 500 steps");
    }

    private static IThread stepInto(IDebugTarget target) throws Exception {
        target.getThreads()[0].stepInto();
        Ui.waitUntil("the step to end", target::isSuspended);
        return threadInHand(target).orElseThrow(() -> new AssertionError("No router has the event in hand"));
    }

    private static Optional<IThread> threadInHand(IDebugTarget target) throws Exception {
        for (IThread thread : target.getThreads()) {
            if (thread.hasStackFrames() && !thread.getTopStackFrame().getName().equals(DebugSession.NO_EVENT)) {
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

    private static IValue value(IStackFrame frame, String name) throws Exception {
        for (IVariable variable : frame.getVariables()) {
            if (variable.getName().equals(name)) {
                return variable.getValue();
            }
        }
        throw new AssertionError("No variable '" + name + "'");
    }

    private static List<String> variables() {
        return Ui.controls(ModelProject.page().getWorkbenchWindow().getShell(), Tree.class).stream()
                .filter(tree -> tree.getColumnCount() >= 2 && tree.getColumn(0).getText().equals("Name"))
                .flatMap(tree -> Arrays.stream(tree.getItems()))
                .map(item -> item.getText(0) + "=" + item.getText(1))
                .toList();
    }

    private static void select(Tree tree, String parent, String child) {
        TreeItem item = find(tree, parent, child).orElseThrow();
        tree.setSelection(item);
        Event event = new Event();
        event.item = item;
        tree.notifyListeners(SWT.Selection, event);
    }

    private static Optional<TreeItem> find(Tree tree, String parent, String child) {
        return Arrays.stream(tree.getItems()).flatMap(launch -> Arrays.stream(launch.getItems()))
                .flatMap(target -> Arrays.stream(target.getItems()))
                .filter(router -> router.getText().equals(parent)).flatMap(router -> Arrays.stream(router.getItems()))
                .filter(frame -> frame.getText().equals(child)).findFirst();
    }

    private static Optional<Tree> debugTree() {
        return Ui.controls(ModelProject.page().getWorkbenchWindow().getShell(), Tree.class).stream()
                .filter(tree -> Arrays.stream(tree.getItems()).anyMatch(item -> item.getText().contains("[DMVPN Simulation]")))
                .findFirst();
    }

    private static void collect(TreeItem[] items, List<String> texts) {
        for (TreeItem item : items) {
            texts.add(item.getText());
            collect(item.getItems(), texts);
        }
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
