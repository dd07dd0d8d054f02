package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebugCommandTest {

    private static final Path PHASE_3 = Called.EXAMPLES.resolve("phase3-eigrp");

    @TempDir
    private Path folder;

    @Test
    void aScriptStepsThroughARunForwardsAndBackwards() {
        Called called = Called.reading("break event NHRP \"Registration Request\" received\ncontinue\nback\nquit\nfly\n",
                "debug", PHASE_3).endsWith(0);

        assertThat(called.lines()).element(1).asString().startsWith("stopped by breakpoint 1: event NHRP \"Registration Request\" received");
        assertThat(called.lines()).element(2).asString().contains("1.010  HQ");
        assertThat(called.lines()).hasSize(4);
    }

    @Test
    void whatBreakpointsTellIsPrintedWhileItRuns() {
        Called called = Called.reading("break event NHRP \"Registration Request\" sent tell \"{event.router} at {time}\"\ncontinue\n",
                "debug", PHASE_3, "--until", "20s").endsWith(0);

        assertThat(called.out()).contains("Branch1 at 1.000\nBranch2 at 1.000\nthe run is over");
    }

    @Test
    void aLineThatMeansNothingEndsAScript() {
        assertThat(Called.reading("fly\nstep\n", "debug", PHASE_3).endsWith(2).err()).contains("'fly' is no command");
        assertThat(Called.reading("print Nobody.nhrp\n", "debug", PHASE_3).endsWith(2).err())
                .contains("'Nobody' is no router; there are HQ, Branch1, Branch2");
    }

    @Test
    void aRunOnAnotherPlatformHasItsNamesAndStaysOnItInABranch() {
        String script = "until 20s\nset fail HQ.gre100\nuntil 30s\nprint HQ.interfaces[gre100].lineProtocol\n";

        assertThat(Called.reading(script, "debug", PHASE_3, "--platform", "frr").endsWith(0).lines()).last().asString().endsWith("= down");
    }

    @Test
    void aPlatformThatIsNotKnownIsWrongUsage() {
        assertThat(Called.reading("", "debug", PHASE_3, "--platform", "ios").endsWith(2).err())
                .contains("'ios' is no platform; there are cisco-iosxe, frr");
        assertThat(Called.reading("", "debug", PHASE_3, "--release", "15.4").endsWith(2).err())
                .contains("The release 15.4 is of no platform: name one of cisco-iosxe, frr");
    }

    @Test
    void aModelWithErrorsIsNotRun() throws IOException {
        Path wrong = folder.resolve("wrong.dmvpn");
        Files.writeString(wrong, "network Wrong\nspoke B { join Nowhere as 10.0.0.1 }\n");

        assertThat(Called.reading("step\n", "debug", wrong).endsWith(1).err()).contains("Nowhere");
    }

    @Test
    void anUnknownScenarioIsWrongUsage() {
        assertThat(Called.reading("", "debug", PHASE_3, "--scenario", "None").endsWith(2).err()).contains("FirstPacket");
    }
}
