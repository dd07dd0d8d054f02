package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.DiagramPage;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ExecutedCommands;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.OutlineView;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Views;
import dmvpn.ui.tests.driver.Workbench;
import java.util.List;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys while the browser has the focus: the window system gives them to the engine and to the workbench. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class DiagramKeysTest {

    /** Longer than the engine takes to give a key back that the page did not want. */
    private static final int MILLIS_FOR_MORE = 400;

    private ModelProject project;
    private ITextEditor text;
    private DiagramPage diagram;
    private ExecutedCommands commands;

    @BeforeEach
    void openDiagram() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("diagram-keys");
        text = ModelProject.open(project.file("net.dmvpn", Models.PHASE_3));
        diagram = DiagramPage.open(text, "HQ1");
        commands = new ExecutedCommands();
        Ui.run(() -> {
            diagram.editor().getSite().getShell().forceActive();
            diagram.editor().getSite().getPage().activate(diagram.editor());
        });
        awaitFocus();
    }

    @AfterEach
    void deleteProject() throws Exception {
        commands.close();
        Ui.run(() -> dialogues().forEach(Shell::close));
        project.close();
    }

    @Test
    void deleteIsThePagesAndCtrlSIsTheWorkbenchs() throws Exception {
        deleteSpokes();

        Keys.post("CTRL+S");

        Ui.waitUntil("the model to be saved", () -> !diagram.editor().isDirty());
        assertThat(commands.count("org.eclipse.ui.file.save")).isPositive();
    }

    @Test
    void undoTakesOneStepForEachKey() {
        deleteSpokes();
        String without = Ui.get(() -> document(text).get());
        Ui.run(() -> document(text).replace(0, 0, "// a second step\n"));

        Keys.post("CTRL+Z");
        Ui.waitUntil("the second step to go", () -> document(text).get().equals(without));
        Ui.pace(MILLIS_FOR_MORE);
        assertThat(Ui.get(() -> document(text).get())).as("after one key").isEqualTo(without);

        Keys.post("CTRL+Z");
        Ui.waitUntil("the spokes", () -> document(text).get().equals(Models.PHASE_3));
    }

    @ParameterizedTest
    @CsvSource({"CTRL+3, org.eclipse.ui.window.quickAccess", "CTRL+SHIFT+R, org.eclipse.ui.navigate.openResource"})
    void dialoguesOfTheWorkbenchOpenOnceAndGiveTheFocusBack(String keys, String command) {
        Keys.post(keys);
        Ui.waitUntil("the dialogue", () -> !dialogues().isEmpty());
        assertExecutedOnce(command);

        Ui.run(() -> dialogues().forEach(Shell::close));

        awaitFocus();
        diagram.click("HQ1");
        diagram.awaitSelected("HQ1");
        Keys.post("ESC");
        Ui.waitUntil("nothing to be selected by a key of the page", () -> diagram.selectedNow().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"ALT+SHIFT+G, dmvpn.diagram.ui.open", "F12, org.eclipse.ui.window.activateEditor",
            "CTRL+SHIFT+L, dmvpn.diagram.ui.arrange", "ALT+ARROW_LEFT, dmvpn.diagram.ui.selectLeft", "F1, dmvpn.dsl.ui.help.show"})
    void keysOfTheWorkbenchAndThoseThatTheDiagramHasTakenFromItAreHandledOnce(String keys, String command) {
        Keys.post(keys);

        Ui.waitUntil(command, () -> commands.count(command) > 0);
        assertExecutedOnce(command);
    }

    @Test
    void altAndArrowsSelectTheNextElementInsteadOfGoingBack() {
        diagram.select("HQ1");

        Keys.post("ALT+ARROW_UP");

        Ui.waitUntil("another element", () -> !diagram.selectedNow().isEmpty() && !diagram.selectedNow().contains("router:HQ1"));
        assertThat(commands.count("org.eclipse.ui.navigate.backwardHistory")).isZero();
    }

    @Test
    void ctrlFOpensTheSearchOfTheDiagramAndEscapeClosesIt() {
        Keys.post("CTRL+F");
        Ui.waitUntil("the search", () -> diagram.isTrueNow("document.activeElement.matches('.chooser input')"));
        assertThat(Ui.get(DiagramKeysTest::dialogues)).isEmpty();
        assertThat(commands.count("org.eclipse.ui.edit.findReplace")).isZero();

        Keys.post("h");
        Keys.post("q");
        Ui.waitUntil("what is typed", () -> diagram.valueNow("document.querySelector('.chooser input').value").equals("hq"));
        Keys.post("ESC");

        Ui.waitUntil("the search to close", () -> diagram.isTrueNow("!document.querySelector('.chooser')"));
        awaitFocus();
    }

    @Test
    void copyTakesTheTextOfWhatIsSelectedAndTheTextEditorPastesIt() throws Exception {
        diagram.select("HQ1");

        Keys.post("CTRL+C");

        String hub = Models.PHASE_3.substring(Models.PHASE_3.indexOf("hub HQ1"), Models.PHASE_3.indexOf("\n\nspoke Branch")) + "\n";
        Ui.waitUntil("the copy", () -> commands.count("org.eclipse.ui.edit.copy") > 0);
        assertExecutedOnce("org.eclipse.ui.edit.copy");
        assertThat(Views.clipboard()).isEqualTo(hub);
        Ui.run(() -> {
            text.getSite().getPage().activate(text);
            text.selectAndReveal(document(text).getLength(), 0);
            Workbench.execute("org.eclipse.ui.edit.paste");
        });
        assertThat(Ui.get(() -> document(text).get())).isEqualTo(Models.PHASE_3 + hub);
    }

    @Test
    void severalElementsAreCopiedInTheOrderOfTheText() {
        Keys.post("CTRL+A");
        Ui.waitUntil("everything to be selected", () -> diagram.selectedNow().contains("Branch") && diagram.selectedNow().contains("Corp"));

        Keys.post("CTRL+C");

        Ui.waitUntil("the copy", () -> commands.count("org.eclipse.ui.edit.copy") > 0);
        assertThat(Views.clipboard()).startsWith("transport Internet {").containsSubsequence("cloud Corp {", "hub HQ1 {", "spoke Branch[1..2] {")
                .containsOnlyOnce("join Corp as 10.255.0.1\n");
    }

    @Test
    void theFocusReturnsFromTheTextEditorAndFromViews() {
        Ui.run(() -> text.getSite().getPage().activate(text));
        Ui.run(() -> diagram.editor().getSite().getPage().activate(diagram.editor()));
        awaitFocus();

        Ui.waitUntil("the outline", () -> OutlineView.rootsNow().contains("HQ1 hub"));
        Ui.run(() -> ModelProject.page().activate(OutlineView.view()));
        Keys.post("F12");
        awaitFocus();
        deleteSpokes();
    }

    private void deleteSpokes() {
        diagram.select("Branch");
        Keys.post("DEL");
        Ui.waitUntil("the text without the spokes", () -> !document(text).get().contains("spoke Branch"));
        Ui.waitUntil("the drawing without the spokes", () -> !diagram.drawnNow().contains("Branch"));
    }

    /** The browser has the keyboard, and in it the diagram. */
    private void awaitFocus() {
        Ui.waitUntil("the focus in the diagram", () -> Display.getCurrent().getFocusControl() == diagram.widget()
                && diagram.isTrueNow("document.activeElement.matches('#sprotty .sprotty-graph')"));
    }

    private void assertExecutedOnce(String command) {
        Ui.pace(MILLIS_FOR_MORE);
        assertThat(commands.count(command)).as(command).isEqualTo(1);
    }

    private static List<Shell> dialogues() {
        return Ui.shells().stream().filter(shell -> shell != ModelProject.page().getWorkbenchWindow().getShell()
                && !shell.getText().isEmpty()).toList();
    }
}
