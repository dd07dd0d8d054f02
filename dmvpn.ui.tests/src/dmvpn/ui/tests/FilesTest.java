package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourceAttributes;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens to the file of an editor while it is open, the view Router Configuration beside it. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class FilesTest {

    private static final String MISTAKEN = Models.PHASE_3.replace("crypto Suite\n", "crypto Suit\n");

    private ModelProject project;
    private IFile file;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        Ui.run(() -> Workbench.execute("dmvpn.dsl.ui.showConfiguration"));
        project = new ModelProject("files");
        file = project.file("net.dmvpn", MISTAKEN);
    }

    @AfterEach
    void deleteProject() throws Exception {
        Ui.run(() -> ModelProject.page().hideView(ModelProject.page().findView("dmvpn.dsl.ui.preview.configuration")));
        project.close();
    }

    @Test
    void whatIsTypedInOneOfTwoEditorsIsInTheOtherAndTheProblemIsThereOnce() throws Exception {
        ITextEditor first = ModelProject.open(file);
        ITextEditor second = ModelProject.openAnother(file);
        Workbench.waitForProblem(file, "L-LINK");

        Ui.run(() -> document(second).replace(0, 0, "// typed in the second\n"));

        assertThat(Ui.get(() -> document(first).get())).startsWith("// typed in the second\n");
        Ui.waitUntil("the problem one line below", () -> problems(file, "L-LINK").stream()
                .anyMatch(marker -> marker.getAttribute("lineNumber", 0) == lineOfMistake() + 1));
        assertThat(problems(file, "L-LINK")).hasSize(1);
        ModelProject.close(first);
        Ui.run(() -> document(second).set(Models.PHASE_3));
        Ui.waitUntil("no problem", () -> problems(file, "L-LINK").isEmpty());
    }

    private static int lineOfMistake() {
        return MISTAKEN.substring(0, MISTAKEN.indexOf("crypto Suit\n")).split("\n", -1).length;
    }

    @Test
    void aFileThatAnotherProgramChangesIsShownAndCheckedAnew() throws Exception {
        ITextEditor editor = ModelProject.open(file);
        Workbench.waitForProblem(file, "L-LINK");

        Files.writeString(file.getLocation().toPath(), Models.PHASE_3);
        Files.setLastModifiedTime(file.getLocation().toPath(), FileTime.from(Instant.now().plusSeconds(5)));
        file.refreshLocal(IResource.DEPTH_ZERO, new NullProgressMonitor());

        Ui.waitUntil("the new text", () -> document(editor).get().equals(Models.PHASE_3));
        Ui.waitUntil("no problem", () -> problems(file, "L-LINK").isEmpty());
    }

    @Test
    void anEditorGoesWithItsFile() throws Exception {
        ModelProject.open(file);
        Workbench.waitForProblem(file, "L-LINK");

        file.delete(true, new NullProgressMonitor());

        Ui.waitUntil("the editor to close", () -> ModelProject.page().getEditorReferences().length == 0);
        Ui.waitUntilIdle();
    }

    @Test
    void anEditorGoesWithItsProjectAndTheModelIsCheckedWhenBothAreBack() throws Exception {
        ModelProject.open(file);
        Workbench.waitForProblem(file, "L-LINK");

        file.getProject().close(new NullProgressMonitor());
        Ui.waitUntil("the editor to close", () -> ModelProject.page().getEditorReferences().length == 0);
        file.getProject().open(new NullProgressMonitor());
        ModelProject.open(file);

        Workbench.waitForProblem(file, "L-LINK");
    }

    @Test
    void textThatIsNotSavedSurvivesThatTheFileIsDeleted() throws Exception {
        ITextEditor editor = ModelProject.open(file);
        Ui.run(() -> document(editor).replace(0, 0, "// mine\n"));

        Files.delete(file.getLocation().toPath());
        file.refreshLocal(IResource.DEPTH_ZERO, new NullProgressMonitor());
        Ui.waitUntilIdle();

        assertThat(Ui.get(() -> document(editor) != null && document(editor).get().startsWith("// mine\n")
                && ModelProject.page().getEditorReferences().length == 1)).isTrue();
    }

    @Test
    void aFileThatCannotBeWrittenIsCheckedAndStaysAsItIs() throws Exception {
        ResourceAttributes attributes = file.getResourceAttributes();
        attributes.setReadOnly(true);
        file.setResourceAttributes(attributes);
        try {
            ITextEditor editor = ModelProject.open(file);
            Workbench.waitForProblem(file, "L-LINK");
            assertThat(Ui.get(() -> editor.isDirty())).isFalse();
            ModelProject.close(editor);
            assertThat(Files.readString(file.getLocation().toPath())).isEqualTo(MISTAKEN);
        } finally {
            attributes.setReadOnly(false);
            file.setResourceAttributes(attributes);
        }
    }

    @Test
    void whoTypesIntoAFileThatCannotBeWrittenIsToldAndNothingIsChanged() throws Exception {
        ResourceAttributes attributes = file.getResourceAttributes();
        attributes.setReadOnly(true);
        file.setResourceAttributes(attributes);
        // The platform's popup on typing cannot be closed together with its editor.
        InstanceScope.INSTANCE.getNode("org.eclipse.ui.genericeditor").putBoolean("contentAssistant.autoActivationOnType", false);
        try {
            ITextEditor editor = ModelProject.open(file);
            Workbench.waitForProblem(file, "L-LINK");
            for (Ui.Step edit : List.<Ui.Step>of(() -> Keys.type(editor, "x"), () -> Keys.type(editor, "{"), () -> Keys.type(editor, "\n"),
                    () -> Workbench.execute("dmvpn.dsl.ui.toggleComment"), () -> Workbench.execute("dmvpn.dsl.ui.format"))) {
                Ui.run(() -> {
                    editor.getSite().getPage().activate(editor);
                    editor.selectAndReveal(MISTAKEN.indexOf("hub HQ1"), 0);
                    Display.getCurrent().asyncExec(() -> runUnchecked(edit));
                });
                Ui.waitUntil("the question or its answer", () -> {
                    refuse();
                    return !Display.getCurrent().readAndDispatch();
                });
            }
            Ui.waitUntilIdle();

            assertThat(Ui.get(() -> document(editor).get())).isEqualTo(MISTAKEN);
            assertThat(Ui.get(editor::isDirty)).isFalse();
            assertThat(Ui.get(() -> Ui.shells().size())).as("windows that are left").isEqualTo(1);
        } finally {
            InstanceScope.INSTANCE.getNode("org.eclipse.ui.genericeditor").remove("contentAssistant.autoActivationOnType");
            attributes.setReadOnly(false);
            file.setResourceAttributes(attributes);
        }
    }

    private static void runUnchecked(Ui.Step step) {
        try {
            step.run();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The platform asks whether the file shall be made writable. */
    private static void refuse() {
        for (Shell shell : Ui.shells()) {
            if (shell != ModelProject.page().getWorkbenchWindow().getShell()) {
                Ui.controls(shell, Button.class).stream().filter(button -> button.getText().replace("&", "").matches("No|Cancel|OK"))
                        .findFirst().ifPresent(button -> button.notifyListeners(SWT.Selection, new Event()));
            }
        }
    }

    @Test
    void aFileOfAnotherEncodingIsCheckedAgainWhenTheEncodingIsNamed() throws Exception {
        IFile latin1 = project.file("latin1.dmvpn", Models.PHASE_3.replace("network Demo", "network Demo // Z\u00fcrich")
                .getBytes(StandardCharsets.ISO_8859_1));
        ITextEditor editor = ModelProject.open(latin1);
        assertThat(Ui.get(() -> document(editor).get())).contains("// Z\ufffdrich");

        latin1.setCharset("ISO-8859-1", new NullProgressMonitor());

        Ui.waitUntil("the letter", () -> document(editor).get().contains("// Z\u00fcrich"));
        assertThat(Files.readAllBytes(latin1.getLocation().toPath()))
                .isEqualTo(Models.PHASE_3.replace("network Demo", "network Demo // Z\u00fcrich").getBytes(StandardCharsets.ISO_8859_1));
    }
}
