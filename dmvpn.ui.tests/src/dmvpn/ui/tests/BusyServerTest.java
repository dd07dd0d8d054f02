package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.execute;
import static dmvpn.ui.tests.driver.Workbench.problems;
import static dmvpn.ui.tests.driver.Workbench.proposals;
import static dmvpn.ui.tests.driver.Workbench.waitForProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.BusyServer;
import dmvpn.ui.tests.driver.Dialogs;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.ProblemsView;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Stopwatch;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** While the language server works on something long, the window goes on: what was asked for comes when it is there. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class BusyServerTest {

    private static final String MISTAKEN = Models.PHASE_3.replace("crypto Suite\n", "crypto Suit\n");
    private static final String LOOKING = "Looking for quick fixes…";
    private static final String FIX = "Change to 'Suite'";
    /** What a person notices. */
    private static final long NOTICED_MILLIS = 50;

    private ModelProject project;
    private IFile file;
    private ITextEditor editor;

    @BeforeEach
    void openModel() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("busy");
        file = project.file("net.dmvpn", MISTAKEN);
        editor = ModelProject.open(file);
        waitForProblem(file, "L-LINK");
        Ui.waitUntilIdle();
        Ui.run(() -> {
            editor.setFocus();
            editor.selectAndReveal(MISTAKEN.indexOf("crypto Suit\n") + "crypto Su".length(), 0);
        });
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void ctrl1SaysThatFixesAreLookedForAndShowsThemWhenTheyAreFound() throws Exception {
        try (Stopwatch stopwatch = new Stopwatch(); BusyServer busy = new BusyServer(editor)) {
            stopwatch.reset();
            Ui.run(() -> execute(ITextEditorActionDefinitionIds.QUICK_ASSIST));
            Ui.waitUntil("a hint that fixes are looked for",
                    () -> proposals().filter(shown -> shown.contains(LOOKING) && !shown.contains(FIX)).isPresent());
            assertThat(stopwatch.longestInOurCodeMillis()).as("busy with " + stopwatch.busyWith()).isLessThanOrEqualTo(NOTICED_MILLIS);
            Screenshots.take("quick-fix-looking");
        }

        Ui.waitUntil("the fixes in its place", () -> proposals().filter(shown -> shown.contains(FIX) && !shown.contains(LOOKING)).isPresent());
        Ui.run(() -> Workbench.choose(FIX));
        Ui.waitUntil("the fixed text", () -> document(editor).get().equals(Models.PHASE_3));
    }

    @Test
    void fixesThatComeLateDoNotBotherWhoHasClosedThePopup() throws Exception {
        try (BusyServer busy = new BusyServer(editor)) {
            Ui.run(() -> execute(ITextEditorActionDefinitionIds.QUICK_ASSIST));
            Ui.waitUntil("a hint that fixes are looked for", () -> proposals().filter(shown -> shown.contains(LOOKING)).isPresent());
            Ui.run(() -> Workbench.choose(LOOKING));
            Ui.waitUntil("the popup to close", () -> proposals().isEmpty());
        }
        Ui.waitUntil("the fixes to be known", () -> List.of(IDE.getMarkerHelpRegistry().getResolutions(
                problems(file, "L-LINK").getFirst())).stream().anyMatch(fix -> fix.getLabel().equals(FIX)));
        Ui.waitUntilIdle();

        assertThat(Ui.get(() -> proposals().isEmpty())).isTrue();
        assertThat(Ui.get(() -> document(editor).get())).isEqualTo(MISTAKEN);
    }

    @Test
    void theProblemsViewWaitsBehindADialogueThatShowsProgress() throws Exception {
        ProblemsView problems = ProblemsView.with(message -> message.contains("Suit"));
        BusyServer busy = new BusyServer(editor);
        try (Dialogs dialogue = Dialogs.openWhile(problems::askForFixes, () -> {
            Ui.waitUntil("a dialogue that shows progress",
                    () -> Ui.shells().stream().anyMatch(shell -> shell.getText().equals("Progress Information")));
            busy.close();
        })) {
            dialogue.choose(FIX);
            dialogue.press("Finish").awaitEnd();
        } finally {
            busy.close();
        }
        Ui.waitUntil("the fixed text", () -> document(editor).get().equals(Models.PHASE_3));
    }
}
