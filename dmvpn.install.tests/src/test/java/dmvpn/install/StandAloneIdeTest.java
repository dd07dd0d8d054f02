package dmvpn.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What a person gets who starts the stand-alone IDE on a new workspace. It is started once, as a process of its own with
 * its own application; that it ended with success is a condition of all that is looked at here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandAloneIdeTest {

    private static final String GENERIC_EDITOR = "org.eclipse.ui.genericeditor.GenericEditor";

    private StartedPlatform ide;

    @BeforeAll
    void start() throws Exception {
        ide = StartedPlatform.withItsOwnApplication("ide", Path.of(System.getProperty("examples.folder"), "phase3-eigrp", "phase3.dmvpn"));
    }

    @Test
    void itsWindowComesUpInOurPerspective() {
        assertThat(ide.report()).contains("probe.product=DMVPN IDE", "probe.windows=1", "probe.windowIsVisible=true",
                "probe.perspective=dmvpn.sim.ui.perspective");
    }

    @Test
    void allViewsOfThePerspectiveCanBeSeen() {
        assertThat(ide.report())
                .contains("probe.view=dmvpn.sim.ui.timeline", "probe.view=org.eclipse.ui.navigator.ProjectExplorer",
                        "probe.view=org.eclipse.ui.views.ContentOutline", "probe.view=org.eclipse.debug.ui.DebugView",
                        "probe.view=org.eclipse.debug.ui.VariableView", "probe.view=org.eclipse.ui.views.ProblemView")
                .noneMatch(line -> line.startsWith("probe.brokenView"));
    }

    @Test
    void anExampleOpensInOurEditorWithoutAProblem() {
        assertThat(ide.report()).containsSubsequence(
                "probe.contentType=dmvpn.dsl.ui.model",
                "probe.defaultEditor=" + GENERIC_EDITOR,
                "probe.openedEditor=" + GENERIC_EDITOR + " phase3.dmvpn",
                "probe.problemsOfExample=0",
                "probe.finished=true")
                .noneMatch(line -> line.startsWith("probe.failure"));
    }

    @Test
    void aMistakeInAModelIsMarked() {
        assertThat(ide.report())
                .anySatisfy(line -> assertThat(line).startsWith("probe.problemOfMistakenModel=").contains("Nowhere"));
    }

    @Test
    void theErrorLogHoldsNoErrorAndNoWarningOfOurs() throws Exception {
        ErrorLog log = ErrorLog.ofWorkspace(ide.workspace());

        // Without the probe's own entry this would be the log of something else.
        assertThat(log.entries()).extracting(ErrorLog.Entry::bundle).contains("dmvpn.install.probe");
        assertThat(log.entries()).filteredOn(entry -> entry.severity() >= ErrorLog.ERROR).isEmpty();
        assertThat(log.entries())
                .filteredOn(entry -> entry.severity() >= ErrorLog.WARNING && entry.bundle().startsWith("dmvpn.")).isEmpty();
    }

    @Test
    void theFrameworkLoggedNothingBeforeItKnewTheWorkspace() throws Exception {
        // Equinox writes there, in a file named by the time, what goes wrong before the workspace is known.
        try (Stream<Path> files = Files.list(ide.home().resolve("configuration"))) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().endsWith(".log"));
        }
    }
}
