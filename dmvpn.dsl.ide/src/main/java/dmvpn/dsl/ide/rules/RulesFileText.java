package dmvpn.dsl.ide.rules;

import dmvpn.dsl.policy.Level;
import dmvpn.network.rules.Area;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a {@code dmvpn.rules}, read and changed rule by rule. Such files consist of reasons: comments, the order of the
 * lines and what is not understood stay as they are.
 */
public final class RulesFileText {

    /** A rule, a level, and the rest of the line; a byte order mark may stand before the first one. */
    private static final Pattern STATEMENT =
            Pattern.compile("(?<before>\uFEFF?[ \t]*)(?<rule>[^\\s#]+)(?<gap>[ \t]+)(?<level>[^\\s#]+)(?<rest>.*)", Pattern.DOTALL);

    private RulesFileText() {
    }

    /** True for a rule that a file may make something else of: errors of the language are always errors. */
    public static boolean canChange(Rule rule) {
        return rule.area() != Area.LANGUAGE || rule.severity() != Severity.ERROR;
    }

    /** The levels that a text gives to rules; of a rule that is given twice the first one counts. */
    public static Map<String, Level> levels(String text) {
        Map<String, Level> levels = new LinkedHashMap<>();
        for (String line : lines(text)) {
            Matcher statement = STATEMENT.matcher(line);
            if (statement.matches()) {
                Level.of(statement.group("level")).ifPresent(level -> levels.putIfAbsent(rule(statement), level));
            }
        }
        return levels;
    }

    /**
     * The text with other levels.
     *
     * @param changes rules and what becomes of them; empty for what the rule itself says, for which nothing is written
     */
    public static String with(String text, Map<String, Optional<Level>> changes) {
        Map<String, Optional<Level>> left = new LinkedHashMap<>(changes);
        StringBuilder changed = new StringBuilder();
        for (String line : lines(text)) {
            Matcher statement = STATEMENT.matcher(line);
            Optional<Level> level = statement.matches() ? changes.get(rule(statement)) : null;
            if (level == null) {
                changed.append(line);
            } else if (level.isPresent()) {
                left.remove(rule(statement));
                changed.append(statement.group("before")).append(statement.group("rule")).append(statement.group("gap"))
                        .append(level.get().label()).append(statement.group("rest"));
            }
        }
        left.forEach((rule, level) -> level.ifPresent(added -> {
            if (!changed.isEmpty() && changed.charAt(changed.length() - 1) != '\n') {
                changed.append('\n');
            }
            changed.append(rule).append("  ").append(added.label()).append('\n');
        }));
        return changed.toString();
    }

    /** With their ends. */
    private static String[] lines(String text) {
        return text.isEmpty() ? new String[0] : text.split("(?<=\n)");
    }

    private static String rule(Matcher statement) {
        return statement.group("rule").toUpperCase(Locale.ROOT);
    }
}
