package dmvpn.diagram.svg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheet that every picture carries. */
final class StyleSheet {

    private static final String TEXT = read();

    private StyleSheet() {
    }

    static String text() {
        return TEXT;
    }

    private static String read() {
        try (InputStream stream = StyleSheet.class.getResourceAsStream("diagram.css")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The style sheet of this bundle cannot be read", e);
        }
    }
}
