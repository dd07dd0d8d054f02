package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.ui.cursor.TimeCursor;
import dmvpn.sim.ui.debug.SimulationProcess;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Launches;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Views;
import dmvpn.ui.tests.driver.Workbench;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a scenario expects, and what became of it. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class ExpectationsViewTest {

    private static final String VIOLATED = "expect at 1s path Branch[1].lan to Branch[2].lan is direct";

    private IFile file;
    private IViewPart view;

    @BeforeEach
    void open(TestInfo test) throws Exception {
        Ui.run(Workbench::showPerspective);
        file = new ModelProject("expectations" + test.getTestMethod().orElseThrow().getName()).file("net.dmvpn",
                Models.PHASE_3.replace("  expect at 105s", "  " + VIOLATED + "\n  expect at 105s"));
        view = Ui.get(() -> ModelProject.page().showView("dmvpn.sim.ui.expectations"));
    }

    @AfterEach
    void end() throws Exception {
        Ui.run(() -> ModelProject.page().hideView(view));
        Launches.removeAll();
    }

    private Table table() {
        return Views.controls(view, Table.class).getFirst();
    }

    private List<String> row(int index) {
        return Ui.get(() -> Views.cells(table().getItem(index)));
    }

    @Test
    void verdictsComeWithTheTimeAndWhatWasFound() {
        SimulationProcess run = Launches.run(file);
        Ui.waitUntil("the end of the run", run::isTerminated);

        Ui.waitUntil("the verdicts", () -> Views.description(view).equals("2 expectations: 1 met, 1 violated"));
        assertThat(row(0).subList(0, 3)).containsExactly("violated", "1.000", "at 1s path Branch[1].lan to Branch[2].lan is direct");
        assertThat(row(0).get(3)).isNotBlank();
        assertThat(row(1).subList(0, 2)).containsExactly("met", "105.000");
        ModelProject.open(file);
        Ui.run(() -> ModelProject.page().activate(view));
        Screenshots.take("expectations");
    }

    @Test
    void openingOneGoesToTheEventThatViolatesItAndTheOthersStayKnown() {
        SimulationProcess run = Launches.run(file);
        Ui.waitUntil("the verdicts", () -> Views.description(view).equals("2 expectations: 1 met, 1 violated"));

        Ui.run(() -> Views.open(table(), 0));

        Ui.waitUntil("the event", () -> TimeCursor.ofWorkbench().place().hasState()
                && run.session().event().filter(event -> event.message().equals("expectation violated")).isPresent());
        Ui.waitUntilIdle();
        assertThat(Ui.get(() -> Views.description(view))).isEqualTo("2 expectations: 1 met, 1 violated");
    }

    @Test
    void oneLeadsToItsLineInTheModel() {
        Launches.run(file);
        Ui.waitUntil("the verdicts", () -> Views.description(view).equals("2 expectations: 1 met, 1 violated"));

        Ui.run(() -> {
            Views.select(table(), 0);
            Workbench.execute("dmvpn.sim.ui.expectations.goToModel");
        });

        ITextEditor editor = (ITextEditor) Ui.get(() -> ModelProject.page().getActiveEditor());
        assertThat(Ui.get(() -> ((ITextSelection) editor.getSelectionProvider().getSelection()).getText()).strip()).isEqualTo(VIOLATED);
    }

    @Test
    void theyAreOpenWhileTheRunHasNotComeSoFar() {
        Launches.debug(file);

        Ui.waitUntil("open ones", () -> Views.description(view).equals("2 expectations: 2 open"));
        assertThat(row(0)).startsWith("open", "");
        Ui.run(() -> Views.select(table(), 0));
        assertThat(Ui.get(() -> Views.action(view, "Go to Event").isEnabled())).isFalse();
        assertThat(Ui.get(() -> Views.action(view, "Go to Model").isEnabled())).isTrue();
    }
}
