package dmvpn.app.preview;

import dmvpn.network.origin.Origin;
import java.util.Optional;

/**
 * A place in the text of a model, as it was when the configuration was written. Unlike an {@link Origin} it does not follow
 * the text, so any thread may read it.
 *
 * @param file file as the reader of the model knows it
 * @param line line from 1
 * @param offset characters before it
 * @param length characters of it
 */
public record ModelPlace(String file, int line, int offset, int length) {

    static Optional<ModelPlace> of(Origin origin) {
        return origin.isKnown() && origin.line() > 0
                ? Optional.of(new ModelPlace(origin.file(), origin.line(), origin.offset(), origin.length()))
                : Optional.empty();
    }

    boolean encloses(ModelPlace other) {
        return file.equals(other.file) && offset <= other.offset && other.offset < offset + length;
    }
}
