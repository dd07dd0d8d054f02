package dmvpn.network.crypto;

import java.util.List;
import java.util.Optional;

/**
 * The IKE and IPsec building blocks of a device.
 *
 * @param profiles IPsec profiles in configuration order
 */
public record CryptoConfiguration(List<IpsecProfile> profiles) {

    /** No protection. */
    public static final CryptoConfiguration NONE = new CryptoConfiguration(List.of());

    /** Keeps an immutable copy of the list. */
    public CryptoConfiguration {
        profiles = List.copyOf(profiles);
    }

    /** The profile of that name. */
    public Optional<IpsecProfile> profileNamed(String name) {
        return profiles.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }
}
