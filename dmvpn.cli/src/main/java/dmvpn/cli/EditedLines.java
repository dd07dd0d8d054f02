package dmvpn.cli;

import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.TerminalBuilder;

/** Lines that a person edits on a terminal, with completion of words and a history. */
final class EditedLines implements ConsoleLines {

    /** Says which words may come next. */
    @FunctionalInterface
    interface Completions {
        List<String> of(List<String> before, String begun);
    }

    private final org.jline.terminal.Terminal terminal;
    private final LineReader reader;

    EditedLines(org.jline.terminal.Terminal terminal, Completions completions) {
        this.terminal = terminal;
        DefaultParser words = new DefaultParser();
        words.setEscapeChars(null); // names and commands have no quoting
        words.setQuoteChars(new char[0]);
        this.reader = LineReaderBuilder.builder().terminal(terminal).parser(words)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .completer((unused, line, candidates) -> completions
                        .of(line.words().subList(0, line.wordIndex()), line.word().substring(0, line.wordCursor()))
                        .forEach(word -> candidates.add(new Candidate(word))))
                .build();
    }

    /** Lines of the terminal that the process has; plain ones where it cannot be edited on. */
    static ConsoleLines of(Completions completions, Terminal output) {
        Logger.getLogger("org.jline").setLevel(Level.OFF); // what it cannot do is no message for the person who types
        try {
            return new EditedLines(TerminalBuilder.builder().system(true).dumb(false).build(), completions);
        } catch (IOException | IllegalStateException noTerminal) {
            return new PlainLines(output, true);
        }
    }

    /** Does something when the person interrupts a command that runs. */
    @Override
    public void onInterrupt(Runnable action) {
        terminal.handle(org.jline.terminal.Terminal.Signal.INT, signal -> action.run());
    }

    @Override
    public String next(String prompt) {
        try {
            return reader.readLine(prompt);
        } catch (UserInterruptException thrownAway) {
            return ""; // as on a router: the line is thrown away
        } catch (EndOfFileException end) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
