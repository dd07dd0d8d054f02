package dmvpn.dsl.ide.hover;

import com.google.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** What each word of the language means, for completion and hover. */
@Singleton
public final class LanguageDocumentation {

    private static final String FILE = "keywords.properties";

    private final Properties texts = new Properties();

    /** Reads the texts that are shipped beside this class. */
    public LanguageDocumentation() {
        try (InputStream file = LanguageDocumentation.class.getResourceAsStream(FILE)) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The language's documentation cannot be read", unreadable);
        }
    }

    /** The meaning of a keyword. */
    public Optional<String> ofKeyword(String keyword) {
        return Optional.ofNullable(texts.getProperty(keyword));
    }

    /** The unit or form of the value behind a keyword. */
    public Optional<String> unitOf(String keyword) {
        return Optional.ofNullable(texts.getProperty(keyword + ".unit"));
    }

    /** Where the meaning of a keyword is laid down. */
    public Optional<String> sourceOf(String keyword) {
        return Optional.ofNullable(texts.getProperty(keyword + ".source"));
    }
}
