package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnoseCommandTest {

    private static final Path PHASE_3 = Called.EXAMPLES.resolve("phase3-eigrp");

    @TempDir
    private Path folder;

    @Test
    void aHealthyPairHasNoFindings() {
        assertThat(Called.dmvpn("diagnose", PHASE_3, "--from", "Branch1", "--to", "Branch[2]", "--at", "90s").endsWith(0).lines())
                .containsExactly("Branch1 and Branch2 at 90.000 s: all layers are well",
                        "  way there: Branch1 > HQ > Branch2: arrives", "  way back:  Branch2 > HQ > Branch1: arrives");
    }

    @Test
    void aFailedHubIsFound() {
        Called called = Called.dmvpn("diagnose", PHASE_3, "--scenario", "HubFailure", "--from", "Branch1", "--to", "Branch2",
                "--at", "350s").endsWith(1);
        assertThat(called.lines()).contains("physical at HQ", "  cause:    the router is without power");
        assertThat(Called.dmvpn("diagnose", PHASE_3, "--scenario", "HubFailure", "--from", "Branch1", "--to", "Branch2",
                "--at", "350s", "--json").endsWith(1).lines())
                .hasSize(2).allMatch(line -> line.startsWith("{\"type\":\""));
    }

    @Test
    void whatIsUnknownIsSaidWithWhatThereIs() throws IOException {
        assertThat(Called.dmvpn("diagnose", PHASE_3, "--from", "HQ9", "--to", "HQ").endsWith(2).err()).contains("Branch1");
        assertThat(Called.dmvpn("diagnose", PHASE_3, "--from", "HQ", "--to", "HQ").endsWith(2).err()).contains("two routers");
        assertThat(Called.dmvpn("diagnose", PHASE_3, "--from", "HQ").endsWith(2).err()).contains("--to");
        assertThat(Called.dmvpn("diagnose", PHASE_3, "--from", "HQ", "--to", "Branch1", "--at", "99d").endsWith(2).err())
                .contains("goes from 0s to 120s");
        Path broken = Files.writeString(folder.resolve("broken.dmvpn"), "network Broken\nhub {");
        assertThat(Called.dmvpn("diagnose", broken, "--from", "A", "--to", "B").endsWith(1).err()).contains("broken.dmvpn:");
    }
}
