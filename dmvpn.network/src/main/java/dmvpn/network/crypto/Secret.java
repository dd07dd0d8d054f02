package dmvpn.network.crypto;

import dmvpn.network.origin.Origin;
import java.util.Optional;

/**
 * A secret by name. The value is looked up where configurations are written or packets are encrypted.
 *
 * @param name name, such as {@code wan-psk}
 * @param inlineValue the value when the model gives it in place
 * @param origin where it was written
 */
public record Secret(String name, Optional<String> inlineValue, Origin origin) {

    /** True when two secrets cannot be the same; a value in place and one by name may be. */
    public boolean isKnownToDifferFrom(Secret other) {
        if (inlineValue.isPresent() && other.inlineValue.isPresent()) {
            return !inlineValue.equals(other.inlineValue);
        }
        return inlineValue.isEmpty() && other.inlineValue.isEmpty() && !name.equals(other.name);
    }
}
