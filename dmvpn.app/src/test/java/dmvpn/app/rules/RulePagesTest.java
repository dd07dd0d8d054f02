package dmvpn.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages on rules. */
class RulePagesTest {

    private static final Path COMMITTED = Path.of("..", "docs", "rules");
    private static RulePages pages;
    private static Map<String, String> expected;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makePages() {
        pages = new RulePages(new RulesService());
        expected = pages.pages();
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** When this fails, the catalogue or an example has changed: run ./dmvpn rules --docs docs/rules. */
    @Test
    void theDocumentationIsThatOfTheCatalogue() throws IOException {
        List<String> stale = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(expected.keySet());
        names.addAll(namesIn(COMMITTED));
        for (String name : names) {
            Path file = COMMITTED.resolve(name);
            // Git may have given the file the line ends of its system.
            String text = Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
            if (!text.equals(expected.get(name))) {
                stale.add(name);
            }
        }

        assertThat(stale).as("pages of docs/rules that are stale: write them anew with ./dmvpn rules --docs docs/rules").isEmpty();
    }

    @Test
    void theIndexLeadsToEachRule() {
        assertThat(new RulesService().all()).allSatisfy(rule -> {
            assertThat(expected.get(RulePages.INDEX)).contains("[" + rule.id() + "](" + rule.id() + ".md) | " + rule.severity());
            assertThat(expected).containsKey(rule.id() + ".md");
        });
    }

    @Test
    void aPageHasEverythingThatIsKnownOfItsRule() {
        assertThat(expected.get("R-NH-19.md")).contains("# R-NH-19: ", "**warning**", "## A model that breaks it", "holdtime 2h",
                "dmvpn says:", "warning [R-NH-19] ", "## A model that does not",
                "Quick fix: Change 'holdtime 2h' to 'holdtime 10min'.", "## Source");
        assertThat(expected.get("R-HUB-01.md")).contains("No quick fix: a second hub is");
        assertThat(expected.get("R-NH-01.md")).contains("## What breaks it").doesNotContain("dmvpn says:");
        assertThat(expected.get("DEFECT.md")).contains("## Source").doesNotContain("## Mend");
    }

    @Test
    void writingRemovesPagesOfRulesThatAreNoMoreAndNothingElse() throws IOException {
        String mark = expected.get(RulePages.INDEX).lines().findFirst().orElseThrow();
        Files.writeString(folder.resolve("R-OLD-01.md"), mark + "\n# R-OLD-01\n");
        Files.writeString(folder.resolve("notes.md"), "mine");
        Files.writeString(folder.resolve("R-NH-19.md"), "stale");

        int count = pages.write(folder);

        TreeSet<String> names = new TreeSet<>(expected.keySet());
        names.add("notes.md");
        assertThat(count).isEqualTo(expected.size());
        assertThat(namesIn(folder)).containsExactlyElementsOf(names);
        assertThat(Files.readString(folder.resolve("R-NH-19.md"))).isEqualTo(expected.get("R-NH-19.md"));
    }
}
