package dmvpn.app.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs programs of the machine. */
final class SystemCommand {

    /**
     * What became of a program.
     *
     * @param code exit code
     * @param output what it wrote on standard output and standard error
     */
    record Outcome(int code, String output) {
    }

    private SystemCommand() {
    }

    /** Runs a program to its end, with nothing to read. */
    static Outcome attempt(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /**
     * Runs a program that must succeed.
     *
     * @return its output
     */
    static String run(List<String> command) {
        Outcome outcome = attempt(command);
        if (outcome.code() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + outcome.code() + ": " + outcome.output());
        }
        return outcome.output();
    }

    /** The same for a command without blanks in its words. */
    static String run(String command) {
        return run(List.of(command.split(" ")));
    }
}
