package dmvpn.dsl.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dmvpn.dsl.Models;
import dmvpn.dsl.load.LoadedModel;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the catalogue has an example that breaks it and one that does not, and does what they say. */
class RuleExamplesTest {

    private static final Path FOLDER = Path.of("src", "main", "resources", "rule-examples");

    static Stream<String> ids() {
        return Analysis.catalogue().rules().stream().map(Rule::id);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theExamplesDoWhatTheySay(String id) {
        Rule rule = Analysis.catalogue().rule(id).orElseThrow();
        Optional<RuleExample> example = RuleExamples.of(rule);
        if (example.isEmpty()) {
            assertThat(RuleExamples.withoutModel(rule)).as("%s needs breaks.dmvpn and sound.dmvpn in dmvpn.dsl/src/main/resources%s"
                    + " (or, where no model can break it, no-model.txt that says what does)", id, RuleExamples.folder(rule))
                    .hasValueSatisfying(text -> assertThat(text).hasSizeGreaterThan(40).endsWith(".").doesNotContain("\n"));
            return;
        }
        LoadedModel breaking = Models.load(example.get().breaks());
        LoadedModel sound = Models.load(example.get().sound());

        assertThat(breaking.findings()).as("breaks.dmvpn of %s", id).anyMatch(finding -> finding.rule().equals(rule));
        assertThat(sound.findings()).as("sound.dmvpn of %s", id).noneMatch(finding -> finding.rule().equals(rule))
                .noneMatch(Finding::isError);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aRuleHasEitherExamplesOrASentence(String id) {
        Rule rule = Analysis.catalogue().rule(id).orElseThrow();

        assertThat(RuleExamples.of(rule).isPresent()).isNotEqualTo(RuleExamples.withoutModel(rule).isPresent());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theEntryIsWrittenForPeople(String id) {
        Rule rule = Analysis.catalogue().rule(id).orElseThrow();

        assertThat(rule.title()).as("title of %s", id).hasSizeBetween(10, 80).doesNotEndWith(".").doesNotContain("\n");
        assertThat(rule.explanation()).as("explanation of %s", id).hasSizeGreaterThan(40).endsWith(".").doesNotContain("\n");
        assertThat(rule.source()).as("source of %s", id).isNotBlank().doesNotContain("\n");
    }

    /** A folder that belongs to no rule is misspelt, or its rule is gone. */
    @Test
    void everyFolderBelongsToARule() throws IOException {
        TreeSet<String> expected = new TreeSet<>();
        Analysis.catalogue().rules().forEach(rule -> expected.add(rule.area().label() + "/" + rule.id()));
        List<String> present;
        try (Stream<Path> folders = Files.walk(FOLDER, 2)) {
            present = folders.filter(folder -> FOLDER.relativize(folder).getNameCount() == 2)
                    .map(folder -> FOLDER.relativize(folder).toString().replace('\\', '/')).sorted().toList();
        } catch (IOException missing) {
            present = fail("The examples are not in " + FOLDER.toAbsolutePath(), missing);
        }

        assertThat(present).containsExactlyElementsOf(expected);
    }
}
