package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.REDO;
import static dmvpn.ui.tests.driver.Workbench.UNDO;
import static dmvpn.ui.tests.driver.Workbench.document;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.DiagramPage;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The history that diagram and text share. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class DiagramUndoTest {

    private ModelProject project;
    private Path places;
    private ITextEditor text;
    private DiagramPage diagram;

    @BeforeEach
    void openDiagram() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("diagram-undo");
        IFile file = project.file("net.dmvpn", Models.PHASE_3);
        places = file.getLocation().toPath().resolveSibling("net.dmvpn-layout");
        text = ModelProject.open(file);
        diagram = DiagramPage.open(text, "HQ1");
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void menuAndPageSayWhatWouldBeUndoneAndMadeAgain() {
        assertThat(diagram.get(button("Undo"))).isEqualTo("Undo");
        delete("Branch");

        Ui.waitUntil("the button of the page", () -> diagram.valueNow(button("Undo")).equals("Undo: deletion (Ctrl+Z)"));
        assertThat(menu(ActionFactory.UNDO)).isEqualTo("Undo deletion");
        travel(UNDO);

        Ui.waitUntil("the other button of the page", () -> diagram.valueNow(button("Redo")).equals("Redo: deletion (Ctrl+Y)"));
        assertThat(menu(ActionFactory.REDO)).isEqualTo("Redo deletion");
    }

    @Test
    void whatWasTypedIsCalledAsThePlatformCallsIt() {
        Ui.run(() -> document(text).replace(0, 0, "// typed\n"));

        Ui.waitUntil("the button of the page", () -> diagram.valueNow(button("Undo")).equals("Undo: Typing (Ctrl+Z)"));
        assertThat(menu(ActionFactory.UNDO)).isEqualTo("Undo Typing");
    }

    @Test
    void anElementThatComesBackHasItsPlaceAgainAndLosesItWithRedo() throws IOException {
        move("Branch");
        String moved = Files.readString(places);
        assertThat(menu(ActionFactory.UNDO)).isEqualTo("Undo move");

        delete("Branch");
        assertThat(places).as("the text may still not be saved").hasContent(moved);
        travel(UNDO);
        Ui.waitUntil("the spokes", () -> diagram.drawnNow().contains("Branch"));
        assertThat(places).hasContent(moved);

        travel(REDO);
        Ui.waitUntil("no spokes", () -> !document(text).get().contains("spoke Branch"));
        save();
        Ui.waitUntil("no place of what is gone", () -> !Files.exists(places));
        travel(UNDO);
        Ui.waitUntil("its place again", () -> ModelProject.textOrNothing(places).equals(moved));
        travel(UNDO);
        Ui.waitUntil("the spokes where the layout puts them", () -> !Files.exists(places) && diagram.drawnNow().contains("Branch"));
        assertThat(Ui.get(() -> document(text).get())).isEqualTo(Models.PHASE_3);
    }

    @Test
    void undoInThePageAndInTheTextEditorTakeBackTheSameSteps() throws IOException {
        move("Branch");
        String moved = Files.readString(places);
        delete("Branch");
        diagram.get("(document.querySelector('#bar button[title^=Undo]').click(), '')");
        Ui.waitUntil("the spokes by the page's undo", () -> document(text).get().equals(Models.PHASE_3));
        Ui.waitUntil("their place", () -> ModelProject.textOrNothing(places).equals(moved));

        travel(REDO);
        Ui.waitUntil("no spokes", () -> !document(text).get().contains("spoke Branch"));
        Workbench.travelHistory(text, UNDO);
        Ui.waitUntil("the spokes by the text editor's undo", () -> document(text).get().equals(Models.PHASE_3));
        assertThat(places).hasContent(moved);
    }

    @Test
    void whoIsRenamedInTheTextHasItsPlaceUnderTheNewNameOnceTheTextIsSaved() {
        move("HQ1");
        Ui.run(() -> document(text).set(document(text).get().replace("HQ1", "Main")));
        Ui.waitUntil("the drawing of the new name", () -> diagram.drawnNow().contains("Main"));
        assertThat(places).content().contains("router:HQ1 ");

        save();
        Ui.waitUntil("the new name's place", () -> Files.readString(places).contains("router:Main ")
                && !Files.readString(places).contains("router:HQ1 "));
    }

    @Test
    void anEditThatIsNotSavedTakesNoPlaceAway() throws IOException {
        move("Branch");
        String moved = Files.readString(places);
        delete("Branch");

        Ui.run(() -> ModelProject.page().closeAllEditors(false));
        assertThat(places).hasContent(moved);
    }

    private void save() {
        Ui.run(() -> text.doSave(new NullProgressMonitor()));
    }

    private void move(String name) {
        diagram.select(name);
        diagram.press("ArrowRight");
        Ui.waitUntil("a place that is kept", () -> Files.exists(places));
        Ui.waitUntil("the button of the page", () -> diagram.valueNow(button("Undo")).equals("Undo: move (Ctrl+Z)"));
    }

    private void delete(String name) {
        diagram.select(name);
        diagram.press("Delete");
        Ui.waitUntil("the text without " + name, () -> !document(text).get().contains("spoke " + name));
        Ui.waitUntil("the drawing without " + name, () -> !diagram.drawnNow().contains(name));
    }

    private void travel(String command) {
        Workbench.travelHistory(diagram.editor(), command);
    }

    private static String button(String name) {
        return "document.querySelector('#bar button[title^=%s]').title".formatted(name);
    }

    private String menu(ActionFactory action) {
        return Ui.get(() -> diagram.editor().getEditorSite().getActionBars().getGlobalActionHandler(action.getId()).getText()
                .replace("&", "").replaceAll("[@\t].*", ""));
    }
}
