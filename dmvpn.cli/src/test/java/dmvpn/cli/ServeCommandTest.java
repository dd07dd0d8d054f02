package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code dmvpn serve} refuses; what it serves is seen in {@link DiagramPageTest}. */
class ServeCommandTest {

    @TempDir
    private Path folder;
    private Path model;

    @BeforeEach
    void write() throws Exception {
        model = Files.writeString(folder.resolve("net.dmvpn"), "network Demo\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65536", "many"})
    void aPortIsANumberThatPortsHave(String port) {
        Called called = Called.dmvpn("serve", model, "--port", port, "--no-open").endsWith(ExitCode.USAGE);

        assertThat(called.err()).contains(port);
    }

    @Test
    void aModelThatIsNotThereIsNotServed() {
        Called called = Called.dmvpn("serve", folder.resolve("none.dmvpn"), "--no-open").endsWith(ExitCode.USAGE);

        assertThat(called.out()).isEmpty();
    }
}
