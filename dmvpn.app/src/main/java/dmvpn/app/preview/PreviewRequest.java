package dmvpn.app.preview;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What to show.
 *
 * @param format keyword of the format, such as {@code cisco}
 * @param router name of the router that is shown already, or was chosen; empty when none is
 * @param offset characters of the model before the place where the person is: a router there is shown before the one that
 *     is named; empty to stay
 */
public record PreviewRequest(String format, Optional<String> router, OptionalInt offset) {
}
