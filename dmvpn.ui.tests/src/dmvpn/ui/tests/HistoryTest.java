package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.execute;
import static dmvpn.ui.tests.driver.Workbench.waitForProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.Dialogs;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Explorer;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFileState;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever of ours changes a file, the local history has the text from before, and the editor takes it back. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class HistoryTest {

    private static final String MISTAKEN = Models.PHASE_3.replace("lan 10.1.0.0/16", "lan 10.1.0.5/16");

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("history");
    }

    @AfterEach
    void deleteProject() throws Exception {
        InstanceScope.INSTANCE.getNode("dmvpn.dsl.ui").remove("formatOnSave");
        project.close();
    }

    @Test
    void afterRenaming() throws Exception {
        IFile file = project.file("net.dmvpn", Models.PHASE_3);
        ITextEditor editor = open(file, "via HQ1");
        try (Dialogs dialogue = Dialogs.open(() -> Keys.press(Workbench.text(editor), "ALT+SHIFT+R"))) {
            dialogue.type(0, "Centre").press("OK");
            Ui.waitUntil("the new name to be saved", () -> file.readString().contains("hub Centre"));
        }

        requireHistory(file, Models.PHASE_3);
        restore(file, editor, Models.PHASE_3);
    }

    @Test
    void afterAMendOfAFileThatNoEditorShows() throws Exception {
        IFile file = project.file("net.dmvpn", MISTAKEN);
        ITextEditor editor = ModelProject.open(file);
        IMarker marker = waitForProblem(file, "L-VALUE-HOST-BITS");
        ModelProject.close(editor);
        IMarkerResolution fix = Ui.waitFor("the fix", () -> Arrays.stream(IDE.getMarkerHelpRegistry().getResolutions(marker))
                .filter(each -> each.getLabel().startsWith("Use the network")).findFirst());

        Ui.run(() -> fix.run(marker));

        assertThat(file.readString()).isEqualTo(Models.PHASE_3);
        requireHistory(file, MISTAKEN);
    }

    @Test
    void afterMendingAWholeProject() throws Exception {
        IFile file = project.file("net.dmvpn", MISTAKEN);
        Ui.run(() -> Explorer.select(file.getProject()));
        try (Dialogs preview = Dialogs.open(() -> execute("dmvpn.dsl.ui.fixAll"))) {
            preview.press("OK").awaitEnd();
        }

        Ui.waitUntil("the mended text", () -> file.readString().equals(Models.PHASE_3));
        requireHistory(file, MISTAKEN);
    }

    @Test
    void afterFormattingOnSave() throws Exception {
        InstanceScope.INSTANCE.getNode("dmvpn.dsl.ui").putBoolean("formatOnSave", true);
        IFile file = project.file("net.dmvpn", Models.PHASE_3);
        ITextEditor editor = open(file, "\n\n");
        Ui.run(() -> {
            Keys.type(editor, "   ");
            execute("org.eclipse.ui.file.save");
        });
        Ui.waitUntil("the text to be saved and formatted", () -> !editor.isDirty() && file.readString().equals(Models.PHASE_3));

        Ui.run(() -> {
            Keys.type(editor, "// a note\n");
            execute("org.eclipse.ui.file.save");
        });

        Ui.waitUntil("the note to be saved", () -> file.readString().contains("a note"));
        requireHistory(file, Models.PHASE_3);
        restore(file, editor, Models.PHASE_3);
    }

    @Test
    void theMenuOfAModelComparesWithItAndReplacesByIt() throws Exception {
        IFile file = project.file("net.dmvpn", Models.PHASE_3);

        List<String> menu = Ui.get(() -> {
            Explorer.select(file);
            return Explorer.menu();
        });

        assertThat(menu).contains("Compare With/Local History...", "Replace With/Local History...", "Replace With/Previous from Local History");
    }

    private static ITextEditor open(IFile file, String place) {
        ITextEditor editor = ModelProject.open(file);
        Ui.run(() -> {
            editor.setFocus();
            editor.selectAndReveal(document(editor).get().indexOf(place) + place.length() - 1, 0);
        });
        return editor;
    }

    private static void requireHistory(IFile file, String text) throws Exception {
        assertThat(state(file, text)).as("the text from before in the local history").isNotNull();
    }

    private static IFileState state(IFile file, String text) throws Exception {
        for (IFileState state : file.getHistory(new NullProgressMonitor())) {
            if (new String(state.getContents().readAllBytes(), StandardCharsets.UTF_8).equals(text)) {
                return state;
            }
        }
        return null;
    }

    /** As the commands of the menu do. */
    private static void restore(IFile file, ITextEditor editor, String text) throws Exception {
        IFileState state = state(file, text);
        Ui.run(() -> replace(file, state));
        Ui.waitUntil("the text from before in the editor", () -> document(editor).get().equals(text) && !editor.isDirty());
    }

    private static void replace(IFile file, IFileState state) throws CoreException {
        file.setContents(state, true, true, new NullProgressMonitor());
    }
}
