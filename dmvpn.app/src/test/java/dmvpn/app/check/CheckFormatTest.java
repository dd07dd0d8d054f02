package dmvpn.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dmvpn.app.problem.Problem;
import dmvpn.app.problem.SuppressedProblem;
import dmvpn.app.rules.RuleText;
import dmvpn.app.rules.RulesService;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The forms of reports. */
class CheckFormatTest {

    private static final Problem ERROR = new Problem("a b/c.dmvpn", 3, 5, 4, 2, "error", "R-AD-01", "Taken <twice> & \"so\"", "hub HQ");
    private static final Problem INFO = new Problem("a b/c.dmvpn", 9, 1, 9, 1, "info", "L-RAW", "Raw", "");
    private static final Problem HIDDEN = new Problem("a b/c.dmvpn", 7, 1, 7, 4, "warning", "R-NH-19", "Long", "cloud Corp");
    private static final Problem KNOWN = new Problem("d.dmvpn", 1, 1, 1, 9, "warning", "R-NH-15", "Unique", "");
    private static final CheckResult RESULT = new CheckResult(List.of("a b/c.dmvpn", "d.dmvpn", "e.dmvpn"),
            List.of(ERROR, INFO), List.of(new SuppressedProblem(HIDDEN, "dear lines")), List.of(KNOWN));

    /**
     * What the schema of SARIF 2.1.0 allows for the objects that are used: the properties in front of the bar are
     * required, others than those named here are not known to it.
     */
    private static final Map<String, String> SCHEMA = Map.ofEntries(
            Map.entry("log", "version runs | $schema"),
            Map.entry("run", "tool | results columnKind"),
            Map.entry("tool", "driver |"),
            Map.entry("driver", "name | version rules informationUri"),
            Map.entry("rule", "id | shortDescription fullDescription help defaultConfiguration properties helpUri"),
            Map.entry("text", "text | markdown"),
            Map.entry("result", "message | ruleId ruleIndex level locations partialFingerprints suppressions"),
            Map.entry("location", "| physicalLocation logicalLocations"),
            Map.entry("physicalLocation", "| artifactLocation region"),
            Map.entry("region", "| startLine startColumn endLine endColumn"),
            Map.entry("suppression", "kind | justification"));

    private static JsonObject conforming(JsonElement element, String type) {
        String[] parts = SCHEMA.get(type).split("\\|", -1);
        JsonObject object = element.getAsJsonObject();
        assertThat(object.keySet()).as(type).containsAll(words(parts[0]));
        assertThat(words(parts[0] + parts[1])).as(type).containsAll(object.keySet());
        return object;
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : Set.of(text.strip().split("\\s+"));
    }

    private static JsonObject run(CheckResult result) {
        JsonObject log = conforming(JsonParser.parseString(CheckFormat.SARIF.report(result)), "log");
        assertThat(log.get("version").getAsString()).isEqualTo("2.1.0");
        return conforming(log.getAsJsonArray("runs").get(0), "run");
    }

    @Test
    void sarifDescribesTheToolAndItsRules() {
        JsonObject driver = conforming(conforming(run(RESULT).get("tool"), "tool").get("driver"), "driver");

        assertThat(driver.get("name").getAsString()).isEqualTo("dmvpn");
        assertThat(driver.getAsJsonArray("rules")).extracting(rule -> rule.getAsJsonObject().get("id").getAsString())
                .containsExactlyElementsOf(new RulesService().all().stream().map(RuleText::id).toList());
        assertThat(driver.getAsJsonArray("rules")).allSatisfy(element -> {
            JsonObject rule = conforming(element, "rule");
            for (String described : List.of("shortDescription", "fullDescription", "help")) {
                assertThat(conforming(rule.get(described), "text").get("text").getAsString()).isNotBlank();
            }
            assertThat(rule.getAsJsonObject("defaultConfiguration").get("level").getAsString()).isIn("error", "warning", "note");
        });
    }

    @Test
    void sarifResultsConformToTheSchema() {
        JsonObject run = run(RESULT);

        assertThat(run.getAsJsonArray("results")).hasSize(4).allSatisfy(element -> {
            JsonObject result = conforming(element, "result");
            int index = result.get("ruleIndex").getAsInt();
            assertThat(run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules").get(index)
                    .getAsJsonObject().get("id")).isEqualTo(result.get("ruleId"));
            assertThat(result.get("level").getAsString()).isIn("error", "warning", "note");
            conforming(result.get("message"), "text");
            JsonObject location = conforming(result.getAsJsonArray("locations").get(0), "location");
            JsonObject physical = conforming(location.get("physicalLocation"), "physicalLocation");
            JsonObject region = conforming(physical.get("region"), "region");
            assertThat(region.entrySet()).allMatch(each -> each.getValue().getAsInt() >= 1);
            assertThat(result.getAsJsonObject("partialFingerprints").entrySet())
                    .allMatch(each -> each.getValue().getAsString().matches("[0-9a-f]{64}"));
        });
    }

    @Test
    void sarifSaysPlaceLevelAndElement() {
        JsonObject result = run(RESULT).getAsJsonArray("results").get(0).getAsJsonObject();
        JsonObject location = result.getAsJsonArray("locations").get(0).getAsJsonObject();

        assertThat(result.get("level").getAsString()).isEqualTo("error");
        assertThat(result.getAsJsonObject("message").get("text").getAsString()).isEqualTo("Taken <twice> & \"so\"");
        assertThat(location.getAsJsonObject("physicalLocation").toString())
                .isEqualTo("{\"artifactLocation\":{\"uri\":\"a%20b/c.dmvpn\"},"
                        + "\"region\":{\"startLine\":3,\"startColumn\":5,\"endLine\":4,\"endColumn\":2}}");
        assertThat(location.getAsJsonArray("logicalLocations").toString()).contains("hub HQ");
        assertThat(run(RESULT).getAsJsonArray("results").get(1).getAsJsonObject().get("level").getAsString()).isEqualTo("note");
    }

    @Test
    void sarifListsWhatIsSuppressedAndKnownAsSuch() {
        List<JsonElement> results = run(RESULT).getAsJsonArray("results").asList();

        assertThat(results.get(0).getAsJsonObject().has("suppressions")).isFalse();
        JsonObject inSource = conforming(results.get(2).getAsJsonObject().getAsJsonArray("suppressions").get(0), "suppression");
        assertThat(inSource.get("kind").getAsString()).isEqualTo("inSource");
        assertThat(inSource.get("justification").getAsString()).isEqualTo("dear lines");
        JsonObject external = conforming(results.get(3).getAsJsonObject().getAsJsonArray("suppressions").get(0), "suppression");
        assertThat(external.get("kind").getAsString()).isEqualTo("external");
    }

    @Test
    void aFingerprintDoesNotKnowLinesButTellsEqualProblemsApart() {
        Problem moved = new Problem("a b/c.dmvpn", 33, 5, 34, 2, "error", "R-AD-01", "Taken <twice> & \"so\"", "hub HQ");

        assertThat(fingerprints(ERROR)).isEqualTo(fingerprints(moved));
        assertThat(fingerprints(ERROR, moved)).doesNotHaveDuplicates().startsWith(fingerprints(moved).getFirst());
    }

    private static List<String> fingerprints(Problem... problems) {
        return run(new CheckResult(List.of(), List.of(problems), List.of(), List.of())).getAsJsonArray("results").asList().stream()
                .map(result -> result.getAsJsonObject().get("partialFingerprints").toString()).toList();
    }

    @Test
    void sarifNamesFilesAsUris() {
        Path absolute = Path.of("x y.dmvpn").toAbsolutePath();

        assertThat(uri(absolute.toString())).startsWith("file:///").endsWith("/x%20y.dmvpn");
        assertThat(uri("./designs/../a.dmvpn")).isEqualTo("a.dmvpn");
        assertThat(uri("a:b.dmvpn")).isEqualTo("./a:b.dmvpn");
        assertThat(uri("größe#1?.dmvpn")).isEqualTo("gr%C3%B6%C3%9Fe%231%3F.dmvpn");
    }

    private static String uri(String file) {
        Problem problem = new Problem(file, 1, 1, "error", "L-FILE", "m");
        return run(new CheckResult(List.of(), List.of(problem), List.of(), List.of())).getAsJsonArray("results").get(0)
                .getAsJsonObject().getAsJsonArray("locations").get(0).getAsJsonObject().getAsJsonObject("physicalLocation")
                .getAsJsonObject("artifactLocation").get("uri").getAsString();
    }

    @Test
    void jsonHasAnObjectALineAndSumsUp() {
        List<JsonObject> lines = CheckFormat.JSON.report(RESULT).lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();

        assertThat(lines).extracting(line -> line.get("type").getAsString())
                .containsExactly("problem", "problem", "suppressed", "known", "summary");
        assertThat(lines.getFirst().toString()).isEqualTo("{\"type\":\"problem\",\"file\":\"a b/c.dmvpn\",\"line\":3,\"column\":5,"
                + "\"endLine\":4,\"endColumn\":2,\"severity\":\"error\",\"rule\":\"R-AD-01\","
                + "\"message\":\"Taken <twice> & \\\"so\\\"\",\"element\":\"hub HQ\"}");
        assertThat(lines.get(2).get("reason").getAsString()).isEqualTo("dear lines");
        assertThat(lines.getLast().toString()).isEqualTo(
                "{\"type\":\"summary\",\"files\":3,\"error\":1,\"warning\":0,\"info\":1,\"suppressed\":1,\"known\":1}");
    }

    @Test
    void junitFailsForErrorsOnlyAndSkipsWhatIsAccepted() throws Exception {
        Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(CheckFormat.JUNIT.report(RESULT).getBytes(StandardCharsets.UTF_8)));
        Element first = (Element) xml.getElementsByTagName("testsuite").item(0);

        assertThat(xml.getElementsByTagName("testsuite").getLength()).isEqualTo(3);
        assertThat(first.getAttribute("name")).isEqualTo("a b/c.dmvpn");
        assertThat(List.of(first.getAttribute("tests"), first.getAttribute("failures"), first.getAttribute("skipped")))
                .containsExactly("3", "1", "1");
        assertThat(((Element) first.getElementsByTagName("failure").item(0)).getAttribute("message"))
                .isEqualTo("Taken <twice> & \"so\"");
        assertThat(((Element) first.getElementsByTagName("skipped").item(0)).getAttribute("message"))
                .isEqualTo("suppressed: dear lines");
        assertThat(first.getElementsByTagName("system-out").getLength()).isEqualTo(1);
        Element clean = (Element) xml.getElementsByTagName("testsuite").item(2);
        assertThat(((Element) clean.getElementsByTagName("testcase").item(0)).getAttribute("name")).isEqualTo("no problems");
    }

    @Test
    void textHasALineForEachProblem() {
        assertThat(CheckFormat.TEXT.report(RESULT)).isEqualTo(
                "a b/c.dmvpn:3:5: error [R-AD-01] Taken <twice> & \"so\"\na b/c.dmvpn:9:1: info [L-RAW] Raw\n");
    }

    @Test
    void theSameResultGivesTheSameText() {
        for (CheckFormat format : CheckFormat.values()) {
            assertThat(format.report(RESULT)).isEqualTo(format.report(RESULT)).endsWith("\n");
        }
    }
}
