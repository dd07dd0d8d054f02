package dmvpn.dsl.ide.highlight;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;

/**
 * The language as a TextMate grammar, for the many editors that colour by one. It is made from the keywords of the
 * language's own grammar. Its patterns take each token whole, from its first to its last character as the lexer does, so
 * that a keyword within a word or value is none.
 */
public final class TextMateGrammar {

    private static final String PART_OF_WORD = "[A-Za-z_0-9%+*]";
    private static final String COMPUTED = "(?:\\{[^{}\\r\\n]*\\})*";
    /** What a value may begin with: see ComputedStart. */
    private static final String COMPUTED_START = "\\{[-0-9n+*/%() \\t]*[0-9n][-0-9n+*/%() \\t]*\\}";

    private TextMateGrammar() {
    }

    /** The grammar as JSON; the same language gives the same text. */
    public static String json(Grammar language) {
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        return gson.toJson(grammar(language)) + "\n";
    }

    private static JsonObject grammar(Grammar language) {
        Set<String> elements = new TreeSet<>();
        addFirstWords(((ParserRule) GrammarUtil.findRuleForName(language, "Element")).getAlternatives(), elements);
        Set<String> others = GrammarUtil.getAllKeywords(language).stream()
                .filter(keyword -> Character.isLetter(keyword.charAt(0)) && !elements.contains(keyword))
                .collect(Collectors.toCollection(TreeSet::new));
        JsonArray patterns = new JsonArray();
        patterns.add(match("comment.line.double-slash.dmvpn", "//.*$"));
        patterns.add(block("comment.block.dmvpn", "/\\*", "\\*/"));
        patterns.add(block("string.unquoted.raw.dmvpn", "<<<", ">>>"));
        patterns.add(match("string.quoted.double.dmvpn", "\"(?:\\\\.|[^\"\\\\\\r\\n])*\""));
        patterns.add(match("storage.type.dmvpn", words(elements)));
        patterns.add(match("keyword.other.dmvpn", words(others)));
        patterns.add(match("variable.other.dmvpn",
                "\\^?[A-Za-z_](?:" + PART_OF_WORD + "|[:/-]" + COMPUTED + ")*"));
        patterns.add(match("constant.numeric.dmvpn",
                "(?:[0-9]|:" + COMPUTED + "|" + COMPUTED_START + ")(?:" + PART_OF_WORD + "|[.:/-]" + COMPUTED + ")*"));
        JsonObject grammar = new JsonObject();
        grammar.addProperty("name", "DMVPN");
        grammar.addProperty("scopeName", "source.dmvpn");
        JsonArray types = new JsonArray();
        types.add("dmvpn");
        grammar.add("fileTypes", types);
        grammar.add("patterns", patterns);
        return grammar;
    }

    private static void addFirstWords(AbstractElement element, Set<String> words) {
        switch (element) {
            case Keyword keyword -> words.add(keyword.getValue());
            case Alternatives alternatives -> alternatives.getElements().forEach(each -> addFirstWords(each, words));
            case Group group -> addFirstWords(group.getElements().getFirst(), words);
            case RuleCall call when call.getRule() instanceof ParserRule rule -> addFirstWords(rule.getAlternatives(), words);
            default -> { }
        }
    }

    /** Words that end where the token ends; the longer of two with one beginning comes first. */
    private static String words(Set<String> words) {
        List<String> longestFirst = words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder())).toList();
        return "(?:" + String.join("|", longestFirst) + ")(?![A-Za-z_0-9%+*:/-])";
    }

    private static JsonObject match(String name, String pattern) {
        JsonObject object = new JsonObject();
        object.addProperty("name", name);
        object.addProperty("match", pattern);
        return object;
    }

    private static JsonObject block(String name, String begin, String end) {
        JsonObject object = new JsonObject();
        object.addProperty("name", name);
        object.addProperty("begin", begin);
        object.addProperty("end", end);
        return object;
    }
}
