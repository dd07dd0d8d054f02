package dmvpn.dsl.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.services.DmvpnGrammarAccess;
import dmvpn.dsl.words.Settings;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.junit.jupiter.api.Test;

/** The language's documentation says what the language does. */
class DocumentationTest {

    private static final Pattern EXAMPLE = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);

    private static final Grammar GRAMMAR = Models.resource("").getResourceServiceProvider().get(DmvpnGrammarAccess.class).getGrammar();

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

    /** A new word of the language gets an example: in one of them the parser must have met it as the keyword it is. */
    @Test
    void itsExamplesUseEveryKeyword() throws IOException {
        Set<String> unused = new TreeSet<>();
        Set<ParserRule> rules = new HashSet<>();
        wordsFrom((ParserRule) GRAMMAR.getRules().getFirst(), rules, unused);
        assertThat(unused).as("keywords of the grammar").contains("transport", "phase", "longest");

        Matcher examples = EXAMPLE.matcher(documentation());
        while (examples.find()) {
            for (ILeafNode leaf : leaves(examples.group(1))) {
                if (leaf.getGrammarElement() instanceof Keyword keyword
                        && rules.contains(GrammarUtil.containingParserRule(keyword))) {
                    unused.remove(keyword.getValue());
                }
            }
        }
        assertThat(unused).as("keywords that no example of docs/language.md uses").isEmpty();
    }

    private static Iterable<ILeafNode> leaves(String text) {
        return Models.resource(text).getParseResult().getRootNode().getLeafNodes();
    }

    /** The words of all rules that a model is made of; the rules for what does not belong there have no words of their own. */
    private static void wordsFrom(ParserRule rule, Set<ParserRule> seen, Set<String> words) {
        if (!seen.add(rule) || rule.getName().startsWith("Stray") || rule.getName().equals("Name")) {
            return;
        }
        GrammarUtil.containedKeywords(rule).stream().map(Keyword::getValue).filter(word -> Character.isLetter(word.charAt(0)))
                .forEach(words::add);
        GrammarUtil.containedRuleCalls(rule).stream().map(RuleCall::getRule).filter(ParserRule.class::isInstance)
                .forEach(called -> wordsFrom((ParserRule) called, seen, words));
    }
}
