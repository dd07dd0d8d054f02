package dmvpn.network.device;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import java.util.Optional;

/**
 * A physical or loopback interface.
 *
 * @param name name as configured, such as {@code GigabitEthernet1}
 * @param kind what it is for
 * @param vrf VRF of the interface, empty for the global table; on a WAN this is the front-door VRF
 * @param assignment how it gets its address
 * @param transport name of the {@link dmvpn.network.underlay.Transport} that a WAN is attached to; empty otherwise
 * @param mtuBytes largest IP packet in bytes
 * @param enabled false when configured {@code shutdown}
 * @param reversePathCheck check of source addresses, empty for none
 * @param access what stands between a WAN and its transport, empty for nothing
 * @param origin where it was written
 */
public record NetworkInterface(
        String name,
        InterfaceKind kind,
        Optional<String> vrf,
        AddressAssignment assignment,
        Optional<String> transport,
        int mtuBytes,
        boolean enabled,
        Optional<ReversePathCheck> reversePathCheck,
        Optional<UplinkAccess> access,
        Origin origin) {

    /** An interface without a check of source addresses, with nothing between it and its transport. */
    public NetworkInterface(String name, InterfaceKind kind, Optional<String> vrf, AddressAssignment assignment,
            Optional<String> transport, int mtuBytes, boolean enabled, Origin origin) {
        this(name, kind, vrf, assignment, transport, mtuBytes, enabled, Optional.empty(), Optional.empty(), origin);
    }

    /** The translation that it is behind. */
    public Optional<AddressTranslation> translation() {
        return access.flatMap(UplinkAccess::translation);
    }

    /** The address that others know it by, when it is always the same: behind a translation the outside one. */
    public Optional<IpAddress> fixedOutsideAddress() {
        return translation().isPresent() ? translation().get().outside() : fixedAddress();
    }

    /** Its configured address, empty when it is leased. */
    public Optional<IpAddress> fixedAddress() {
        return assignment instanceof AddressAssignment.Static fixed
                ? Optional.of(fixed.address().address())
                : Optional.empty();
    }
}
