package dmvpn.dsl.policy;

import dmvpn.dsl.origins.Origins;
import dmvpn.dsl.rules.ToolRules;
import dmvpn.dsl.words.Shown;
import dmvpn.dsl.words.Similar;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.catalogue.RuleCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of a {@code dmvpn.rules}: a rule's identifier, a level, and comments that begin with {@code #}. */
final class ProjectRulesParser {

    private static final Pattern WORD = Pattern.compile("[^\\s#]+");

    private final RuleCatalogue catalogue;
    private final Origins origins;
    private final Map<String, Level> levels = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private ProjectRulesParser(RuleCatalogue catalogue, Origins origins) {
        this.catalogue = catalogue;
        this.origins = origins;
    }

    /**
     * @param file the file
     * @param name what findings call it
     * @param text what it holds
     */
    static ProjectRules parse(Path file, String name, String text, RuleCatalogue catalogue) {
        ProjectRulesParser parser = new ProjectRulesParser(catalogue, new Origins(name, text));
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            parser.line(text.substring(start, end), start);
            start = end + 1;
        }
        return new ProjectRules(Optional.of(file), text, parser.levels, parser.findings);
    }

    /** A word and where it is. */
    private record Word(String text, int offset) {
    }

    private void line(String line, int offset) {
        int comment = line.indexOf('#');
        String content = comment < 0 ? line : line.substring(0, comment);
        if (offset == 0 && content.startsWith("\uFEFF")) {
            content = " " + content.substring(1); // editors on Windows put a byte order mark there
        }
        Matcher words = WORD.matcher(content);
        List<Word> found = new ArrayList<>();
        while (words.find()) {
            found.add(new Word(words.group(), offset + words.start()));
        }
        if (!found.isEmpty()) {
            statement(found);
        }
    }

    private void statement(List<Word> words) {
        Word id = words.getFirst();
        Optional<Rule> rule = catalogue.rule(id.text().toUpperCase(Locale.ROOT));
        if (rule.isEmpty()) {
            report(id, "No rule is called '" + Shown.of(id.text()) + "'"
                    + Similar.question(id.text(), catalogue.rules().stream().map(Rule::id).toList()));
        } else if (words.size() == 1) {
            report(id, "Write behind " + id.text() + " what it shall be: " + String.join(", ", Level.labels()));
        } else {
            level(rule.get(), id, words.get(1));
        }
        if (words.size() > 2) {
            report(words.get(2), "A line has a rule and a level only: write comments behind '#'");
        }
    }

    private void level(Rule rule, Word id, Word word) {
        Optional<Level> level = Level.of(word.text());
        if (level.isEmpty()) {
            String question = Similar.question(word.text(), Level.labels());
            report(word, "'" + Shown.of(word.text()) + "' is no level"
                    + (question.isEmpty() ? ": write one of " + String.join(", ", Level.labels()) : question));
        } else if (FixedRules.contains(rule) && level.get() != Level.ERROR) {
            report(id, rule.id() + " is always an error: without it the model would not say what it means");
        } else if (levels.putIfAbsent(rule.id(), level.get()) != null) {
            report(id, rule.id() + " is given twice: the first one counts");
        }
    }

    private void report(Word word, String message) {
        findings.add(new Finding(ToolRules.RULES_FILE, message, origins.range(word.offset(), word.text().length(), "")));
    }
}
