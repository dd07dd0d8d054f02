package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StormCommandTest {

    private static final Path PHASE_3 = Called.EXAMPLES.resolve("phase3-eigrp");

    @TempDir
    private Path folder;

    @Test
    void aDesignThatHealsPassesAndTheTimeThatItHadIsExplained() {
        assertThat(Called.dmvpn("storm", PHASE_3, "--count", "2", "--seed", "11", "--length", "3min").endsWith(0).lines())
                .anyMatch(line -> line.startsWith("storm 11: healed (")).anyMatch(line -> line.startsWith("storm 12: healed ("))
                .contains("  600 s  what NHRP holds expires").endsWith("2 storms, 0 not healed");
    }

    @Test
    void aPrintedStormCanBePutIntoTheModelAndRun() throws IOException {
        String scenario = String.join("\n", Called.dmvpn("storm", PHASE_3, "--print", "--count", "1", "--seed", "5").endsWith(0).lines());
        Path model = Files.writeString(folder.resolve("model.dmvpn"),
                Files.readString(PHASE_3.resolve("phase3.dmvpn")) + "\n" + scenario + "\n");

        assertThat(scenario).startsWith("scenario Storm5 {")
                .contains("at 1s ping Traffic1 every 7s count ", " ping Healed1 every 1s count 20 from HQ.lan to Branch[1].lan\n");
        assertThat(Called.dmvpn("test", model).endsWith(0).lines()).anyMatch(line -> line.contains("Storm5"));
    }

    @Test
    void programsGetOneObjectALine() {
        assertThat(Called.dmvpn("storm", PHASE_3, "--count", "1", "--length", "1min", "--json").endsWith(0).lines())
                .hasSize(2).first().asString().startsWith("{\"type\":\"storm\",\"seed\":1,\"healed\":true");
    }

    @Test
    void badNumbersAndBrokenModelsAreSaid() throws IOException {
        assertThat(Called.dmvpn("storm", PHASE_3, "--count", "0").endsWith(2).err()).contains("from 1 on");
        assertThat(Called.dmvpn("storm", PHASE_3, "--length", "soon").endsWith(2).err()).contains("--length");
        Path broken = Files.writeString(folder.resolve("broken.dmvpn"), "network Broken\nhub {");
        assertThat(Called.dmvpn("storm", broken).endsWith(1).err()).contains("broken.dmvpn:");
    }
}
