package dmvpn.diagram.svg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheet that every picture carries. */
final class StyleSheet {

    private static final String DARK_SCREENS = "@media (prefers-color-scheme:dark){";
    private static final String TEXT = read();

    private StyleSheet() {
    }

    /** The rules of a theme, those of dark screens behind the others. */
    static String text(Theme theme) {
        int dark = TEXT.indexOf(DARK_SCREENS);
        return switch (theme) {
            case AUTO -> TEXT;
            case LIGHT -> TEXT.substring(0, dark);
            case DARK -> TEXT.substring(0, dark)
                    + TEXT.substring(dark + DARK_SCREENS.length(), TEXT.lastIndexOf('}')).stripLeading();
        };
    }

    private static String read() {
        try (InputStream stream = StyleSheet.class.getResourceAsStream("diagram.css")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The style sheet of this bundle cannot be read", e);
        }
    }
}
