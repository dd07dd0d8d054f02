package dmvpn.config.writer;

import dmvpn.network.crypto.Secret;
import java.util.Map;
import java.util.Optional;

/** Finds the value of a secret. */
@FunctionalInterface
public interface SecretResolver {

    /** The value, empty when nobody knows it. */
    Optional<String> valueOf(Secret secret);

    /** Knows the values that the model gives in place, and no others. */
    static SecretResolver inPlace() {
        return Secret::inlineValue;
    }

    /** Knows the values that the model gives in place, and those of a store by name. */
    static SecretResolver ofStore(Map<String, String> valuesByName) {
        return secret -> secret.inlineValue().or(() -> Optional.ofNullable(valuesByName.get(secret.name())));
    }

    /** Knows nothing: for texts that are shown or shared. */
    static SecretResolver hidden() {
        return secret -> Optional.empty();
    }
}
