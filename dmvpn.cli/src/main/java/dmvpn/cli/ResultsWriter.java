package dmvpn.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;

/** Standard output that remembers what went wrong: a print writer before it keeps silent about that. */
final class ResultsWriter extends FilterWriter {

    private IOException failure;

    ResultsWriter(Writer out) {
        super(out);
    }

    /** Why results were lost; empty when none were, or when their reader has gone as in {@code dmvpn … | head}. */
    Optional<IOException> loss() {
        return Optional.ofNullable(failure).filter(known -> !isClosedPipe(known));
    }

    /** The JDK has no type for it, and the text of the operating system is in the language of the user. */
    private static boolean isClosedPipe(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    @Override
    public void write(int character) throws IOException {
        attempt(() -> out.write(character));
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        attempt(() -> out.write(characters, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        attempt(() -> out.write(text, offset, length));
    }

    @Override
    public void flush() throws IOException {
        attempt(out::flush);
    }

    private void attempt(Output output) throws IOException {
        try {
            output.run();
        } catch (IOException problem) {
            if (failure == null) {
                failure = problem;
            }
            throw problem;
        }
    }

    /** Something that writes. */
    private interface Output {

        void run() throws IOException;
    }
}
