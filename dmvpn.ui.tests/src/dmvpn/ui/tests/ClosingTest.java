package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.SecondWorkbench;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbench is closed while simulations stand and run: a workbench in a process of its own, as it takes its own with it. */
class ClosingTest {

    @TempDir
    private Path folder;

    @Test
    void aWorkbenchEndsCalmlyWhileSimulationsStandInTheDebuggerAndRun() throws Exception {
        SecondWorkbench ended = SecondWorkbench.run(folder, WorkbenchLeftRunning.WANTED);

        // It ended by itself: no dialogue waited for anybody, and no thread of a simulation kept it alive.
        assertThat(ended.said("left.")).containsExactly("left.standing=true running=true run=true", "left.closes");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.log()).isEmpty();
    }
}
