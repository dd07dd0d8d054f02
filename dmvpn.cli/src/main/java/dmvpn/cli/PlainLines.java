package dmvpn.cli;

import java.io.BufferedReader;
import java.io.IOException;

/** Lines as standard input has them: those of a script, or of a terminal that can do no more. */
final class PlainLines implements ConsoleLines {

    private final Terminal terminal;
    private final boolean prompting;
    private final BufferedReader input;

    PlainLines(Terminal terminal, boolean prompting) {
        this.terminal = terminal;
        this.prompting = prompting;
        this.input = terminal.input();
    }

    @Override
    public String next(String prompt) throws IOException {
        if (prompting) {
            terminal.prompt(prompt);
        }
        return input.readLine();
    }
}
