package dmvpn.sim.bgp.message;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import java.util.Optional;

/** Kinds of routes that BGP carries, by the numbers of the address family registries (RFC 4760). */
public enum AddressFamily {
    /** IPv4, for unicast forwarding. */
    IPV4_UNICAST(1, 1, 4, "IPv4 Unicast"),
    /** IPv6, for unicast forwarding (RFC 2545). */
    IPV6_UNICAST(2, 1, 16, "IPv6 Unicast");

    private final int family;
    private final int subsequentFamily;
    private final int addressBytes;
    private final String title;

    AddressFamily(int family, int subsequentFamily, int addressBytes, String title) {
        this.family = family;
        this.subsequentFamily = subsequentFamily;
        this.addressBytes = addressBytes;
        this.title = title;
    }

    /** AFI. */
    public int family() {
        return family;
    }

    /** SAFI. */
    public int subsequentFamily() {
        return subsequentFamily;
    }

    /** Length of an address, 4 or 16. */
    public int addressBytes() {
        return addressBytes;
    }

    /** As IOS writes it. */
    public String title() {
        return title;
    }

    /** The family of those numbers. */
    public static Optional<AddressFamily> of(int family, int subsequentFamily) {
        for (AddressFamily candidate : values()) {
            if (candidate.family == family && candidate.subsequentFamily == subsequentFamily) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Unicast of the family of an address. */
    public static AddressFamily of(IpAddress address) {
        return address instanceof Ipv4Address ? IPV4_UNICAST : IPV6_UNICAST;
    }

    /** Unicast of the family of a prefix. */
    public static AddressFamily of(IpPrefix prefix) {
        return of(prefix.network());
    }
}
