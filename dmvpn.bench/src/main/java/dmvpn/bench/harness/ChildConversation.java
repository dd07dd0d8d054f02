package dmvpn.bench.harness;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.List;

/**
 * A Java process that does a piece of work whenever it is asked, so that product and baseline run by turns in a process
 * whose heap is set for them. It inherits the class path; it ends when its input does.
 */
public final class ChildConversation implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    private ChildConversation(Process process) {
        this.process = process;
        this.answers = process.inputReader();
        this.questions = process.outputWriter();
    }

    /**
     * Starts a process; its error output is ours.
     *
     * @param options of the virtual machine
     * @param main class whose main method reads a question per line and prints a line in answer
     * @param arguments of the main method
     */
    public static ChildConversation start(List<String> options, Class<?> main, String... arguments) throws IOException {
        return new ChildConversation(new ProcessBuilder(ChildProcess.command(options, main, arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /**
     * Asks and waits for the answer.
     *
     * @throws IOException when the process ended instead of answering
     */
    public String ask(String question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("The measuring process ended before it answered '" + question + "'");
        }
        return answer;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
