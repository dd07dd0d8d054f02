package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.ui.debug.EventBreakpoint;
import dmvpn.sim.ui.debug.ModelLineBreakpoint;
import dmvpn.sim.ui.debug.SimulationBreakpoint;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.ui.tests.driver.DebugViews;
import dmvpn.ui.tests.driver.DebuggedProject;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Simulations;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.ui.actions.ExportBreakpointsOperation;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTargetExtension2;
import org.eclipse.debug.ui.actions.ImportBreakpointsOperation;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
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

    private static void toggleAt(ITextEditor editor, IDocument document, int line) {
        Ui.run(() -> Adapters.adapt(editor, IToggleBreakpointsTarget.class)
                .toggleLineBreakpoints(editor, new TextSelection(document, document.getLineOffset(line), 0)));
    }
}
