package dmvpn.config.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.config.writer.SecretResolver;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.testing.NetworkBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole configurations of a Phase 3 network, reviewed line by line against running configurations of IOS-XE. */
class CiscoWriterGoldenTest {

    @ParameterizedTest
    @ValueSource(strings = {"HQ1", "Branch1"})
    void writesTheReviewedConfiguration(String name) {
        CompiledNetwork network = NetworkBuilder.phase3().build();

        String written = new CiscoWriter().write(network.deviceNamed(name).orElseThrow(), SecretResolver.hidden()).text();

        assertThat(written).isEqualTo(golden(name + ".cfg"));
    }

    private static String golden(String file) {
        try (InputStream stream = CiscoWriterGoldenTest.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
