package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.ui.debug.EventBreakpoint;
import dmvpn.sim.ui.debug.ModelLineBreakpoint;
import dmvpn.sim.ui.debug.OpenText;
import dmvpn.sim.ui.debug.SimulationBreakpoint;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.ui.tests.driver.DebugViews;
import dmvpn.ui.tests.driver.DebuggedProject;
import dmvpn.ui.tests.driver.Dialogs;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Simulations;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.ui.actions.ExportBreakpointsOperation;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTargetExtension2;
import org.eclipse.debug.ui.actions.ImportBreakpointsOperation;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextSelection;
import org.eclipse.jface.text.source.IVerticalRulerInfo;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Breakpoints in their view, in the ruler, and in files. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class BreakpointsTest {

    @RegisterExtension
    final DebuggedProject debugged = new DebuggedProject(Models.PHASE_3);

    private static final String VIEW = "org.eclipse.debug.ui.BreakpointView";

    @TempDir
    private Path folder;

    private static SimulationBreakpoint breakOn(String text) {
        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.addBreakpoint", Map.of("dmvpn.sim.ui.addBreakpoint.text", text)));
        return (SimulationBreakpoint) Simulations.breakpoints()[Simulations.breakpoints().length - 1];
    }

    private ModelLineBreakpoint breakOnLine(String text) throws Exception {
        ModelLineBreakpoint breakpoint = new ModelLineBreakpoint(debugged.model(), Models.lineOf(text));
        DebugPlugin.getDefault().getBreakpointManager().addBreakpoint(breakpoint);
        return breakpoint;
    }

    private static void select(IBreakpoint breakpoint) {
        IViewPart view = Ui.get(() -> ModelProject.page().showView(VIEW));
        Ui.waitUntilIdle();
        Ui.run(() -> view.getSite().getSelectionProvider().setSelection(new StructuredSelection(breakpoint)));
    }

    private static Text field(String example) {
        return Ui.waitFor("the field of " + example, () -> Ui.controls(ModelProject.page().getWorkbenchWindow().getShell(), Text.class).stream()
                .filter(each -> each.getMessage().startsWith(example)).findFirst());
    }

    /** Types into a field and presses Enter. */
    private static void type(String example, String text) {
        Text field = field(example);
        Ui.run(() -> {
            field.setText(text);
            field.notifyListeners(SWT.DefaultSelection, new Event());
        });
    }

    @Test
    void theDetailsOfTheSelectedBreakpointAreSaidBelowTheList() throws Exception {
        SimulationDebugTarget target = Simulations.debug(debugged.model());
        EventBreakpoint breakpoint = (EventBreakpoint) breakOn("event NHRP \"Registration Request\"");
        select(breakpoint);

        type("any", "HQ1");
        type("such as Branch1.nhrp", "time > 1s and");
        assertThat(breakpoint.title()).as("half an expression is not kept").isEqualTo("event NHRP \"Registration Request\" of HQ1");
        type("such as Branch1.nhrp", "time > 1s");
        Combo direction = Ui.get(() -> Ui.controls(ModelProject.page().getWorkbenchWindow().getShell(), Combo.class).stream()
                .filter(combo -> List.of(combo.getItems()).contains("received")).findFirst().orElseThrow());
        Ui.run(() -> {
            direction.select(2);
            direction.notifyListeners(SWT.DefaultSelection, new Event());
        });

        assertThat(breakpoint.title()).isEqualTo("event NHRP \"Registration Request\" received of HQ1 when time > 1s");
        Simulations.resume(target);
        assertThat(Simulations.at(target)).isEqualTo("HQ1 NHRP Registration Request received");
        String title = breakpoint.title();
        Ui.waitUntil("the list to say it", () -> DebugViews.items().anyMatch(title::equals));
        Screenshots.take("breakpoint-details");
    }

    @Test
    void aLineBreakpointMayBeOfOneRouterOnly() throws Exception {
        ModelLineBreakpoint breakpoint = breakOnLine("spoke Branch[1..2]");
        SimulationDebugTarget target = Simulations.debug(debugged.model());
        select(breakpoint);
        type("any", "Branch2");

        Simulations.resume(target);

        assertThat(target.session().event().orElseThrow().nodeName()).isEqualTo("Branch2");
        assertThat(breakpoint.title()).endsWith("] of Branch2");
    }

    @Test
    void breakpointsAreExportedAndImportedWithAllThatTheySay() throws Exception {
        breakOn("event NHRP \"Registration Request\" received of HQ1 hits 2");
        breakOn("change HQ1.nhrp.count when time > 1s");
        ModelLineBreakpoint line = breakOnLine("spoke Branch[1..2]");
        line.say(line.details().orElseThrow().of("Branch1"));
        line.setEnabled(false);
        List<String> before = said();
        String exported = folder.resolve("breakpoints.bkpt").toString();
        new ExportBreakpointsOperation(Simulations.breakpoints(), exported).run(new NullProgressMonitor());
        Simulations.removeBreakpoints();

        new ImportBreakpointsOperation(exported, true, false).run(new NullProgressMonitor());

        Ui.waitUntil("the breakpoints", () -> Simulations.breakpoints().length == before.size());
        assertThat(said()).containsExactlyInAnyOrderElementsOf(before);
    }

    private static List<String> said() throws Exception {
        List<String> all = new ArrayList<>();
        for (IBreakpoint breakpoint : Simulations.breakpoints()) {
            all.add(((SimulationBreakpoint) breakpoint).title() + " " + breakpoint.isEnabled());
        }
        return all;
    }

    @Test
    void aDoubleClickWithCtrlInTheRulerSwitchesABreakpointOffAndOn() throws Exception {
        ModelLineBreakpoint breakpoint = breakOnLine("spoke Branch[1..2]");
        ITextEditor editor = ModelProject.open(debugged.model());
        IDocument document = Ui.get(() -> Workbench.document(editor));
        TextSelection line = new TextSelection(document, document.getLineOffset(Models.lineOf("spoke Branch[1..2]") - 1), 0);
        IToggleBreakpointsTargetExtension2 ruler = (IToggleBreakpointsTargetExtension2) Adapters.adapt(editor, IToggleBreakpointsTarget.class);
        Event click = new Event();
        click.stateMask = SWT.MOD1;

        Ui.run(() -> ruler.toggleBreakpointsWithEvent(editor, line, click));
        assertThat(breakpoint.isEnabled()).isFalse();
        Ui.run(() -> ruler.toggleBreakpointsWithEvent(editor, line, click));
        assertThat(breakpoint.isEnabled()).isTrue();
        click.stateMask = 0;
        Ui.run(() -> ruler.toggleBreakpointsWithEvent(editor, line, click));
        assertThat(Simulations.breakpoints()).isEmpty();
    }

    @Test
    void aDoubleClickWithShiftInTheRulerOpensThePropertiesOfTheBreakpoint() throws Exception {
        ModelLineBreakpoint breakpoint = breakOnLine("spoke Branch[1..2]");
        ITextEditor editor = ModelProject.open(debugged.model());
        IDocument document = Ui.get(() -> Workbench.document(editor));
        TextSelection line = new TextSelection(document, document.getLineOffset(Models.lineOf("spoke Branch[1..2]") - 1), 0);
        IToggleBreakpointsTargetExtension2 ruler = (IToggleBreakpointsTargetExtension2) Adapters.adapt(editor, IToggleBreakpointsTarget.class);
        Event click = new Event();
        click.stateMask = SWT.MOD2;

        try (Dialogs properties = Dialogs.open(() -> ruler.toggleBreakpointsWithEvent(editor, line, click))) {
            assertThat(Ui.get(() -> properties.shell().getText())).startsWith("Properties for");
            Screenshots.take("breakpoint-properties-of-line");
            Text hits = Ui.get(() -> Ui.controls(properties.shell(), Text.class).stream().filter(text -> text.getMessage().equals("1")).findFirst()
                    .orElseThrow(() -> new AssertionError("no field of the first hit that stops")));
            Ui.run(() -> hits.setText("2"));
            properties.press("Apply and Close").awaitEnd();
        }

        assertThat(breakpoint.getMarker().exists()).isTrue();
        assertThat(breakpoint.details().orElseThrow().hits()).isEqualTo("2");
    }

    @Test
    void aBreakpointGoesWithItsLineWhenThatIsDeletedAndSaved() throws Exception {
        ITextEditor editor = ModelProject.open(debugged.model());
        IDocument document = Ui.get(() -> Workbench.document(editor));
        int line = Models.lineOf("spoke Branch[1..2]") - 1;
        toggleAt(editor, document, line);
        toggleAt(editor, document, Models.lineOf("hub HQ1") - 1);
        assertThat(Simulations.breakpoints()).hasSize(2);
        SimulationDebugTarget target = Simulations.debug(debugged.model());

        Ui.run(() -> document.replace(document.getLineOffset(line), document.getLineLength(line), ""));
        Ui.run(() -> editor.doSave(new NullProgressMonitor()));

        Ui.waitUntil("the breakpoint to be gone", () -> Simulations.breakpoints().length == 1);
        assertThat(((ModelLineBreakpoint) Simulations.breakpoints()[0]).getLineNumber()).as("the other one").isEqualTo(Models.lineOf("hub HQ1"));
        Simulations.resume(target);
        assertThat(target.session().event().orElseThrow().nodeName()).as("where it still stops").isEqualTo("HQ1");
    }

    private static boolean isBranch(RecordedEvent event) {
        return event.nodeName().matches("Branch\\d");
    }

    @Test
    void aBreakpointThatHasMovedWithItsLineStopsARunThatWasStartedBeforeWhereTheLineWas() throws Exception {
        ITextEditor editor = ModelProject.open(debugged.model());
        IDocument document = Ui.get(() -> Workbench.document(editor));
        int line = Models.lineOf("spoke Branch[1..2]");
        toggleAt(editor, document, line - 1);
        SimulationDebugTarget target = Simulations.debug(debugged.model());
        Ui.run(() -> document.replace(0, 0, "// one\n// two\n// three\n"));

        Simulations.resume(target);
        assertThat(Simulations.at(target)).as("before the model is saved").isEqualTo("Branch1 Device power on");
        int first = target.session().eventIndex();
        Ui.run(() -> editor.doSave(new NullProgressMonitor()));
        Ui.waitUntil("the breakpoint to move", () -> ((ModelLineBreakpoint) Simulations.breakpoints()[0]).getLineNumber() == line + 3);
        Simulations.resume(target);

        RecordedEvent second = target.session().event().orElseThrow();
        assertThat(isBranch(second)).isTrue();
        assertThat(IntStream.range(first + 1, second.index()).mapToObj(target.session().knownTrace()::event).filter(event -> !event.keepAlive()))
                .as("passed over").noneMatch(BreakpointsTest::isBranch);
        toggleAt(editor, document, 0);
        Ui.waitUntil("it is said of a line that is new", () -> console().contains("What stands in line 1 was written since the simulation was started"));
    }

    private static String console() {
        return Arrays.stream(ConsolePlugin.getDefault().getConsoleManager().getConsoles()).filter(TextConsole.class::isInstance)
                .map(console -> ((TextConsole) console).getDocument().get()).collect(Collectors.joining());
    }

    @Test
    void aBreakpointIsTakenAwayWhereItIsSeenAlsoInATextThatIsNotSaved() {
        ITextEditor editor = ModelProject.open(debugged.model());
        IDocument document = Ui.get(() -> Workbench.document(editor));
        int line = Models.lineOf("spoke Branch[1..2]") - 1;
        toggleAt(editor, document, line);
        Ui.waitUntil("the sign", () -> OpenText.of(debugged.model()).orElseThrow().lineOf(Simulations.breakpoints()[0].getMarker()).isPresent());
        Ui.run(() -> document.replace(0, 0, "// another line\n"));

        toggleAt(editor, document, line + 1);

        assertThat(Simulations.breakpoints()).isEmpty();
    }

    @Test
    void whoLaunchesAModelIsNotStoppedByABreakpointOfAnotherOne() throws Exception {
        breakOn("event NHRP of HQ1");
        IFile other = debugged.project().file("other.dmvpn", Models.PHASE_3.replace("HQ1", "Centre"));
        ErrorDialog.AUTOMATED_MODE = false; // the test harness of the platform suppresses messages
        try {
            SimulationDebugTarget target = Simulations.debug(other);

            Ui.waitUntil("it in the console", () -> console().contains("The breakpoint 'event NHRP of HQ1' stops nothing in other.dmvpn: "));
            Simulations.stepInto(target);
            assertThat(Ui.get(() -> Workbench.shellThatSays("stops nothing"))).isEmpty();

            breakOn("event NHRP of Nobody");
            Shell message = Ui.waitFor("what is said to who sets one", () -> Workbench.shellThatSays("The breakpoint 'event NHRP of Nobody' stops nothing"));
            Ui.run(message::close);
        } finally {
            ErrorDialog.AUTOMATED_MODE = true;
        }
    }

    @Test
    void whatIsTypedOfABreakpointCountsOnceACommandIsGiven() throws Exception {
        SimulationDebugTarget target = Simulations.debug(debugged.model());
        EventBreakpoint breakpoint = (EventBreakpoint) breakOn("event NHRP \"Registration Request\"");
        select(breakpoint);
        Text router = field("any");
        Ui.waitUntil("the simulation to be resumable", () -> Workbench.isEnabled("org.eclipse.debug.ui.commands.Resume"));

        Ui.run(() -> {
            router.setFocus();
            router.setText("HQ1");
            Workbench.execute("org.eclipse.debug.ui.commands.Resume");
        });

        Ui.waitUntil("the stop", () -> target.isSuspended() && target.session().event().isPresent());
        assertThat(Simulations.at(target)).isEqualTo("HQ1 NHRP Registration Request received");
        assertThat(breakpoint.title()).endsWith(" of HQ1");
    }

    @Test
    void aDoubleClickInTheRulerSetsABreakpointSwitchesItOffAndTakesItAway() throws Exception {
        ITextEditor editor = ModelProject.open(debugged.model());
        int line = Models.lineOf("spoke Branch[1..2]");

        Ui.run(() -> doubleClickInRuler(editor, line, SWT.NONE));
        Ui.waitUntil("the breakpoint", () -> Simulations.breakpoints().length == 1);
        assertThat(((ModelLineBreakpoint) Simulations.breakpoints()[0]).getLineNumber()).isEqualTo(line);

        Ui.run(() -> doubleClickInRuler(editor, line, SWT.MOD1));
        Ui.waitUntil("it to be off", () -> !Simulations.breakpoints()[0].isEnabled());

        Ui.run(() -> doubleClickInRuler(editor, line, SWT.NONE));
        Ui.waitUntil("it to be gone", () -> Simulations.breakpoints().length == 0);
    }

    private static void doubleClickInRuler(ITextEditor editor, int line, int keys) {
        StyledText text = Workbench.text(editor);
        int offset = text.getOffsetAtLine(line - 1);
        editor.selectAndReveal(offset, 0);
        Control ruler = editor.getAdapter(IVerticalRulerInfo.class).getControl();
        Canvas signs = Ui.controls(ruler, Canvas.class).stream().filter(column -> column != ruler).findFirst().orElseThrow();
        for (int type : new int[] {SWT.MouseDown, SWT.MouseUp, SWT.MouseDown, SWT.MouseDoubleClick, SWT.MouseUp}) {
            Event click = new Event();
            click.button = 1;
            click.count = 2;
            click.stateMask = keys;
            click.x = 2;
            click.y = text.getLocationAtOffset(offset).y + text.getLineHeight(offset) / 2;
            signs.notifyListeners(type, click);
        }
    }

    private static void toggleAt(ITextEditor editor, IDocument document, int line) {
        Ui.run(() -> Adapters.adapt(editor, IToggleBreakpointsTarget.class)
                .toggleLineBreakpoints(editor, new TextSelection(document, document.getLineOffset(line), 0)));
    }
}
