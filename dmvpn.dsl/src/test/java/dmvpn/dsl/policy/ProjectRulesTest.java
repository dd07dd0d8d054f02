package dmvpn.dsl.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.load.LoadedModel;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a project says about rules in its {@code dmvpn.rules}. */
class ProjectRulesTest {

    /** One finding: the warning R-SEC-16. */
    private static final String WARNED = Models.sound("  dpd 30s retry 5s  psk", "  psk");

    @TempDir
    private Path project;
    private Path model;

    @BeforeEach
    void makeProject() throws IOException {
        Files.createDirectory(project.resolve(".git"));
        model = Files.createDirectories(project.resolve("designs/small")).resolve("a.dmvpn");
        Files.writeString(model, WARNED);
    }

    private LoadedModel check(String rules) throws IOException {
        Files.writeString(project.resolve("dmvpn.rules"), rules);
        return Models.loader().load(model);
    }

    private List<String> mistakes(String rules) throws IOException {
        return check(rules).project().findings().stream().map(Models::show).toList();
    }

    @ParameterizedTest
    @CsvSource({"error, ERROR", "warning, WARNING", "info, INFO", "INFO, INFO"})
    void aRuleIsAsBadAsTheProjectSays(String level, Severity severity) throws IOException {
        LoadedModel checked = check("R-SEC-16 " + level + "\n");

        assertThat(checked.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.rule().severity()).isEqualTo(Severity.WARNING);
        });
        assertThat(checked.hasErrors()).isEqualTo(severity == Severity.ERROR);
    }

    @Test
    void aRuleThatIsOffFindsNothing() throws IOException {
        assertThat(check("R-SEC-16 off").findings()).isEmpty();
    }

    @Test
    void commentsAndBlankLinesAndCaseAreOfNoAccount() throws IOException {
        LoadedModel checked = check("\uFEFF# our project\r\n\r\n  r-sec-16\tOff   # lines are supervised by the provider\r\n");

        assertThat(checked.project().findings()).isEmpty();
        assertThat(checked.findings()).isEmpty();
    }

    @Test
    void theNearestFileCounts() throws IOException {
        Files.writeString(model.resolveSibling("dmvpn.rules"), "R-SEC-16 error");

        assertThat(check("R-SEC-16 off").findings()).extracting(Finding::severity).containsExactly(Severity.ERROR);
    }

    @Test
    void aFileAboveTheProjectDoesNotCount() throws IOException {
        Files.createDirectory(project.resolve("designs/.git"));

        assertThat(check("R-SEC-16 off").findings()).hasSize(1);
    }

    @Test
    void aTextWithoutFileHasNoProject() {
        assertThat(Models.load(WARNED).project()).isEqualTo(ProjectRules.NONE);
    }

    @Test
    void mistakesAreReportedInTheFileAtTheirPlace() throws IOException {
        assertThat(mistakes("R-NH-19 off\nR-NH19 off\n R-NH-17 of\nR-NH-18\nR-NH-15 loud\nR-NH-07 info now\nR-NH-19 info\n"))
                .containsExactly(
                        "2:1 RULES-FILE No rule is called 'R-NH19': did you mean 'R-NH-19'?",
                        "3:10 RULES-FILE 'of' is no level: did you mean 'off'?",
                        "4:1 RULES-FILE Write behind R-NH-18 what it shall be: error, warning, info, off",
                        "5:9 RULES-FILE 'loud' is no level: write one of error, warning, info, off",
                        "6:14 RULES-FILE A line has a rule and a level only: write comments behind '#'",
                        "7:1 RULES-FILE R-NH-19 is given twice: the first one counts");
    }

    @Test
    void theOtherLinesOfAFileWithMistakesCount() throws IOException {
        assertThat(check("nonsense\nR-SEC-16 off\n").findings()).isEmpty();
    }

    @Test
    void mistakesNameTheFileAsTheModelIsNamed() throws IOException {
        assertThat(check("nonsense").project().findings()).extracting(finding -> finding.origin().file())
                .containsExactly(project.resolve("dmvpn.rules").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"warning", "info", "off"})
    void anErrorOfTheLanguageStaysOne(String level) throws IOException {
        Files.writeString(model, Models.sound("wan Internet dhcp", "wan Internt dhcp"));
        LoadedModel checked = check("L-LINK " + level);

        assertThat(checked.hasErrors()).isTrue();
        assertThat(checked.project().findings()).singleElement().satisfies(finding ->
                assertThat(finding.message()).contains("always an error"));
    }

    @Test
    void aFileThatIsNoTextIsReportedAndHasNoEffect() throws IOException {
        Files.write(project.resolve("dmvpn.rules"), "R-SEC-16 off \u00e4".getBytes(StandardCharsets.ISO_8859_1));
        LoadedModel checked = Models.loader().load(model);

        assertThat(checked.findings()).hasSize(1);
        assertThat(checked.project().findings()).extracting(Finding::message).singleElement().asString().contains("UTF-8");
    }

    @Test
    void aFolderOfThatNameIsNoRulesFile() throws IOException {
        Files.createDirectory(project.resolve("dmvpn.rules"));

        assertThat(Models.loader().load(model).project()).isEqualTo(ProjectRules.NONE);
    }

    @Test
    void aFileOfNoiseIsReadWithoutFailing() throws IOException {
        assertThat(mistakes("\u0000\u0001 {}[] \n".repeat(200) + "x".repeat(5_000))).allMatch(finding -> finding.length() < 200);
    }

    @Test
    void theFileMayChangeWhileTheModelStays() throws IOException {
        DmvpnResource resource = check("R-SEC-16 off").resource().orElseThrow();
        Analysis before = Analysis.of(resource);
        assertThat(Analysis.of(resource)).isSameAs(before);

        Files.writeString(project.resolve("dmvpn.rules"), "R-SEC-16 error");

        assertThat(Analysis.of(resource).findings()).extracting(Finding::severity).containsExactly(Severity.ERROR);
        assertThat(Analysis.of(resource).network()).isSameAs(before.network());
        Files.delete(project.resolve("dmvpn.rules"));
        assertThat(Analysis.of(resource).findings()).extracting(Finding::severity).containsExactly(Severity.WARNING);
    }

    /** A suppression of a rule that is off is of use: the rule may be on elsewhere. */
    @Test
    void suppressionsWorkBesideLevels() throws IOException {
        Files.writeString(model, WARNED.replace("crypto Suite {\n", "// suppress R-SEC-16: supervised\ncrypto Suite {\n"));

        LoadedModel off = check("R-SEC-16 off");
        assertThat(off.findings()).isEmpty();
        assertThat(off.suppressed()).isEmpty();
        LoadedModel error = check("R-SEC-16 error");
        assertThat(error.findings()).isEmpty();
        assertThat(error.suppressed()).singleElement().satisfies(suppressed ->
                assertThat(suppressed.finding().severity()).isEqualTo(Severity.ERROR));
        assertThat(check("L-SUPPRESS-UNUSED off").findings()).isEmpty();
    }

    @Test
    void theDocumentationNamesRulesThatExist() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "checking.md"));
        List<String> ids = Pattern.compile("\\b(R-[A-Z]+-[0-9]+|L-[A-Z-]+[A-Z])\\b").matcher(text).results()
                .map(MatchResult::group).distinct().toList();
        String example = text.split("```\n", 3)[1];

        assertThat(ids).hasSizeGreaterThan(5).allMatch(id -> Analysis.catalogue().rule(id).isPresent());
        assertThat(example).contains("off");
        assertThat(mistakes(example)).isEmpty();
    }
}
