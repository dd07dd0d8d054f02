package dmvpn.cli;

import dmvpn.app.problem.Problem;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Help.Ansi;

/** Where a command prints: results on standard output, everything about the command itself on standard error. */
final class Terminal {

    /** Lines that are shown at once; later ones wait for a full buffer unless somebody watches. */
    private static final int PROMPT_LINES = 50;

    /** More findings of one run help nobody. */
    private static final int MOST_PROBLEMS = 500;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Ansi ansi;
    private final boolean watched;
    private final Reader in;
    private long lines;

    /**
     * @param ansi whether colours are used
     * @param watched true when a person sees each line as it is printed
     * @param in standard input
     */
    Terminal(PrintWriter out, PrintWriter err, Ansi ansi, boolean watched, Reader in) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.ansi = ansi;
        this.watched = watched;
    }

    void print(String line) {
        out.print(line);
        out.print('\n');
        if (watched || lines++ < PROMPT_LINES) {
            out.flush();
        }
    }

    /** True when a person sees each line as it is printed. */
    boolean isWatched() {
        return watched;
    }

    /** Standard input, line by line. */
    BufferedReader input() {
        return new BufferedReader(in);
    }

    /** Asks a person for a line. */
    void prompt(String text) {
        out.print(text);
        out.flush();
    }

    Consumer<String> lines() {
        return this::print;
    }

    void flush() {
        out.flush();
        err.flush();
    }

    /** True when nobody reads any more what is printed, as in {@code dmvpn simulate … | head}. */
    boolean isClosed() {
        return out.checkError();
    }

    /** Tells something about the command itself. */
    void tell(String sentence) {
        out.flush();
        err.print("dmvpn: " + sentence + "\n");
        err.flush();
    }

    /** Prints problems where results go. */
    void printProblems(List<Problem> problems) {
        problems.stream().limit(MOST_PROBLEMS).forEach(problem -> print(coloured(problem)));
        tellRest(problems);
    }

    /** Prints problems beside results that are something else. */
    void tellProblems(List<Problem> problems) {
        out.flush();
        problems.stream().limit(MOST_PROBLEMS).forEach(problem -> err.print(coloured(problem) + "\n"));
        tellRest(problems);
        err.flush();
    }

    private void tellRest(List<Problem> problems) {
        if (problems.size() > MOST_PROBLEMS) {
            tell((problems.size() - MOST_PROBLEMS) + " more problems are not shown");
        }
    }

    private String coloured(Problem problem) {
        if (!ansi.enabled()) {
            return problem.text();
        }
        String colour = switch (problem.severity()) {
            case "error" -> "1;31";
            case "warning" -> "33";
            default -> "36";
        };
        int start = (problem.file() + ":" + problem.line() + ":" + problem.column() + ": ").length();
        String text = problem.text();
        int end = start + problem.severity().length();
        return text.substring(0, start) + "\u001b[" + colour + "m" + text.substring(start, end) + "\u001b[0m"
                + text.substring(end);
    }
}
