package dmvpn.network.device;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.util.Optional;

/**
 * The translation that an uplink is behind (RFC 3022). Uplinks with one outside address are behind the same device.
 *
 * @param kind how addresses are translated
 * @param outside address that the transport knows the router by; empty when the translating device leases it
 * @param inside prefix between the router and the translating device, which leases addresses from it
 * @param origin where it was written
 */
public record AddressTranslation(Kind kind, Optional<IpAddress> outside, IpPrefix inside, Origin origin) {

    /** Shared address space between a provider and its customers, when a model says nothing (RFC 6598). */
    public static final IpPrefix DEFAULT_INSIDE = IpPrefix.parse("100.64.0.0/10");

    /** How addresses are translated. */
    public enum Kind {
        /** Many inside addresses share an outside one and are told apart by ports: nothing gets in that was not asked for. */
        PORT_ADDRESS("pat"),
        /** One outside address for one inside address, in both directions. */
        STATIC("nat");

        private final String keyword;

        Kind(String keyword) {
            this.keyword = keyword;
        }

        /** The name in models. */
        public String keyword() {
            return keyword;
        }
    }
}
