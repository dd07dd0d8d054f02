package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports, severities, suppressions and baselines as a person meets them. */
class CheckCommandTest {

    /** An error: the spokes' local networks overlap. A warning: the holding time. */
    private static final String WRONG = """
            transport Internet { dhcp 198.51.100.0/24 }
            cloud Corp { overlay 10.0.0.0/24 phase 3 holdtime 2h routing eigrp 100 { summary 192.168.0.0/16 from hubs } }
            hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254 lan 192.168.1.0/24 join Corp as 10.0.0.1 }
            spoke A { wan Internet dhcp lan 192.168.2.0/24 join Corp as 10.0.0.2 via HQ }
            spoke B { wan Internet dhcp lan 192.168.2.0/24 join Corp as 10.0.0.3 via HQ }
            """;

    @TempDir
    private Path folder;
    private Path model;

    @BeforeEach
    void writeModel() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        model = Files.writeString(folder.resolve("a.dmvpn"), WRONG);
    }

    @Test
    void theProjectDecidesWhatIsAnError() throws IOException {
        assertThat(Called.dmvpn("check", model).endsWith(1).out()).contains("error [R-AD-06]", "warning [R-NH-19]");

        Files.writeString(folder.resolve("dmvpn.rules"), "R-AD-06 warning\nR-NH-19 off\n");
        assertThat(Called.dmvpn("check", model).endsWith(0).out()).contains("warning [R-AD-06]").doesNotContain("R-NH-19");
        assertThat(Called.dmvpn("simulate", model, "--until", "1s", "--quiet").endsWith(0).out()).contains("HQ");
    }

    @Test
    void aMistakeInTheRulesFileFailsTheCheckButNotARun() throws IOException {
        Path rules = Files.writeString(folder.resolve("dmvpn.rules"), "R-AD-06 warning\nR-NH-19 offf\n");

        assertThat(Called.dmvpn("check", model).endsWith(1).lines().getFirst())
                .isEqualTo(rules + ":2:9: error [RULES-FILE] 'offf' is no level: did you mean 'off'?");
        Called.dmvpn("simulate", model, "--until", "1s").endsWith(0);
    }

    @Test
    void aSuppressedErrorDoesNotFail() throws IOException {
        Files.writeString(model, WRONG.replace("spoke B", "// suppress R-AD-06: moves to the other site this week\nspoke B"));

        assertThat(Called.dmvpn("check", model).endsWith(0).out()).doesNotContain("R-AD-06");
        assertThat(Called.dmvpn("check", model, "--json").endsWith(0).lines())
                .anyMatch(line -> line.contains("\"suppressed\"") && line.contains("moves to the other site"));
        assertThat(Called.dmvpn("check", model, "--json", "--omit-accepted").endsWith(0).out())
                .contains("R-NH-19").doesNotContain("moves to the other site");
    }

    @Test
    void aBaselineHidesWhatWasThere() throws IOException {
        Path baseline = folder.resolve("known.json");

        assertThat(Called.dmvpn("check", folder, "--baseline", baseline, "--write-baseline").endsWith(0).err())
                .contains(baseline + " knows ");
        Files.writeString(model, "\n// moved\n" + WRONG);
        Called again = Called.dmvpn("check", folder, "--baseline", baseline).endsWith(0);
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains(" hides ");

        Files.writeString(model, WRONG.replace("holdtime 2h", "holdtime 3h"));
        assertThat(Called.dmvpn("check", folder, "--baseline", baseline).endsWith(0).out())
                .contains("warning [R-NH-19]", "info [BASELINE]");
    }

    @Test
    void aBaselineThatCannotBeReadSaysWhy() throws IOException {
        Path baseline = folder.resolve("known.json");
        assertThat(Called.dmvpn("check", model, "--baseline", baseline).endsWith(1).err()).contains("known.json").contains("does not exist");

        Files.writeString(baseline, "{ nothing");
        Called wrong = Called.dmvpn("check", model, "--baseline", baseline).endsWith(1);
        assertThat(wrong.err()).contains("known.json").contains("no baseline");
        assertThat(wrong.out()).isEmpty();
        assertThat(Called.dmvpn("check", model, "--baseline", folder).endsWith(1).err()).contains(folder.toString());
    }

    @Test
    void aBaselineThatCannotBeWrittenSaysWhy() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "").resolve("known.json");

        assertThat(Called.dmvpn("check", model, "--baseline", blocked, "--write-baseline").endsWith(1).err()).contains("file");
    }

    @Test
    void writingABaselineNeedsItsName() {
        assertThat(Called.dmvpn("check", model, "--write-baseline").endsWith(2).err()).contains("--baseline FILE");
    }

    @ParameterizedTest
    @CsvSource({"json, {\"type\"", "sarif, {", "SARIF, {", "junit, <?xml"})
    void theReportHasTheFormThatIsAskedFor(String format, String start) {
        assertThat(Called.dmvpn("check", model, "--format", format).endsWith(1).out()).startsWith(start).contains("R-AD-06");
    }

    @Test
    void aReportInAFileLeavesTheProblemsOnTheScreen() throws IOException {
        Path report = folder.resolve("out/report.sarif");
        Called called = Called.dmvpn("check", model, "--format", "sarif", "-o", report).endsWith(1);

        assertThat(called.out()).contains(": error [R-AD-06]").doesNotContain("{");
        assertThat(Files.readString(report)).isEqualTo(Called.dmvpn("check", model, "--format", "sarif").out());
    }

    @Test
    void anUnknownFormatIsWrongUsageAndTheOthersAreNamed() {
        assertThat(Called.dmvpn("check", model, "--format", "yaml").endsWith(2).err()).contains("yaml").contains("SARIF");
        assertThat(Called.dmvpn("check", model, "--format", "junit", "--json").endsWith(2).err()).contains("--json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"R-NH-19", "r-nh-19"})
    void aRuleIsExplainedWithItsExamples(String id) {
        assertThat(Called.dmvpn("rules", id).endsWith(0).out()).startsWith("R-NH-19 (warning): ")
                .contains("Source:", "Quick fix: Change 'holdtime 2h'", "A model that breaks it:", "    cloud Corp {", "A model that does not:");
    }

    @Test
    void rulesOfAnAreaAndAsJson() {
        assertThat(Called.dmvpn("rules", "--area", "keys").endsWith(0).lines()).isNotEmpty().allMatch(line -> line.startsWith("R-KEY-"));
        assertThat(Called.dmvpn("rules", "--area", "kees").endsWith(2).err()).contains("kees").contains("keys");
        assertThat(Called.dmvpn("rules", "--area", "keys", "R-NH-19").endsWith(2).err()).contains("R-NH-19").contains("keys");
        assertThat(Called.dmvpn("rules", "--json").endsWith(0).lines()).hasSizeGreaterThan(70)
                .allMatch(line -> line.startsWith("{\"id\":\"") && line.endsWith("}"));
    }

    @Test
    void rulesAreWrittenAsPages() {
        Path pages = folder.resolve("pages");

        assertThat(Called.dmvpn("rules", "--docs", pages).endsWith(0).out()).contains("pages in " + pages);
        assertThat(pages.resolve("README.md")).exists();
        assertThat(pages.resolve("R-NH-19.md")).exists();
        assertThat(Called.dmvpn("rules", "--docs", pages, "R-NH-19").endsWith(2).err()).contains("--docs");
        assertThat(Called.dmvpn("rules", "--docs", model).endsWith(1).err()).contains("a.dmvpn");
    }
}
