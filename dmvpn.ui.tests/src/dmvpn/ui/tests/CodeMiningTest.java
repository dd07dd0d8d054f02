package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.execute;
import static dmvpn.ui.tests.driver.Workbench.text;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.ISourceViewerExtension2;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** Run, debug and the last verdict above scenarios. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class CodeMiningTest {

    private static final String TWO_SCENARIOS = Models.PHASE_3 + """

            scenario Other {
              seed 1  duration 20s
              expect at 10s path Branch[1].lan to Branch[2].lan is direct
            }
            """;

    private ModelProject project;

    @BeforeEach
    void createProject(TestInfo test) throws Exception {
        Ui.run(Workbench::showPerspective);
        // The verdict on a file is remembered while the workbench runs: each test has a file of its own.
        project = new ModelProject(test.getTestMethod().orElseThrow().getName());
    }

    @AfterEach
    void deleteProject() throws Exception {
        ILaunchManager launches = DebugPlugin.getDefault().getLaunchManager();
        for (ILaunch launch : launches.getLaunches()) {
            if (launch.canTerminate()) {
                launch.terminate();
            }
        }
        Ui.waitUntilIdle(); // the Debug view may be about to show a launch, with its configuration
        launches.removeLaunches(launches.getLaunches());
        Ui.waitUntilIdle();
        for (ILaunchConfiguration configuration : launches.getLaunchConfigurations()) {
            configuration.delete();
        }
        project.close();
    }

    @Test
    void aScenarioIsRunFromTheLineAboveItAndItsVerdictIsShownThere() throws Exception {
        ITextEditor editor = ModelProject.open(project.file("net.dmvpn", TWO_SCENARIOS));
        List<ICodeMining> minings = minings(editor, 4);
        assertThat(minings).extracting(ICodeMining::getLabel).containsExactly("▶ Run", "▶ Debug", "▶ Run", "▶ Debug");
        Ui.run(() -> editor.selectAndReveal(TWO_SCENARIOS.length(), 0));
        Screenshots.take("lenses");

        Ui.run(() -> click(editor, minings.get(2)));

        ILaunch launch = Ui.waitFor("the end of the run", () -> launches().stream().filter(ILaunch::isTerminated).findFirst());
        assertThat(launch.getLaunchMode()).isEqualTo(ILaunchManager.RUN_MODE);
        assertThat(launch.getProcesses()[0].getLabel()).isEqualTo("net.dmvpn Other");
        assertThat(minings(editor, 5)).extracting(ICodeMining::getLabel).contains("failed: 0 of 1 expectations met");
        Ui.waitUntilIdle();
        Screenshots.take("verdict");
    }

    @Test
    void theScenarioAtTheCaretIsDebuggedByKey() throws Exception {
        ITextEditor editor = ModelProject.open(project.file("net.dmvpn", TWO_SCENARIOS));
        minings(editor, 4);
        Ui.run(() -> {
            PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().forceActive();
            editor.setFocus();
            text(editor).forceFocus();
            editor.selectAndReveal(TWO_SCENARIOS.indexOf("duration 20s"), 0);
        });
        assertThat(Ui.get(() -> Keys.of("dmvpn.dsl.ui.debugScenarioAtCaret"))).isEqualTo("Shift+Alt+D S");

        Ui.run(() -> execute("dmvpn.dsl.ui.debugScenarioAtCaret"));

        ILaunch launch = Ui.waitFor("the debugger", () -> launches().stream().filter(each -> each.getDebugTarget() != null).findFirst());
        assertThat(launch.getDebugTarget().getName()).isEqualTo("net.dmvpn Other");
    }

    @Test
    void outsideOfAScenarioTheStatusLineSaysSo() throws Exception {
        ITextEditor editor = ModelProject.open(project.file("net.dmvpn", TWO_SCENARIOS));
        minings(editor, 4);
        Ui.run(() -> {
            editor.setFocus();
            editor.selectAndReveal(0, 0);
            execute("dmvpn.dsl.ui.runScenarioAtCaret");
        });

        Ui.waitUntil("the message", () -> Workbench.statusLine().contains("The caret is in no scenario"));
        assertThat(launches()).isEmpty();
    }

    private static List<ILaunch> launches() {
        return List.of(DebugPlugin.getDefault().getLaunchManager().getLaunches());
    }

    private static void click(ITextEditor editor, ICodeMining mining) {
        Event event = new Event();
        event.widget = text(editor);
        event.button = 1;
        event.type = SWT.MouseDown;
        mining.getAction().accept(new MouseEvent(event));
    }

    /** The minings that the viewer shows, once they are as many. */
    private static List<ICodeMining> minings(ITextEditor editor, int count) {
        return Ui.waitFor(count + " minings", () -> {
            ISourceViewer viewer = (ISourceViewer) editor.getAdapter(ITextOperationTarget.class);
            IAnnotationModel model = ((ISourceViewerExtension2) viewer).getVisualAnnotationModel();
            List<Annotation> annotations = new ArrayList<>();
            model.getAnnotationIterator().forEachRemaining(annotations::add);
            annotations.sort(Comparator.comparingInt(annotation -> model.getPosition(annotation).getOffset()));
            List<ICodeMining> shown = new ArrayList<>();
            for (Annotation annotation : annotations) {
                shown.addAll(Workbench.minings(annotation));
            }
            return shown.size() == count ? Optional.of(shown) : Optional.empty();
        });
    }
}
