package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard output on a full disk, or with a reader that has gone. */
class LostResultsTest {

    private static final Path PHASE_3 = Called.EXAMPLES.resolve("phase3-eigrp");

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int dmvpn(String failure, Object... arguments) {
        Writer out = new Writer() {
            @Override
            public void write(char[] characters, int offset, int length) throws IOException {
                throw new IOException(failure);
            }

            @Override
            public void flush() {
                // Nothing is kept that could be flushed.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        String[] texts = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        return Main.run(out, err, texts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulate", "test"})
    void resultsThatCannotBeWrittenAreToldAndAreNoSuccess(String command) {
        int exitCode = dmvpn("No space left on device", command, PHASE_3);

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString())
                .contains("dmvpn: The results could not be written to standard output: No space left on device\n");
    }

    @Test
    void namesOfFilesThatCannotBeWrittenAreToldToo() {
        assertThat(dmvpn("No space left on device", "export", PHASE_3, "--all", "--out", folder)).isEqualTo(1);
        assertThat(err.toString()).contains("could not be written");
    }

    @Test
    void rulesThatCannotBeWrittenAreToldToo() {
        assertThat(dmvpn("No space left on device", "rules")).isEqualTo(1);
        assertThat(err.toString()).contains("could not be written");
    }

    @Test
    void wrongUsageStaysWrongUsage() {
        assertThat(dmvpn("No space left on device", "foo")).isEqualTo(2);
    }

    @Test
    void aReaderThatHasGoneIsNoProblem() {
        assertThat(dmvpn("Broken pipe", "simulate", PHASE_3)).isZero();
        assertThat(err.toString()).doesNotContain("could not be written");
    }
}
