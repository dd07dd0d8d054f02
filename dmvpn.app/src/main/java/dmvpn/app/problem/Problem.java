package dmvpn.app.problem;

import dmvpn.dsl.origins.LineIndex;
import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Severity;
import java.util.Comparator;

/**
 * A finding as people read it on a command line.
 *
 * @param file file as it was named
 * @param line line from 1
 * @param column column from 1, in UTF-16 characters
 * @param endLine line of the first character behind the place
 * @param endColumn column of the first character behind the place
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param ruleId identifier in the rule catalogue
 * @param message what is wrong and what to do, in one line
 * @param element name of the element for people, such as {@code spoke Branch[7]}; may be empty
 */
public record Problem(String file, int line, int column, int endLine, int endColumn, String severity, String ruleId,
        String message, String element) implements Comparable<Problem> {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line).thenComparingInt(Problem::column)
            .thenComparing(Problem::ruleId).thenComparing(Problem::message);

    /** A problem of a point in a file. */
    public Problem(String file, int line, int column, String severity, String ruleId, String message) {
        this(file, line, column, line, column, severity, ruleId, message, "");
    }

    /**
     * A finding of a file, of which all is in one line.
     *
     * @param file named where the finding's origin knows no file
     */
    public static Problem of(String file, Finding finding) {
        Origin origin = finding.origin();
        int line = Math.max(1, origin.line());
        return of(file, finding, line, Math.max(1, origin.column()) + origin.length());
    }

    /**
     * A finding of a file.
     *
     * @param file named where the finding's origin knows no file
     * @param lines the lines of the file
     */
    public static Problem of(String file, Finding finding, LineIndex lines) {
        int end = finding.origin().offset() + finding.origin().length();
        return finding.origin().length() == 0
                ? of(file, finding)
                : of(file, finding, lines.line(end), lines.column(end));
    }

    private static Problem of(String file, Finding finding, int endLine, int endColumn) {
        Origin origin = finding.origin();
        return new Problem(origin.isKnown() ? origin.file() : file, Math.max(1, origin.line()),
                Math.max(1, origin.column()), endLine, endColumn, finding.severity().label(), finding.rule().id(),
                finding.message().lines().reduce((first, next) -> first + " " + next.strip()).orElse(""), origin.element());
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
