package dmvpn.app.problem;

import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Severity;
import java.util.Comparator;

/**
 * A finding as people read it on a command line.
 *
 * @param file file as it was named
 * @param line line from 1
 * @param column column from 1
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param ruleId identifier in the rule catalogue
 * @param message what is wrong and what to do, in one line
 */
public record Problem(String file, int line, int column, String severity, String ruleId, String message)
        implements Comparable<Problem> {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line).thenComparingInt(Problem::column)
            .thenComparing(Problem::ruleId).thenComparing(Problem::message);

    /**
     * A finding of a file.
     *
     * @param file named where the finding's origin knows no file
     */
    public static Problem of(String file, Finding finding) {
        Origin origin = finding.origin();
        return new Problem(origin.isKnown() ? origin.file() : file, Math.max(1, origin.line()),
                Math.max(1, origin.column()), finding.rule().severity().label(), finding.rule().id(),
                finding.message().lines().reduce((first, next) -> first + " " + next.strip()).orElse(""));
    }

    /** True when the model is wrong, not just unwise. */
    public boolean isError() {
        return severity.equals(Severity.ERROR.label());
    }

    /** {@code file:line:col: severity [rule-id] message}, as compilers do it and editors understand. */
    public String text() {
        return file + ":" + line + ":" + column + ": " + severity + " [" + ruleId + "] " + message;
    }

    @Override
    public int compareTo(Problem other) {
        return BY_PLACE.compare(this, other);
    }
}
