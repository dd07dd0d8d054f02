package dmvpn.app.preview;

import java.util.Optional;

/**
 * A line of a previewed configuration.
 *
 * @param text the line without its end
 * @param source what in the model made it; empty for separators
 */
public record PreviewLine(String text, Optional<ModelPlace> source) {
}
