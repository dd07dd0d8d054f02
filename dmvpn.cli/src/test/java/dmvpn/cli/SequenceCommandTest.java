package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequenceCommandTest {

    private static final Path PHASE_3 = Called.EXAMPLES.resolve("phase3-eigrp");

    @TempDir
    private Path folder;

    @Test
    void aResolutionIsDrawn() throws IOException {
        Path svg = folder.resolve("resolution.svg");

        assertThat(Called.dmvpn("sequence", PHASE_3, "--protocol", "NHRP", "--from", "100s", "--until", "101s", "-o", svg).endsWith(0).out())
                .contains(svg.toString());

        assertThat(Files.readString(svg)).contains(">HQ<", ">Branch1<", ">Branch2<", "NHRP Traffic Indication", "NHRP Resolution Request")
                .doesNotContain("Registration");
    }

    @Test
    void aWholeRunOfALargeNetworkIsRefusedAndNothingIsWritten() throws IOException {
        Path large = folder.resolve("large.dmvpn");
        Files.writeString(large, Files.readString(PHASE_3.resolve("phase3.dmvpn")).replace("Branch[1..2]", "Branch[1..200]"));
        Path svg = folder.resolve("large.svg");

        assertThat(Called.dmvpn("sequence", large, "--keepalives", "-o", svg).endsWith(2).err()).contains("choose routers, protocols or a shorter time");

        assertThat(svg).doesNotExist();
    }

    @Test
    void wrongUsageIsTold() {
        Path svg = folder.resolve("x.svg");
        assertThat(Called.dmvpn("sequence", PHASE_3, "--axis", "round", "-o", svg).endsWith(2).err()).contains("LINEAR, COMPRESSED, EVENTS");
        assertThat(Called.dmvpn("sequence", PHASE_3, "--line", "0s", "-o", svg).endsWith(2).err()).contains("above zero");
        assertThat(Called.dmvpn("sequence", PHASE_3, "--router", "Nobody", "-o", svg).endsWith(2).err()).contains("Nobody");
        assertThat(Called.dmvpn("sequence", PHASE_3).endsWith(2).err()).contains("--out");
        assertThat(svg).doesNotExist();
    }
}
