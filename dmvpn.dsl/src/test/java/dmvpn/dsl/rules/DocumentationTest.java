package dmvpn.dsl.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.words.Settings;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The language's documentation says what the language does. */
class DocumentationTest {

    private static final Pattern EXAMPLE = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);

    private static String documentation() throws IOException {
        return Files.readString(Path.of("..", "docs", "language.md"));
    }

    @Test
    void everyRuleIsListedWithItsSeverity() throws IOException {
        String text = documentation();

        for (Rule rule : TextRules.ALL) {
            assertThat(text).contains("| `" + rule.id() + "` | " + rule.severity().label() + " |");
        }
    }

    @Test
    void everySettingAndAlgorithmIsNamed() throws IOException {
        String text = documentation();
        List<String> words = new ArrayList<>();
        Settings.blocks().forEach(block -> words.addAll(Settings.of(block)));
        for (EncryptionAlgorithm algorithm : EncryptionAlgorithm.values()) {
            words.add(algorithm.keyword());
        }
        for (HashAlgorithm algorithm : HashAlgorithm.values()) {
            words.add(algorithm.keyword());
        }

        assertThat(words).allSatisfy(word -> assertThat(text).containsPattern("\\b" + Pattern.quote(word) + "\\b"));
    }

    @Test
    void itsExamplesParse() throws IOException {
        Matcher examples = EXAMPLE.matcher(documentation());
        int count = 0;
        for (; examples.find(); count++) {
            assertThat(Models.findings(examples.group(1))).noneMatch(finding -> finding.contains("L-SYNTAX") || finding.contains("L-SETTING"));
        }
        assertThat(count).isGreaterThanOrEqualTo(2);
    }
}
