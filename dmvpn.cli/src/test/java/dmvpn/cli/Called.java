package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * A command that was called in this process, and what came of it.
 *
 * @param exitCode exit code
 * @param out standard output
 * @param err standard error
 */
record Called(int exitCode, String out, String err) {

    /** Folder of the examples; tests run in the folder of their module. */
    static final Path EXAMPLES = Path.of("..", "examples");

    /** Calls a command. */
    static Called dmvpn(Object... arguments) {
        return reading("", arguments);
    }

    /** Calls a command that finds a text on standard input. */
    static Called reading(String input, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int exitCode = Main.run(new StringReader(input), new PrintWriter(out), new PrintWriter(err), texts);
        return new Called(exitCode, out.toString(), err.toString());
    }

    List<String> lines() {
        return out.lines().toList();
    }

    /** Nothing looks like a defect. */
    Called isCalm() {
        assertThat(out + err).doesNotContain("Exception").doesNotContain("\tat ").doesNotContain("This is a defect");
        return this;
    }

    Called endsWith(int expected) {
        assertThat(exitCode).as("exit code, with output%n%s%nand errors%n%s", out, err).isEqualTo(expected);
        return isCalm();
    }
}
