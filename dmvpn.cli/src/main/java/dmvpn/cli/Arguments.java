package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.time.Durations;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.TypeConversionException;

/** What the words of a command mean. */
final class Arguments {

    private Arguments() {
    }

    static Duration duration(String text) {
        try {
            return Durations.parse(text);
        } catch (RequestException wrong) {
            throw new TypeConversionException(wrong.getMessage());
        }
    }

    static Long wholeNumber(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException wrong) {
            throw new TypeConversionException("'" + text + "' is not a whole number");
        }
    }

    /** An empty word would mean the current folder, which nobody means who writes it: a variable was empty. */
    static Path path(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("an empty text names no file and no folder");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException wrong) {
            throw new TypeConversionException("'" + text + "' can be no file name: " + wrong.getReason());
        }
    }
}
