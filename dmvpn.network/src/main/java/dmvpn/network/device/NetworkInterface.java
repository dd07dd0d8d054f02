package dmvpn.network.device;

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
        Origin origin) {
}
