package dmvpn.dsl.ide.completion;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** The values that are usual behind each word of the language, the most usual first. */
final class KnownValues {

    private static final String FILE = "values.properties";

    private final Properties values = new Properties();

    KnownValues() {
        try (InputStream file = KnownValues.class.getResourceAsStream(FILE)) {
            values.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The language's values cannot be read", unreadable);
        }
    }

    /** The values behind a word; none when there is no usual one. */
    List<String> behind(String keyword) {
        String all = values.getProperty(keyword);
        return all == null || all.isBlank() ? List.of() : List.of(all.strip().split("\\s+"));
    }
}
