package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.DiagramPage.page;
import static dmvpn.ui.tests.driver.DiagramPage.pageNow;
import static dmvpn.ui.tests.driver.Workbench.document;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.diagram.ui.editor.DiagramEditor;
import dmvpn.ui.tests.driver.DiagramPage;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Launches;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Simulations;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.internal.PartSite;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the menu of the diagram's elements does in the workbench. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class DiagramMenuTest {

    private static final String BROKEN = Models.PHASE_3.replace("via HQ1", "via HX1");
    private static final String MENU = "(document.querySelector('.context-menu')?.textContent ?? '')";

    private static final String CONFIGURATION = "dmvpn.dsl.ui.preview.configuration";

    private ModelProject project;
    private ITextEditor text;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("diagram-menu");
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void aQuickFixFromTheMenuOfAnElementChangesTheTextInOneStep() throws Exception {
        ITextEditor editor = ModelProject.open(project.file("net.dmvpn", BROKEN));
        DiagramEditor diagram = DiagramPage.open(editor);
        Ui.waitUntil("the sign of the problem", () -> "true".equals(pageNow(diagram,
                "String(document.querySelector('[id*=\"router:Branch\"] .problem-sign') !== null)")));
        select(diagram, "Branch");

        DiagramPage.press(diagram, "ContextMenu");
        Ui.waitUntil("the quick fix", () -> pageNow(diagram, MENU).contains("Change to 'HQ1'"));
        Screenshots.take("diagram-quick-fix");
        choose(diagram, "Change to 'HQ1'");
        Ui.waitUntil("the mended text", () -> document(editor).get().equals(Models.PHASE_3));
        Workbench.travelHistory(diagram, Workbench.UNDO);

        Ui.waitUntil("the old text", () -> document(editor).get().equals(BROKEN));
    }

    @Test
    void theConfigurationOfTheRouterIsShownInItsViewWhileTheDiagramIsWorkedWith() throws Exception {
        DiagramEditor diagram = openSoundModel();
        select(diagram, "Branch");

        chooseFromMenu(diagram, "Show Configuration");

        Ui.waitUntil("the spoke's configuration", () -> configuration().contains("hostname Branch1"));
        select(diagram, "HQ1");
        Ui.waitUntil("the hub's configuration", () -> configuration().contains("hostname HQ1"));
        assertThat(Ui.get(() -> ModelProject.page().getActivePart() == diagram)).isTrue();
        Screenshots.take("diagram-configuration");
        Ui.run(() -> ModelProject.page().hideView(ModelProject.page().findView(CONFIGURATION)));
    }

    @Test
    void goToTextOpensTheTextWhereItIsClosedAndSelectsTheElement() throws Exception {
        DiagramEditor diagram = openSoundModel();
        Ui.run(() -> ModelProject.page().closeEditor(text, false));
        select(diagram, "Branch");

        chooseFromMenu(diagram, "Go to Text");

        Ui.waitUntil("the spokes in the text", () -> ModelProject.page().getActiveEditor() instanceof ITextEditor opened
                && opened.getSelectionProvider().getSelection() instanceof ITextSelection selection
                && selection.getText().startsWith("spoke Branch"));
        assertThat(Ui.get(() -> ModelProject.page().isPartVisible(diagram))).isTrue();
    }

    @Test
    void aSimulationRunsFromTheMenuOfTheDiagram() throws Exception {
        DiagramEditor diagram = openSoundModel();
        try {
            chooseFromMenu(diagram, "Run Simulation");

            Ui.waitUntil("the end of the run", Simulations.waitForLaunch()::isTerminated);
        } finally {
            Launches.removeAll();
        }
    }

    private DiagramEditor openSoundModel() throws Exception {
        text = ModelProject.open(project.file("net.dmvpn", Models.PHASE_3));
        return DiagramPage.open(text);
    }

    private static void select(DiagramEditor diagram, String name) {
        DiagramPage.click(diagram, name);
        Ui.waitUntil(name + " to be selected", () -> pageNow(diagram, DiagramPage.SELECTED).contains(name));
    }

    private static void chooseFromMenu(DiagramEditor diagram, String label) {
        Ui.run(() -> diagram.getSite().getPage().activate(diagram));
        DiagramPage.press(diagram, "ContextMenu");
        Ui.waitUntil(label, () -> pageNow(diagram, MENU).contains(label));
        choose(diagram, label);
    }

    private static String configuration() {
        IViewPart view = ModelProject.page().findView(CONFIGURATION);
        return view != null && ((PartSite) view.getSite()).getModel().getWidget() instanceof Composite widget
                ? Ui.controls(widget, StyledText.class).getFirst().getText() : "";
    }

    private static void choose(DiagramEditor diagram, String label) {
        assertThat(page(diagram, """
                (() => {
                    const row = [...document.querySelectorAll('.context-menu button')].find(each => each.textContent === %s);
                    row?.click();
                    return String(row !== undefined);
                })()""".formatted("\"" + label + "\""))).isEqualTo("true");
    }
}
