package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.execute;
import static dmvpn.ui.tests.driver.Workbench.executeUnchecked;
import static dmvpn.ui.tests.driver.Workbench.problems;
import static dmvpn.ui.tests.driver.Workbench.waitForProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.Dialogs;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Explorer;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.ProblemsView;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.markers.WorkbenchMarkerResolution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many problems mended at once. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class FixAllTest {

    private static final String TWO_PREFIXES = Models.PHASE_3.replace("lan 10.1.0.0/16", "lan 10.1.0.5/16")
            .replace("overlay 10.255.0.0/24", "overlay 10.255.0.7/24");
    private static final String COMMAND = "dmvpn.dsl.ui.fixAll";

    /** Enough for the dialogue to appear. */
    private static final int LARGE_MODELS = 2;

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("fixes");
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void theCommandMendsTheTextOfTheEditorAndOneUndoTakesAllBack() throws Exception {
        IFile file = project.file("net.dmvpn", TWO_PREFIXES);
        ITextEditor editor = ModelProject.open(file);
        waitForProblem(file, "L-VALUE-HOST-BITS");
        Ui.run(editor::setFocus);
        assertThat(Ui.get(() -> PlatformUI.getWorkbench().getService(IBindingService.class)
                .getBestActiveBindingFormattedFor(COMMAND))).isEqualTo("Shift+Ctrl+1");

        Ui.run(() -> execute(COMMAND));
        Ui.waitUntil("the mended text", () -> document(editor).get().equals(Models.PHASE_3));
        Ui.run(() -> execute("org.eclipse.ui.edit.undo"));

        assertThat(Ui.get(() -> document(editor).get())).isEqualTo(TWO_PREFIXES);
    }

    @Test
    void aWholeProjectIsMendedAfterAPreviewAndUndoneInOneStep() throws Exception {
        IFile first = project.file("first.dmvpn", TWO_PREFIXES);
        IFile second = project.file("second.dmvpn", TWO_PREFIXES);
        IFile sound = project.file("sound.dmvpn", Models.PHASE_3);
        long untouched = sound.getModificationStamp();

        try (Dialogs preview = Dialogs.open(() -> {
            Explorer.select(first.getProject());
            execute(COMMAND);
        })) {
            Ui.waitUntil("the preview", () -> preview.shell().getText().equals("Fix All Certain Problems"));
            Screenshots.take("fix-all-preview");
            assertThat(first.readString()).isEqualTo(TWO_PREFIXES);
            preview.press("OK").awaitEnd();
        }

        assertThat(first.readString()).isEqualTo(Models.PHASE_3);
        assertThat(second.readString()).isEqualTo(Models.PHASE_3);
        assertThat(sound.getModificationStamp()).isEqualTo(untouched);
        Ui.run(() -> {
            Explorer.select(first.getProject());
            execute("org.eclipse.ui.edit.undo");
        });
        Ui.waitUntil("the first text", () -> first.readString().equals(TWO_PREFIXES));
        assertThat(second.readString()).isEqualTo(TWO_PREFIXES);
    }

    @Test
    void whereNothingIsCertainItIsSaidAndNothingIsChanged() throws Exception {
        IFile file = project.file("net.dmvpn", Models.PHASE_3);

        try (Dialogs message = Dialogs.open(() -> {
            Explorer.select(file);
            execute(COMMAND);
        })) {
            message.choose("No problem here has a mend that is certain").press("Cancel").awaitEnd();
        }

        assertThat(file.readString()).isEqualTo(Models.PHASE_3);
    }

    @Test
    void lookingForMendsIsCancelledAndNothingIsChanged() throws Exception {
        String large = LargeModel.text().replace("lan 10.1.0.0/24", "lan 10.1.0.5/24");
        IFile first = project.file("first.dmvpn", large);
        for (int copy = 0; copy < LARGE_MODELS; copy++) {
            project.file("copy" + copy + ".dmvpn", large);
        }
        Ui.waitUntilIdle();

        Ui.run(() -> Explorer.select(first.getProject()));
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> executeUnchecked(COMMAND), Display.getDefault()::asyncExec);
        Button cancel = Ui.waitFor("a dialogue with progress", () -> Ui.shells().stream()
                .filter(shell -> shell.getText().equals("Progress Information"))
                .flatMap(shell -> Ui.controls(shell, Button.class).stream())
                .filter(button -> button.getText().equals("Cancel") && button.isVisible() && button.isEnabled()).findFirst());
        Ui.run(() -> cancel.notifyListeners(SWT.Selection, new Event()));
        Ui.waitUntil("the end of the command", end::isDone);

        assertThat(Ui.get(() -> Ui.shells().stream().map(Shell::getText).toList())).doesNotContain("Progress Information",
                "Fix All Certain Problems");
        assertThat(first.readString()).isEqualTo(large);
    }

    @Test
    void aQuickFixMendsTheOtherProblemsOfItsRuleTooInOpenAndClosedFiles() throws Exception {
        IFile open = project.file("open.dmvpn", TWO_PREFIXES);
        IFile closed = project.file("closed.dmvpn", TWO_PREFIXES);
        IFile other = project.file("other.dmvpn", Models.PHASE_3.replace("crypto Suite\n", "crypto Suit\n"));
        Ui.run(() -> {
            Explorer.select(open.getProject());
            execute("dmvpn.dsl.ui.addNature");
        });
        waitForProblem(closed, "L-VALUE-HOST-BITS");
        IMarker unlike = waitForProblem(other, "L-LINK");
        ITextEditor editor = ModelProject.open(open);
        Ui.waitUntilIdle();
        IMarker first = waitForProblem(open, "L-VALUE-HOST-BITS");
        IMarker[] all = open.getProject().findMarkers("dmvpn.dsl.ui.problem", true, org.eclipse.core.resources.IResource.DEPTH_INFINITE);

        WorkbenchMarkerResolution fix = (WorkbenchMarkerResolution) Ui.waitFor("the fix", () -> Arrays
                .stream(IDE.getMarkerHelpRegistry().getResolutions(first))
                .filter(resolution -> resolution.getLabel().startsWith("Use the network")).findFirst());
        List<IMarker> others = List.of(Ui.get(() -> fix.findOtherMarkers(all)));
        assertThat(others).hasSize(3).doesNotContain(first, unlike);
        Ui.run(() -> fix.run(all(first, others), new NullProgressMonitor()));

        assertThat(Ui.get(() -> document(editor).get())).isEqualTo(Models.PHASE_3);
        assertThat(closed.readString()).isEqualTo(Models.PHASE_3);
        assertThat(open.readString()).as("what the editor has not saved").isEqualTo(TWO_PREFIXES);
        Ui.waitUntil("the problems to go", () -> problems(open, "L-VALUE-HOST-BITS").isEmpty()
                && problems(closed, "L-VALUE-HOST-BITS").isEmpty());
        Ui.run(() -> {
            editor.setFocus();
            execute("org.eclipse.ui.edit.undo");
        });
        assertThat(Ui.get(() -> document(editor).get())).isEqualTo(TWO_PREFIXES);
    }

    @Test
    void theProblemsViewMendsAllProblemsOfARuleInItsDialogue() throws Exception {
        IFile first = project.file("first.dmvpn", TWO_PREFIXES);
        IFile second = project.file("second.dmvpn", TWO_PREFIXES);
        Ui.run(() -> {
            Explorer.select(first.getProject());
            execute("dmvpn.dsl.ui.addNature");
        });
        waitForProblem(first, "L-VALUE-HOST-BITS");
        waitForProblem(second, "L-VALUE-HOST-BITS");
        Ui.waitUntilIdle();
        ProblemsView problems = ProblemsView.with(message -> message.contains("10.1.0.5") || message.contains("10.255.0.7"));

        try (Dialogs dialogue = Dialogs.open(problems::askForFixes)) {
            List<String> fixes = Ui.waitFor("the fixes", () -> Ui.controls(dialogue.shell(), Table.class).stream()
                    .map(table -> Arrays.stream(table.getItems()).map(TableItem::getText).toList())
                    .filter(rows -> rows.stream().anyMatch(row -> row.startsWith("Use the network"))).findFirst());
            assertThat(fixes.getFirst()).as("the best mend comes first").startsWith("Use the network");
            dialogue.choose("Use the network");
            Screenshots.take("quick-fix-dialogue");
            dialogue.press("Select All").press("Finish").awaitEnd();
        }

        assertThat(first.readString()).isEqualTo(Models.PHASE_3);
        assertThat(second.readString()).isEqualTo(Models.PHASE_3);
    }

    @Test
    void theMarksOfAClosedFileGoWithTheirProblemsAlsoWithoutABuilder() throws Exception {
        IFile file = project.file("net.dmvpn", TWO_PREFIXES);
        ITextEditor editor = ModelProject.open(file);
        IMarker marker = waitForProblem(file, "L-VALUE-HOST-BITS");
        ModelProject.close(editor);

        IMarkerResolution all = Ui.waitFor("the fix", () -> Arrays
                .stream(IDE.getMarkerHelpRegistry().getResolutions(marker))
                .filter(resolution -> resolution.getLabel().startsWith("Fix all of this kind")).findFirst());
        Ui.run(() -> all.run(marker));

        assertThat(file.readString()).isEqualTo(Models.PHASE_3);
        Ui.waitUntil("the marks to go", () -> problems(file, "L-VALUE-HOST-BITS").isEmpty());
    }

    private static IMarker[] all(IMarker first, List<IMarker> others) {
        IMarker[] all = Arrays.copyOf(others.toArray(IMarker[]::new), others.size() + 1);
        all[others.size()] = first;
        return all;
    }
}
