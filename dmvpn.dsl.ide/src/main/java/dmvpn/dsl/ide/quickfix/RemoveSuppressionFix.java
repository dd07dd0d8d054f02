package dmvpn.dsl.ide.quickfix;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Removes a suppressing comment that is wrong or needless, or the one rule of it that is. */
record RemoveSuppressionFix(String ruleId) implements QuickFix {

    private static final Set<String> RULES = Set.of("L-SUPPRESS-RULE", "L-SUPPRESS-REASON", "L-SUPPRESS-UNUSED");

    /** A fix for each rule on suppressions. */
    static Stream<QuickFix> all() {
        return RULES.stream().sorted().map(RemoveSuppressionFix::new);
    }

    @Override
    public List<List<Mend>> ways(Problem problem) {
        String text = problem.document().text();
        int start = problem.offset();
        int end = Math.min(start + problem.length(), text.length());
        return List.of(List.of(problem.text().startsWith("//") ? comment(text, start, end) : ruleOfSeveral(text, start, end)));
    }

    /** A comment that has its line to itself goes with it. */
    private static Mend comment(String text, int start, int end) {
        int from = start;
        while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
            from--;
        }
        boolean alone = from == 0 || text.charAt(from - 1) == '\n';
        int lineEnd = text.indexOf('\n', end);
        int to = alone ? lineEnd < 0 ? text.length() : lineEnd + 1 : end;
        return new Mend("Remove the suppression", from, to - from, "");
    }

    /** Of a list the rule goes with the comma behind it, the last one with that before it. */
    private static Mend ruleOfSeveral(String text, int start, int end) {
        int from = start;
        int to = skipBlanks(text, end);
        if (to < text.length() && text.charAt(to) == ',') {
            to = skipBlanks(text, to + 1);
        } else {
            to = end;
            from = text.lastIndexOf(',', start);
        }
        return new Mend("Remove " + text.substring(start, end) + " from the suppression", from, to - from, "");
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
