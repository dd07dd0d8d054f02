package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.text;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The places of the name at the caret are marked. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class OccurrencesTest {

    private static final int DECLARATION = Models.PHASE_3.indexOf("hub HQ1") + "hub ".length();
    private static final int USE = Models.PHASE_3.indexOf("via HQ1") + "via ".length();

    private ModelProject project;
    private ITextEditor editor;

    @BeforeEach
    void openModel() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("occurrences");
        editor = ModelProject.open(project.file("net.dmvpn", Models.PHASE_3));
        Ui.run(editor::setFocus);
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void theDeclarationAndTheUsesOfTheNameAtTheCaretAreMarkedDifferently() {
        caret(USE + 1);

        waitForMarks("declaration at " + DECLARATION, "use at " + USE);
        Screenshots.take("occurrences");
    }

    @Test
    void theMarksFollowTheCaretAndGoWhereThereIsNoName() {
        caret(USE + 1);
        waitForMarks("declaration at " + DECLARATION, "use at " + USE);

        caret(Models.PHASE_3.indexOf("crypto Suite\n") + "crypto S".length());
        waitForMarks("declaration at " + (Models.PHASE_3.indexOf("crypto Suite {") + "crypto ".length()),
                "use at " + (Models.PHASE_3.indexOf("crypto Suite\n") + "crypto ".length()));

        caret(Models.PHASE_3.indexOf("latency"));
        waitForMarks();
    }

    @Test
    void aMarkGoesWhenItsNameIsAnotherOne() {
        caret(DECLARATION + 1);
        waitForMarks("declaration at " + DECLARATION, "use at " + USE);

        Ui.run(() -> document(editor).replace(USE, "HQ1".length(), "HQ9"));

        waitForMarks("declaration at " + DECLARATION);
    }

    @Test
    void altShiftOSwitchesTheMarksOffAndOnAgain() {
        caret(USE + 1);
        waitForMarks("declaration at " + DECLARATION, "use at " + USE);

        Ui.run(() -> Keys.press(text(editor), "ALT+SHIFT+O"));
        try {
            waitForMarks();
            caret(DECLARATION + 1);
        } finally {
            Ui.run(() -> Keys.press(text(editor), "ALT+SHIFT+O"));
        }
        waitForMarks("declaration at " + DECLARATION, "use at " + USE);
    }

    @Test
    void theColoursAreAmongThoseOfTheAnnotations() {
        List<String> labels = new ArrayList<>();
        Ui.run(() -> new org.eclipse.ui.texteditor.MarkerAnnotationPreferences().getAnnotationPreferences().forEach(
                each -> labels.add(((org.eclipse.ui.texteditor.AnnotationPreference) each).getPreferenceLabel())));

        assertThat(labels).contains("DMVPN declaration", "DMVPN use of a name");
    }

    private void caret(int offset) {
        Ui.run(() -> editor.selectAndReveal(offset, 0));
    }

    private void waitForMarks(String... expected) {
        Ui.waitUntil("the marks " + List.of(expected), () -> marks().equals(List.of(expected)));
    }

    private List<String> marks() {
        IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        List<String> marks = new ArrayList<>();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            Annotation annotation = all.next();
            Position position = model.getPosition(annotation);
            if (annotation.getType().equals("dmvpn.dsl.ui.declaration")) {
                marks.add("declaration at " + position.getOffset());
            } else if (annotation.getType().equals("dmvpn.dsl.ui.use")) {
                marks.add("use at " + position.getOffset());
            } else if (annotation.getType().equals("org.eclipse.ui.genericeditor.text")) {
                marks.add("equal word at " + position.getOffset());
            }
        }
        Collections.sort(marks);
        return marks;
    }
}
