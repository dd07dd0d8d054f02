package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.execute;
import static dmvpn.ui.tests.driver.Workbench.problems;
import static dmvpn.ui.tests.driver.Workbench.waitForProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Explorer;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Models that no editor shows: the builder of a project checks them. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class ProjectTest {

    private static final String BROKEN = Models.PHASE_3.replace("crypto Suite\n", "crypto Suit\n");
    private static final String SHARED = "transport Internet { latency 10ms }\n";
    private static final String EAST =
            "import \"shared.dmvpn\"\nhub East { wan Internet 203.0.113.1/24 gateway 203.0.113.254 }\n";

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("whole");
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void theMenuOfAProjectTurnsTheCheckOfAllModelsOnAndOff() throws Exception {
        IFile file = project.file("net.dmvpn", BROKEN);
        Ui.run(() -> Explorer.select(file.getProject()));
        assertThat(Ui.get(Explorer::menu)).contains("Configure/Check All DMVPN Models")
                .doesNotContain("Configure/Check Open DMVPN Models Only");

        checkAll(file.getProject());
        IMarker marker = waitForProblem(file, "L-LINK");
        assertThat(marker.getAttribute(IMarker.LINE_NUMBER, -1)).isEqualTo(Models.lineOf("crypto Suite\n  routing"));
        Ui.waitUntilIdle();
        Screenshots.take("closed-file-problems");
        Ui.run(() -> Explorer.select(file.getProject()));
        assertThat(Ui.get(Explorer::menu)).contains("Configure/Check Open DMVPN Models Only")
                .doesNotContain("Configure/Check All DMVPN Models");

        Ui.run(() -> execute("dmvpn.dsl.ui.removeNature"));
        Ui.waitUntil("the problems of the closed file to go", () -> problems(file).isEmpty());
        assertThat(file.getProject().getDescription().getBuildSpec()).isEmpty();
    }

    @Test
    void aChangeOfAnImportedFileMarksThoseThatImportItAndTouchesNoOther() throws Exception {
        IFile shared = project.file("shared.dmvpn", SHARED);
        IFile east = project.file("east.dmvpn", EAST);
        IFile alone = project.file("alone.dmvpn", BROKEN);
        checkAll(alone.getProject());
        long known = waitForProblem(alone, "L-LINK").getId();
        Ui.waitUntilIdle();
        assertThat(problems(east, "L-LINK")).isEmpty();

        write(shared, SHARED.replace("Internet", "Mpls"));
        waitForProblem(east, "L-LINK");
        write(shared, SHARED);
        Ui.waitUntil("the problem to go", () -> problems(east, "L-LINK").isEmpty());
        shared.delete(true, new NullProgressMonitor());
        waitForProblem(east, "L-LINK");

        assertThat(problems(alone, "L-LINK")).extracting(IMarker::getId).containsExactly(known);
    }

    @Test
    void aFileOfAnotherProjectIsFollowedToo() throws Exception {
        IFile east = project.file("east.dmvpn", EAST.replace("shared.dmvpn", "../owner/shared.dmvpn"));
        try (ModelProject owner = new ModelProject("owner")) {
            IFile shared = owner.file("shared.dmvpn", SHARED);
            checkAll(east.getProject());
            Ui.waitUntil("the check", () -> east.getProject().hasNature("dmvpn.dsl.ui.nature"));
            Ui.waitUntilIdle();
            assertThat(problems(east, "L-LINK")).isEmpty();

            write(shared, SHARED.replace("Internet", "Mpls"));

            waitForProblem(east, "L-LINK");
        }
    }

    @Test
    void theMarksOfAnOpenFileAreThoseOfItsEditorAndOfAClosedFileThoseOfTheDisk() throws Exception {
        IFile file = project.file("net.dmvpn", BROKEN);
        checkAll(file.getProject());
        waitForProblem(file, "L-LINK");
        ITextEditor editor = ModelProject.open(file);
        Ui.run(() -> document(editor).set(Models.PHASE_3.replace("lan 10.1.0.0/16", "lan 10.1.0.5/16")));
        waitForProblem(file, "L-VALUE-HOST-BITS");
        Ui.waitUntil("the problem of the disk to go", () -> problems(file, "L-LINK").isEmpty());

        file.getProject().build(IncrementalProjectBuilder.FULL_BUILD, new NullProgressMonitor());
        Ui.waitUntilIdle();
        assertThat(problems(file, "L-LINK")).as("what the builder finds behind the editor's back").isEmpty();
        assertThat(problems(file, "L-VALUE-HOST-BITS")).hasSize(1);

        ModelProject.close(editor);
        waitForProblem(file, "L-LINK");
        Ui.waitUntil("the problem of the unsaved text to go", () -> problems(file, "L-VALUE-HOST-BITS").isEmpty());
    }

    @Test
    void openingAFileKeepsItsMarks() throws Exception {
        IFile file = project.file("net.dmvpn", BROKEN);
        checkAll(file.getProject());
        long known = waitForProblem(file, "L-LINK").getId();
        Ui.waitUntilIdle();

        ModelProject.open(file);
        // The server answers in order: what it says of a file opened later comes later.
        IFile later = project.file("later.dmvpn", "");
        Ui.run(() -> document(ModelProject.open(later)).set(BROKEN));
        waitForProblem(later, "L-LINK");

        assertThat(problems(file, "L-LINK")).extracting(IMarker::getId).containsExactly(known);
    }

    @Test
    void derivedFoldersAndFilesOfOtherKindsAreLeftAlone() throws Exception {
        IFile file = project.file("net.dmvpn", BROKEN);
        IFolder output = file.getProject().getFolder("output");
        output.create(org.eclipse.core.resources.IResource.DERIVED, true, new NullProgressMonitor());
        IFile derived = project.file("output/net.dmvpn", BROKEN);
        IFile hidden = hidden(file.getProject());
        IFile text = project.file("net.txt", BROKEN);

        checkAll(file.getProject());
        waitForProblem(file, "L-LINK");
        Ui.waitUntilIdle();

        assertThat(problems(derived)).isEmpty();
        assertThat(problems(hidden)).isEmpty();
        assertThat(problems(text)).isEmpty();
    }

    @Test
    void cleaningTakesTheMarksAwayAndTheNextBuildBringsThemBack() throws Exception {
        IFile file = project.file("net.dmvpn", BROKEN);
        checkAll(file.getProject());
        waitForProblem(file, "L-LINK");
        Ui.waitUntilIdle();

        Workbench.withoutAutomaticBuild(() -> {
            file.getProject().build(IncrementalProjectBuilder.CLEAN_BUILD, new NullProgressMonitor());
            Ui.waitUntil("the problems to go", () -> problems(file).isEmpty());
            file.getProject().build(IncrementalProjectBuilder.INCREMENTAL_BUILD, new NullProgressMonitor());
            waitForProblem(file, "L-LINK");
        });
    }

    @Test
    void aBuildThatIsCancelledIsMadeUpForByTheNextOne() throws Exception {
        IFile file = project.file("net.dmvpn", Models.PHASE_3);
        checkAll(file.getProject());
        Ui.waitUntil("the nature", () -> file.getProject().hasNature("dmvpn.dsl.ui.nature"));
        Ui.waitUntilIdle();

        Workbench.withoutAutomaticBuild(() -> {
            write(file, BROKEN);
            NullProgressMonitor cancelled = new NullProgressMonitor();
            cancelled.setCanceled(true);
            try {
                file.getProject().build(IncrementalProjectBuilder.INCREMENTAL_BUILD, cancelled);
            } catch (OperationCanceledException expected) {
                Ui.waitUntilIdle();
            }
            assertThat(problems(file, "L-LINK")).isEmpty();
            file.getProject().build(IncrementalProjectBuilder.INCREMENTAL_BUILD, new NullProgressMonitor());
            waitForProblem(file, "L-LINK");
        });
    }

    @Test
    void aRulesFileChangesWhatIsFoundAndIsCheckedItself() throws Exception {
        IFile file = project.file("net.dmvpn", Models.PHASE_3.replace("  dpd 30s retry 5s on-demand\n", ""));
        checkAll(file.getProject());
        waitForProblem(file, "R-SEC-16");

        IFile rules = project.file("dmvpn.rules", "R-SEC-16 off\nR-SEC-999 error\n");
        Ui.waitUntil("the finding to go", () -> problems(file, "R-SEC-16").isEmpty());
        waitForProblem(rules, "RULES-FILE");

        write(rules, "R-SEC-16 error\n");
        assertThat(waitForProblem(file, "R-SEC-16").getAttribute(IMarker.SEVERITY, -1)).isEqualTo(IMarker.SEVERITY_ERROR);
        Ui.waitUntil("the mistake in the rules to go", () -> problems(rules).isEmpty());
    }

    @Test
    void anOpenEditorShowsARulesFileThatChangedWithoutTheBuilder() throws Exception {
        IFile file = project.file("net.dmvpn", Models.PHASE_3.replace("  dpd 30s retry 5s on-demand\n", ""));
        ModelProject.open(file);
        waitForProblem(file, "R-SEC-16");

        project.file("dmvpn.rules", "R-SEC-16 off\n");

        Ui.waitUntil("the finding to go", () -> problems(file, "R-SEC-16").isEmpty());
    }

    @Test
    void aMarkOfAnEarlierSessionOffersItsFixes() throws Exception {
        IFile file = project.file("net.dmvpn", BROKEN);
        int start = BROKEN.indexOf("crypto Suit\n") + "crypto ".length();
        // What a workspace remembers: the mark, and nobody who has looked at the file since.
        IMarker marker = file.createMarker("dmvpn.dsl.ui.problem", Map.of("ruleId", "L-LINK", IMarker.MESSAGE, "No crypto suite",
                IMarker.CHAR_START, start, IMarker.CHAR_END, start + "Suit".length(), IMarker.LINE_NUMBER, 1));

        Ui.waitUntil("the fix", () -> {
            // Asking for fixes reads the model, and then the mark may be another one.
            IMarker current = Arrays.stream(file.findMarkers("dmvpn.dsl.ui.problem", true, IResource.DEPTH_ZERO)).findFirst().orElse(marker);
            Optional<IMarkerResolution> fix = Arrays.stream(IDE.getMarkerHelpRegistry().getResolutions(current))
                    .filter(candidate -> candidate.getLabel().equals("Change to 'Suite'")).findFirst();
            fix.ifPresent(found -> found.run(current));
            return fix.isPresent();
        });

        assertThat(file.readString()).isEqualTo(Models.PHASE_3);
    }

    @Test
    void aProjectWithoutTheCheckSaysOnceHowToGetIt() throws Exception {
        IFile file = project.file("net.dmvpn", Models.PHASE_3);
        ITextEditor first = ModelProject.open(file);
        Ui.waitUntil("the hint", () -> Workbench.statusLine().contains("Configure ▸ Check All DMVPN Models"));
        Screenshots.take("nature-hint");

        Ui.run(() -> first.getEditorSite().getActionBars().getStatusLineManager().setMessage(null));
        ModelProject.open(project.file("second.dmvpn", Models.PHASE_3));
        Ui.waitUntilIdle();

        assertThat(Ui.get(Workbench::statusLine)).doesNotContain("Configure ▸");
    }

    @Test
    void aProjectThatIsClosedAndOpenedAgainIsCheckedAnew() throws Exception {
        IFile file = project.file("net.dmvpn", BROKEN);
        checkAll(file.getProject());
        waitForProblem(file, "L-LINK");
        Ui.waitUntilIdle();

        file.getProject().close(new NullProgressMonitor());
        Ui.waitUntilIdle();
        file.getProject().open(new NullProgressMonitor());
        Ui.waitUntilIdle();
        waitForProblem(file, "L-LINK");
        write(file, Models.PHASE_3);

        Ui.waitUntil("the problem to go", () -> problems(file, "L-LINK").isEmpty());
    }

    private static void checkAll(IProject whole) {
        Ui.run(() -> {
            Explorer.select(whole);
            execute("dmvpn.dsl.ui.addNature");
        });
    }

    private static IFile hidden(IProject whole) throws CoreException {
        IFolder folder = whole.getFolder(".old");
        folder.create(true, true, new NullProgressMonitor());
        IFile file = folder.getFile("net.dmvpn");
        file.create(new ByteArrayInputStream(BROKEN.getBytes(StandardCharsets.UTF_8)), true, new NullProgressMonitor());
        return file;
    }

    private static void write(IFile file, String text) throws CoreException {
        file.setContents(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, true, new NullProgressMonitor());
    }
}
