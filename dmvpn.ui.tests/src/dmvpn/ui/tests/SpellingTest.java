package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.spelling.SpellingAnnotation;
import org.eclipse.ui.texteditor.spelling.SpellingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In an Eclipse that checks spelling no word of the language and no name is taken for a mistake. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class SpellingTest {

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("spelling");
        EditorsUI.getPreferenceStore().setValue(SpellingService.PREFERENCE_SPELLING_ENABLED, true);
    }

    @AfterEach
    void deleteProject() throws Exception {
        EditorsUI.getPreferenceStore().setToDefault(SpellingService.PREFERENCE_SPELLING_ENABLED);
        project.close();
    }

    @Test
    void wordsOfAModelAreNotChecked() throws Exception {
        IFile plain = project.file("notes.txt", Models.PHASE_3);
        ITextEditor notes = (ITextEditor) Ui.get(() -> ModelProject.page().openEditor(
                new org.eclipse.ui.part.FileEditorInput(plain), EditorsUI.DEFAULT_TEXT_EDITOR_ID));
        Ui.waitUntil("the check of a plain text", () -> misspelt(notes).contains("'holdtime' is not known"));

        IFile file = project.file("net.dmvpn", Models.PHASE_3.replace("crypto Suite\n", "crypto Suit\n"));
        ITextEditor model = ModelProject.open(file);
        Workbench.waitForProblem(file, "L-LINK"); // the model was checked as a model
        Ui.run(() -> {
            model.setFocus();
            Keys.type(model, "// teh branches\n");
        });
        Ui.waitUntilIdle();

        assertThat(Ui.get(() -> misspelt(model))).isEmpty();
    }

    private static List<String> misspelt(ITextEditor editor) {
        IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        List<String> found = new ArrayList<>();
        model.getAnnotationIterator().forEachRemaining(annotation -> {
            if (annotation instanceof SpellingAnnotation) {
                found.add(annotation.getText());
            }
        });
        return found;
    }
}
