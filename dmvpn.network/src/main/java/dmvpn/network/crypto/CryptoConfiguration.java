package dmvpn.network.crypto;

import dmvpn.network.origin.Origin;
import java.util.List;
import java.util.Optional;

/**
 * The IKE and IPsec building blocks of a device.
 *
 * @param profiles IPsec profiles in configuration order
 * @param origin where the device was written that has them
 */
public record CryptoConfiguration(List<IpsecProfile> profiles, Origin origin) {

    /** No protection. */
    public static final CryptoConfiguration NONE = new CryptoConfiguration(List.of(), Origin.NONE);

    /** Keeps an immutable copy of the list. */
    public CryptoConfiguration {
        profiles = List.copyOf(profiles);
    }

    /** The profile of that name. */
    public Optional<IpsecProfile> profileNamed(String name) {
        for (IpsecProfile profile : profiles) {
            if (profile.name().equals(name)) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }
}
