package dmvpn.network.device;

import dmvpn.network.origin.Origin;
import java.util.Optional;

/**
 * A routing table of its own on a device.
 *
 * @param name name as configured
 * @param routeDistinguisher makes its routes unique in a provider's network, such as {@code 65000:10} (RFC 4364 section 4.2);
 *     empty for none
 * @param routeTarget which VPN its routes belong to, in both directions (RFC 4364 section 4.3.1); empty for none
 * @param origin where it was written
 */
public record Vrf(String name, Optional<String> routeDistinguisher, Optional<String> routeTarget, Origin origin) {

    /** A table of routes that stay on the device. */
    public Vrf(String name, Origin origin) {
        this(name, Optional.empty(), Optional.empty(), origin);
    }
}
