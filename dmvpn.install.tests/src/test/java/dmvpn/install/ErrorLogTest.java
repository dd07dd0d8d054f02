package dmvpn.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the file behind the Error Log is read; the lines are as Equinox's {@code EclipseLog} writes them. */
class ErrorLogTest {

    @TempDir
    Path workspace;

    @Test
    void everyEntryIsFoundThoseInsideOthersIncluded() throws Exception {
        write("""
                !SESSION 2026-01-01 00:00:00.000 -----------------------------------------------
                java.version=25

                !ENTRY dmvpn.sim.ui 2 0 2026-01-01 00:00:00.001
                !MESSAGE Ours warns.

                !ENTRY org.eclipse.ui 1 0 2026-01-01 00:00:00.002
                !MESSAGE Several things.
                !SUBENTRY 1 org.eclipse.ui.ide 4 2 2026-01-01 00:00:00.002
                !MESSAGE One failed.
                !STACK 0
                java.lang.IllegalStateException: !ENTRY
                """);

        assertThat(ErrorLog.ofWorkspace(workspace).entries()).containsExactly(
                new ErrorLog.Entry("dmvpn.sim.ui", ErrorLog.WARNING, "!MESSAGE Ours warns."),
                new ErrorLog.Entry("org.eclipse.ui", 1, "!MESSAGE Several things."),
                new ErrorLog.Entry("org.eclipse.ui.ide", ErrorLog.ERROR, "!MESSAGE One failed."));
    }

    @Test
    void aWorkbenchThatLoggedNothingHasNoFileAndNoEntries() throws Exception {
        assertThat(ErrorLog.ofWorkspace(workspace).entries()).isEmpty();
    }

    private void write(String text) throws Exception {
        Files.writeString(Files.createDirectory(workspace.resolve(".metadata")).resolve(".log"), text);
    }
}
