package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.diagram.ui.editor.DiagramEditor;
import dmvpn.ui.tests.driver.DiagramPage;
import dmvpn.ui.tests.driver.Dialogs;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several editors of one model, opened, closed and overtaken by events in any order. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class DiagramsTest {

    private ModelProject project;
    private IFile file;
    private ITextEditor text;

    @BeforeEach
    void openModel() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("diagrams");
        file = project.file("net.dmvpn", Models.PHASE_3);
        text = ModelProject.open(file);
    }

    @AfterEach
    void deleteProject() throws Exception {
        // Nothing gives the focus back to the first window when another is closed.
        Ui.run(() -> ModelProject.page().getWorkbenchWindow().getShell().forceActive());
        project.close();
    }

    @Test
    void diagramsInTwoWindowsShowTheSameAndUndoEachOthersSteps() {
        DiagramPage first = DiagramPage.open(text, "HQ1");
        IWorkbenchWindow window = Ui.get(() -> PlatformUI.getWorkbench().openWorkbenchWindow(Workbench.PERSPECTIVE, null));
        try {
            DiagramPage second = DiagramPage.openAnother(Ui.get(window::getActivePage), file, "HQ1");

            delete(second, "Branch");
            Ui.waitUntil("the first diagram without the spokes", () -> !first.drawnNow().contains("Branch"));
            assertThat(Ui.get(() -> first.editor().isDirty() && second.editor().isDirty())).isTrue();
            undo(first);

            Ui.waitUntil("the spokes in both", () -> first.drawnNow().contains("Branch") && second.drawnNow().contains("Branch"));
            assertThat(Ui.get(() -> document(text).get())).isEqualTo(Models.PHASE_3);
        } finally {
            Ui.run(() -> {
                window.getActivePage().closeAllEditors(false);
                window.close();
            });
        }
        delete(first, "Branch");
        undo(first);
        Ui.waitUntil("the first to go on alone", () -> first.drawnNow().contains("Branch"));
    }

    @Test
    void aSecondEditorByTheCommandShowsTheSameAndOutlivesTheFirst() throws Exception {
        DiagramPage first = DiagramPage.open(text, "HQ1");
        Ui.run(() -> Workbench.execute("org.eclipse.ui.window.newEditor"));
        DiagramPage second = DiagramPage.of(other(first.editor()), "HQ1");

        // One is in front of the other, and the engine draws what is seen.
        Ui.run(() -> ModelProject.page().activate(first.editor()));
        first.select("HQ1");
        assertThat(Ui.get(second::selectedNow)).as("each has its own selection").isEmpty();
        delete(first, "Branch");
        Ui.run(() -> ModelProject.page().activate(second.editor()));
        Ui.waitUntil("the second diagram without the spokes", () -> !second.drawnNow().contains("Branch"));
        ModelProject.close(first.editor());
        undo(second);

        Ui.waitUntil("the spokes", () -> second.drawnNow().contains("Branch"));
    }

    @Test
    void aSplitDiagramShowsTheSameOnBothSides() throws Exception {
        DiagramPage first = DiagramPage.open(text, "HQ1");
        Ui.run(() -> Workbench.execute("org.eclipse.ui.window.splitEditor", Map.of("Splitter.isHorizontal", "true")));
        DiagramPage second = DiagramPage.of(other(first.editor()), "HQ1");
        Screenshots.take("diagram-split");

        delete(second, "Branch");

        Ui.waitUntil("the first side without the spokes", () -> !first.drawnNow().contains("Branch"));
    }

    @Test
    void whenTheTextEditorClosesFirstTheDiagramKeepsWhatIsNotSaved() {
        DiagramPage diagram = DiagramPage.open(text, "HQ1");
        delete(diagram, "Branch");
        assertThat(Ui.get(() -> diagram.editor().isSaveOnCloseNeeded())).as("the text editor shows it too").isFalse();

        ModelProject.close(text);
        assertThat(Ui.get(() -> diagram.editor().isDirty() && diagram.editor().isSaveOnCloseNeeded())).isTrue();
        undo(diagram);
        Ui.waitUntil("the spokes", () -> diagram.drawnNow().contains("Branch"));
        ModelProject.close(diagram.editor());

        assertThat(isBuffered()).isFalse();
    }

    @Test
    void whenTheDiagramClosesFirstTheTextEditorKeepsWhatIsNotSaved() throws Exception {
        DiagramPage diagram = DiagramPage.open(text, "HQ1");
        delete(diagram, "Branch");

        ModelProject.close(diagram.editor());
        assertThat(Ui.get(() -> text.isDirty())).isTrue();
        assertThat(Ui.get(() -> document(text).get())).doesNotContain("spoke Branch");
        Workbench.travelHistory(text, Workbench.UNDO);
        assertThat(Ui.get(() -> document(text).get())).isEqualTo(Models.PHASE_3);
        ModelProject.close(text);

        assertThat(isBuffered()).isFalse();
        assertThat(file.readString()).isEqualTo(Models.PHASE_3);
    }

    @Test
    void withItsFileAllItsEditorsGo() throws Exception {
        DiagramPage.open(text, "HQ1");
        Ui.run(() -> Workbench.execute("org.eclipse.ui.window.newEditor"));

        file.delete(true, null);

        Ui.waitUntil("all editors to close", () -> ModelProject.page().getEditorReferences().length == 0);
    }

    @Test
    void whatIsNotSavedWhenItsFileGoesStaysOpenAndSavingWritesTheFileAgain() throws Exception {
        DiagramPage diagram = DiagramPage.open(text, "HQ1");
        ModelProject.close(text);
        delete(diagram, "Branch");

        file.delete(true, null);
        Ui.waitUntilIdle();
        assertThat(Ui.get(() -> diagram.editor().isDirty())).isTrue();

        try (Dialogs question = Dialogs.open(() -> Workbench.execute("org.eclipse.ui.file.save"))) {
            question.press("Overwrite");
            question.awaitEnd();
        }
        assertThat(file.readString()).contains("HQ1").doesNotContain("spoke Branch");
        assertThat(Ui.get(() -> diagram.editor().isDirty())).isFalse();
    }

    @Test
    void withItsProjectItCloses() throws Exception {
        DiagramPage diagram = DiagramPage.open(text, "HQ1");
        ModelProject.close(text);
        diagram.select("HQ1");

        file.getProject().close(null);

        Ui.waitUntil("the diagram to close", () -> ModelProject.page().getEditorReferences().length == 0);
        file.getProject().open(null);
    }

    @Test
    void whatAnotherProgramWritesIsDrawn() throws Exception {
        DiagramPage diagram = DiagramPage.open(text, "HQ1");
        ModelProject.close(text);

        writeOutside(Models.PHASE_3.replace("HQ1", "Outside"));
        file.refreshLocal(IResource.DEPTH_ZERO, null);

        Ui.waitUntil("the other text", () -> diagram.drawnNow().contains("Outside"));
        assertThat(Ui.get(() -> diagram.editor().isDirty())).isFalse();
    }

    @Test
    void whatAnotherProgramHasWrittenMeanwhileIsNotOverwrittenUnasked() throws Exception {
        DiagramPage diagram = DiagramPage.open(text, "HQ1");
        ModelProject.close(text);
        delete(diagram, "Branch");
        String outside = Models.PHASE_3.replace("HQ1", "Outside");
        writeOutside(outside);

        try (Dialogs question = Dialogs.open(() -> Workbench.execute("org.eclipse.ui.file.save"))) {
            question.press("Cancel");
            question.awaitEnd();
        }
        assertThat(Files.readString(file.getLocation().toPath())).isEqualTo(outside);
        assertThat(Ui.get(() -> diagram.editor().isDirty())).isTrue();

        try (Dialogs question = Dialogs.open(() -> Workbench.execute("org.eclipse.ui.file.save"))) {
            question.press("Overwrite");
            question.awaitEnd();
        }
        assertThat(Files.readString(file.getLocation().toPath())).contains("HQ1").doesNotContain("spoke Branch");
        assertThat(Ui.get(() -> diagram.editor().isDirty())).isFalse();
    }

    /** Later than what the workspace knows, whatever the resolution of the file system's clock is. */
    private void writeOutside(String other) throws Exception {
        Files.writeString(file.getLocation().toPath(), other);
        Files.setLastModifiedTime(file.getLocation().toPath(), FileTime.from(Instant.now().plusSeconds(5)));
    }

    private boolean isBuffered() {
        return Ui.get(() -> FileBuffers.getTextFileBufferManager().getTextFileBuffer(file.getFullPath(), LocationKind.IFILE) != null);
    }

    private static DiagramEditor other(DiagramEditor one) {
        return Ui.waitFor("a second diagram", () -> {
            IWorkbenchPage page = ModelProject.page();
            List<IEditorPart> editors = Arrays.stream(page.getEditorReferences()).map(each -> each.getEditor(true)).toList();
            return editors.stream().filter(each -> each instanceof DiagramEditor && each != one).map(DiagramEditor.class::cast).findFirst();
        });
    }

    private void delete(DiagramPage diagram, String name) {
        diagram.select(name);
        diagram.press("Delete");
        Ui.waitUntil("the drawing without " + name, () -> !diagram.drawnNow().contains(name));
    }

    private static void undo(DiagramPage diagram) {
        Ui.run(() -> {
            diagram.editor().getSite().getPage().activate(diagram.editor());
            diagram.editor().getEditorSite().getActionBars().getGlobalActionHandler("undo").run();
        });
    }
}
