package dmvpn.sim;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.origin.Origin;
import java.util.Optional;

/**
 * An interface of a running router at an instant.
 *
 * @param name name as configured
 * @param address current address, empty when it has none
 * @param vrf VRF, empty for the global table
 * @param up true when the line protocol is up
 * @param origin the element that configured it
 */
public record InterfaceView(
        String name, Optional<InterfaceAddress> address, Optional<String> vrf, boolean up, Origin origin) {
}
