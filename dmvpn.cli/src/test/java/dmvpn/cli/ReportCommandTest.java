package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    private static final Path PHASE_3 = Called.EXAMPLES.resolve("phase3-eigrp");

    @TempDir
    private Path folder;

    @Test
    void aReportIsWrittenAndNamed() throws IOException {
        Path page = folder.resolve("deep/report.html");

        assertThat(Called.dmvpn("report", PHASE_3, "-o", page).endsWith(0).out()).isEqualTo(page + "\n");

        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("FirstPacket", "Branch1", "<svg").endsWith("</html>\n");
        assertThat(page.getParent()).isDirectoryNotContaining(file -> !file.equals(page));
    }

    @Test
    void verdictsAreAskedFor() {
        Path page = folder.resolve("report.html");

        Called.dmvpn("report", PHASE_3, "-o", page, "--run").endsWith(0);

        assertThat(page).content().contains(">passed<", ">met<").doesNotContain("They were not run");
    }

    @Test
    void aModelWithErrorsIsReportedAndFails() throws IOException {
        Path model = Files.writeString(folder.resolve("a.dmvpn"), Files.readString(PHASE_3.resolve("phase3.dmvpn")).replace("via HQ", "via Nobody"));
        Path page = folder.resolve("report.html");

        assertThat(Called.dmvpn("report", model, "-o", page).endsWith(1).err()).contains("error [L-LINK]");

        assertThat(page).content().contains("The model has errors", "L-LINK");
    }

    @Test
    void anExpectationThatIsNotMetFails() throws IOException {
        Path model = Files.writeString(folder.resolve("a.dmvpn"), Files.readString(PHASE_3.resolve("phase3.dmvpn"))
                .replace("expect at 102s path Branch[1].lan to Branch[2].lan is direct", "expect at 102s path Branch[1].lan to Branch[2].lan is via HQ"));
        Path page = folder.resolve("report.html");

        Called.dmvpn("report", model, "-o", page, "--run").endsWith(1);
        assertThat(page).content().contains(">not met<");
        Called.dmvpn("report", model, "-o", page).endsWith(0);
    }

    @Test
    void whatCannotBeReadOrWrittenIsToldAndLeavesNoFile() throws IOException {
        Path page = folder.resolve("report.html");
        assertThat(Called.dmvpn("report", folder.resolve("missing.dmvpn"), "-o", page).endsWith(1).err()).contains("missing.dmvpn");
        assertThat(page).doesNotExist();

        assertThat(Called.dmvpn("report", PHASE_3, "-o", folder).endsWith(1).err()).contains(folder.toString()).contains("folder");
        assertThat(Called.dmvpn("report", PHASE_3, "-o", Files.writeString(folder.resolve("file"), "").resolve("x.html")).endsWith(1).err())
                .contains("file");
    }

    @Test
    void wrongUsageIsTold() throws IOException {
        assertThat(Called.dmvpn("report", PHASE_3).endsWith(2).err()).contains("--out");
        assertThat(Called.dmvpn("report", PHASE_3, "-o", "").endsWith(2).err()).contains("an empty text");
        assertThat(Called.dmvpn("report", Called.EXAMPLES, "-o", folder.resolve("x.html")).endsWith(2).err()).contains("phase3.dmvpn");
        Path model = Files.copy(PHASE_3.resolve("phase3.dmvpn"), folder.resolve("a.dmvpn"));
        assertThat(Called.dmvpn("report", model, "-o", model).endsWith(2).err()).contains("is the model");
    }
}
