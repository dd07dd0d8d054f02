package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.DiagramPage;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.OutlineView;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.ViewMenus;
import dmvpn.ui.tests.driver.Workbench;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The outline of a diagram is the outline of its text. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class DiagramOutlineTest {

    private ModelProject project;
    private ITextEditor text;
    private DiagramPage diagram;

    @BeforeEach
    void openDiagram() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("diagram-outline");
        IFile file = project.file("net.dmvpn", Models.PHASE_3);
        text = ModelProject.open(file);
        diagram = DiagramPage.open(text, "HQ1");
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void theOutlineOfTheDiagramIsThatOfTheText() {
        awaitOutline();
        List<String> ofDiagram = Ui.get(OutlineView::allNow);

        Ui.run(() -> text.getSite().getPage().activate(text));
        Ui.waitUntil("the outline of the text", () -> OutlineView.rootsNow().contains("HQ1 hub"));
        assertThat(Ui.get(OutlineView::allNow)).isEqualTo(ofDiagram);
    }

    @Test
    void withoutATextEditorItIsThereTooAndFollowsTheModel() {
        ModelProject.close(text);
        awaitOutline();

        diagram.select("Branch");
        diagram.press("Delete");

        Ui.waitUntil("the outline without the spokes",
                () -> OutlineView.rootsNow().contains("HQ1 hub") && !OutlineView.rootsNow().contains("Branch[1..2] spoke"));
    }

    @Test
    void whatIsClickedInTheDiagramIsSelectedInTheOutline() {
        awaitOutline();

        diagram.select("Branch");
        Ui.waitUntil("the spokes in the outline", () -> OutlineView.selectedNow().equals("Branch[1..2] spoke"));
        Screenshots.take("diagram-outline");
        diagram.click("HQ1");

        Ui.waitUntil("the hub in the outline", () -> OutlineView.selectedNow().equals("HQ1 hub"));
    }

    @Test
    void whatIsSelectedInTheOutlineIsSelectedInTheDiagramAndInTheText() {
        awaitOutline();

        Ui.run(() -> OutlineView.selectNow("Corp cloud, phase 3"));

        diagram.awaitSelected("cloud:Corp");
        Ui.waitUntil("the cloud in the text",
                () -> ((ITextSelection) text.getSelectionProvider().getSelection()).getText().startsWith("cloud Corp"));
    }

    @Test
    void openInTheMenuOfTheOutlineGoesToTheDiagram() {
        awaitOutline();

        Ui.run(() -> {
            OutlineView.selectNow("HQ1 hub");
            ViewMenus.runInContextMenu(OutlineView.treeNow(), "Open");
        });

        diagram.awaitSelected("HQ1");
        assertThat(Ui.get(() -> ModelProject.page().getActivePart())).isSameAs(diagram.editor());
    }

    private static void awaitOutline() {
        Ui.waitUntil("the outline", () -> OutlineView.rootsNow().contains("HQ1 hub"));
    }
}
