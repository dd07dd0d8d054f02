package dmvpn.dsl.compile;

import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.network.address.IpAddress;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.NetworkInterface;
import java.util.Optional;

/**
 * A WAN interface and the transport that it is attached to.
 *
 * @param networkInterface the interface
 * @param transport declaration of the transport
 */
record Uplink(NetworkInterface networkInterface, TransportDeclaration transport) {

    /** The configured address, empty when it is leased. */
    Optional<IpAddress> fixedAddress() {
        return networkInterface.assignment() instanceof AddressAssignment.Static configured
                ? Optional.of(configured.address().address())
                : Optional.empty();
    }
}
