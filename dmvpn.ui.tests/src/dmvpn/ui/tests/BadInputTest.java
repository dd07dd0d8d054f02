package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.problems;
import static dmvpn.ui.tests.driver.Workbench.text;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files that are no models, or broken ones: the editor opens, stays quick, and says what is wrong by markers. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class BadInputTest {

    private static final int NOISE_BYTES = 5 * 1024 * 1024;

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("bad-input");
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void anEmptyFileOpensAndCanBeFilled() throws Exception {
        IFile file = project.file("empty.dmvpn", "");
        ITextEditor editor = ModelProject.open(file);

        Ui.run(() -> document(editor).set(Models.PHASE_3.replace("crypto Suite\n", "crypto Suit\n")));

        Workbench.waitForProblem(file, "L-LINK");
    }

    @Test
    void syntaxErrorsInTheMiddleAreMarkedWhereTheyAreAndTheRestOfTheFileLivesOn() throws Exception {
        String text = Models.PHASE_3.replace("  lan 10.1.0.0/16\n", "  lan {{ ))) @@ 10.1.0.0/16 \"never closed\n")
                .replace("crypto Suite\n", "crypto Suit\n");
        IFile file = project.file("broken.dmvpn", text);
        ITextEditor editor = ModelProject.open(file);

        Workbench.waitForProblem(file, "L-LINK");
        int brokenLine = Models.lineOf("lan 10.1.0.0/16");
        assertThat(problems(file)).anyMatch(marker -> marker.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR
                && marker.getAttribute(IMarker.LINE_NUMBER, -1) == brokenLine);
        Screenshots.take("syntax-errors");

        Ui.run(() -> document(editor).set(Models.PHASE_3));
        Ui.waitUntil("all errors to go", () -> problems(file).stream()
                .noneMatch(marker -> marker.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR));
    }

    @Test
    void bytesOfAnotherEncodingAreShownAsUnknownCharacters() throws Exception {
        byte[] latin1 = Models.PHASE_3.replace("network Demo", "// Z\u00fcrich, Gen\u00e8ve\nnetwork Z\u00fcrich")
                .getBytes(StandardCharsets.ISO_8859_1);
        IFile file = project.file("latin1.dmvpn", latin1);

        ITextEditor editor = ModelProject.open(file);

        assertThat(Ui.get(() -> document(editor).get())).startsWith("// Z\ufffdrich");
        Ui.waitUntil("an error", () -> problems(file).stream()
                .anyMatch(marker -> marker.getAttribute(IMarker.LINE_NUMBER, -1) == 2));
    }

    @Test
    void fiveMegabytesOfNoiseCanBeOpenedScrolledEditedAndClosed() throws Exception {
        ITextEditor editor = ModelProject.open(project.file("noise.dmvpn", noise()));

        // Each step is answered by the UI thread before the driver's deadline, or the test fails.
        Ui.run(() -> text(editor).setTopIndex(20_000));
        Ui.run(() -> document(editor).replace(1_000_000, 0, "hub "));
        assertThat(Ui.get(() -> document(editor).get(1_000_000, 4))).isEqualTo("hub ");
        Ui.run(() -> document(editor).replace(1_000_000, 4, ""));
        ModelProject.close(editor);

        assertThat(Ui.get(() -> ModelProject.page().getEditorReferences())).isEmpty();
    }

    @Test
    void noiseIsMarkedWithFewProblemsThatSayHowManyMoreThereAre() throws Exception {
        IFile file = project.file("noise.dmvpn", noise());
        ModelProject.open(file);

        Ui.waitUntil("problems", () -> !problems(file).isEmpty());

        assertThat(problems(file)).hasSizeLessThanOrEqualTo(501);
        Screenshots.take("noise");
    }

    private static byte[] noise() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261);
        byte[] noise = new byte[NOISE_BYTES];
        for (int index = 0; index < noise.length; index++) {
            int value = random.nextInt(100);
            noise[index] = (byte) (value == 0 ? '\n' : 0x20 + value % 95);
        }
        return noise;
    }
}
