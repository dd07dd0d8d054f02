package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.DiagramPage.DRAWN;
import static dmvpn.ui.tests.driver.DiagramPage.SELECTED;
import static dmvpn.ui.tests.driver.DiagramPage.click;
import static dmvpn.ui.tests.driver.DiagramPage.page;
import static dmvpn.ui.tests.driver.DiagramPage.pageNow;
import static dmvpn.ui.tests.driver.DiagramPage.press;
import static dmvpn.ui.tests.driver.Workbench.document;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.diagram.ui.editor.DiagramEditor;
import dmvpn.ui.tests.driver.DiagramPage;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.bindings.TriggerSequence;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The diagram beside the text: what one changes the other shows. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class DiagramTest {

    private static final String OPEN = "dmvpn.diagram.ui.open";
    private static final String STALE = "document.querySelector('#stale').textContent";

    private ModelProject project;
    private IFile file;
    private ITextEditor editor;

    @BeforeEach
    void openModel() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("diagram");
        file = project.file("net.dmvpn", Models.PHASE_3);
        editor = ModelProject.open(file);
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void itOpensByItsKeyAndShowsWhatTheModelSays() {
        DiagramEditor diagram = DiagramPage.open(editor);

        assertThat(page(diagram, DRAWN)).contains("HQ1").contains("Corp");
        Screenshots.take("diagram");
    }

    @Test
    void whatIsTypedIsDrawn() {
        DiagramEditor diagram = DiagramPage.open(editor);

        Ui.run(() -> document(editor).set(Models.PHASE_3.replace("HQ1", "Center")));
        Ui.waitUntil("the new name", () -> pageNow(diagram, DRAWN).contains("Center"));
    }

    @Test
    void theElementAtTheCaretIsSelectedInTheDiagramAndWhatIsClickedThereInTheText() {
        DiagramEditor diagram = DiagramPage.open(editor);
        putCaretAt("spoke Branch");
        Ui.waitUntil("the spokes to be selected", () -> pageNow(diagram, SELECTED).contains("Branch"));
        Screenshots.take("diagram-selection");
        click(diagram, "HQ1");

        Ui.waitUntil("the hub to be selected in the text", () -> selectedText().startsWith("hub HQ1"));
        Ui.waitUntil("the hub alone to be selected in the diagram",
                () -> pageNow(diagram, SELECTED).contains("HQ1") && !pageNow(diagram, SELECTED).contains("Branch"));
    }

    @Test
    void whatIsDeletedInTheDiagramGoesFromTheTextAndOneUndoBringsEveryByteBack() throws Exception {
        DiagramEditor diagram = DiagramPage.open(editor);
        click(diagram, "Branch");
        Ui.waitUntil("the spokes to be selected", () -> pageNow(diagram, SELECTED).contains("Branch"));

        press(diagram, "Delete");
        Ui.waitUntil("the text without the spokes", () -> !document(editor).get().contains("spoke Branch"));
        Ui.waitUntil("the drawing without the spokes", () -> !pageNow(diagram, DRAWN).contains("Branch"));
        assertThat(Ui.get(diagram::isDirty)).isTrue();
        Workbench.travelHistory(diagram, Workbench.UNDO);

        Ui.waitUntil("the spokes to be back", () -> pageNow(diagram, DRAWN).contains("Branch"));
        assertThat(Ui.get(() -> document(editor).get())).isEqualTo(Models.PHASE_3);
    }

    @Test
    void savingTheDiagramSavesTheText() throws Exception {
        DiagramEditor diagram = DiagramPage.open(editor);
        click(diagram, "Branch");
        Ui.waitUntil("the spokes to be selected", () -> pageNow(diagram, SELECTED).contains("Branch"));
        press(diagram, "Delete");
        Ui.waitUntil("a change to save", diagram::isDirty);

        Ui.run(() -> {
            diagram.getSite().getPage().activate(diagram);
            Workbench.execute("org.eclipse.ui.file.save");
        });

        Ui.waitUntil("nothing more to save", () -> !diagram.isDirty() && !editor.isDirty());
        assertThat(file.readString()).doesNotContain("spoke Branch").isEqualTo(Ui.get(() -> document(editor).get()));
    }

    @Test
    void ofABrokenTextTheLastDrawingStaysAndTheReasonIsSaid() {
        DiagramEditor diagram = DiagramPage.open(editor);

        Ui.run(() -> document(editor).set(Models.PHASE_3.replace("hub HQ1 {", "hub HQ1 {{")));
        Ui.waitUntil("the reason", () -> pageNow(diagram, STALE).contains("broken in line"));
        assertThat(page(diagram, DRAWN)).contains("HQ1").contains("Branch");
        Screenshots.take("diagram-broken-text");
        Ui.run(() -> document(editor).set(Models.PHASE_3));

        Ui.waitUntil("nothing to be said any more", () -> pageNow(diagram, "String(document.querySelector('#stale').hidden)").equals("true"));
    }

    @Test
    void aSimulationMovesItsPacketsInTheDiagram() {
        DiagramEditor diagram = DiagramPage.open(editor);

        press(diagram, "s");
        Ui.waitUntil("the time cursor", () -> pageNow(diagram, "String(!document.querySelector('#run').hidden)").equals("true")
                && pageNow(diagram, "String(document.querySelector('#run input[type=range]')?.max ?? 0)").compareTo("0") > 0);
        Screenshots.take("diagram-simulation");
        press(diagram, "Escape");

        Ui.waitUntil("the end of the simulation", () -> pageNow(diagram, "String(document.querySelector('#run').hidden)").equals("true"));
    }

    @Test
    void theDiagramFollowsAFileThatItsTextImports() throws Exception {
        IFile core = project.file("core.dmvpn", "transport Internet { latency 10ms }\n");
        DiagramEditor diagram = DiagramPage.open(ModelProject.open(project.file("whole.dmvpn", "network Whole\nimport \"core.dmvpn\"\n")));
        assertThat(page(diagram, DRAWN)).contains("Internet");

        core.setContents("transport Leased { latency 10ms }\n".getBytes(StandardCharsets.UTF_8), IResource.FORCE, null);

        Ui.waitUntil("the other transport", () -> pageNow(diagram, DRAWN).contains("Leased"));
    }

    @Test
    void theDiagramGoesWithItsFile() throws Exception {
        DiagramEditor diagram = DiagramPage.open(editor);

        IWorkbenchPage workbench = Ui.get(() -> diagram.getSite().getPage());

        file.delete(true, null);

        Ui.waitUntil("the diagram to close", () -> !List.of(workbench.getEditors()).contains(diagram));
    }

    @Test
    void withoutABrowserEngineItSaysWhatToInstall() {
        System.setProperty("dmvpn.diagram.ui.noBrowser", "true");
        try {
            DiagramEditor diagram = DiagramPage.openEditor(editor);

            assertThat(diagram.page()).isEmpty();
            assertThat(Ui.get(() -> Ui.controls(diagram.getSite().getShell(), StyledText.class).stream()
                    .map(StyledText::getText).filter(text -> text.contains("there is none")).findFirst().orElse("")))
                    .contains("libwebkit2gtk").contains("dmvpn serve");
        } finally {
            System.clearProperty("dmvpn.diagram.ui.noBrowser");
        }
    }

    @Test
    void itsKeyIsNeitherOneOfThePlatformsNorTheirBeginningOrContinuation() {
        Ui.run(() -> {
            IBindingService bindings = PlatformUI.getWorkbench().getService(IBindingService.class);
            TriggerSequence own = bindings.getBestActiveBindingFor(OPEN);
            assertThat(own).isNotNull();
            List<String> alike = Arrays.stream(bindings.getBindings())
                    .filter(binding -> binding.getParameterizedCommand() != null
                            && !binding.getParameterizedCommand().getId().equals(OPEN))
                    .filter(binding -> binding.getTriggerSequence().startsWith(own, true)
                            || own.startsWith(binding.getTriggerSequence(), true))
                    .map(binding -> binding.getTriggerSequence() + " " + binding.getParameterizedCommand().getId()).toList();
            assertThat(alike).isEmpty();
        });
    }

    private void putCaretAt(String place) {
        Ui.run(() -> {
            editor.getSite().getPage().activate(editor);
            editor.selectAndReveal(document(editor).get().indexOf(place) + 1, 0);
        });
    }

    private String selectedText() {
        return ((ITextSelection) editor.getSelectionProvider().getSelection()).getText();
    }
}
