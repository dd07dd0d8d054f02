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
}
