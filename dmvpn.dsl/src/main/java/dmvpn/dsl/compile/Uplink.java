package dmvpn.dsl.compile;

import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.network.address.IpAddress;
import dmvpn.network.device.NetworkInterface;
import java.util.Optional;

/**
 * A WAN interface and the transport that it is attached to, or an inside interface that a tunnel sends from.
 *
 * @param networkInterface the interface
 * @param transport declaration of the transport, null for an inside interface
 */
record Uplink(NetworkInterface networkInterface, TransportDeclaration transport) {

    /** The address that others send to, empty when it is leased; behind a translation the outside address. */
    Optional<IpAddress> fixedAddress() {
        return networkInterface.fixedOutsideAddress();
    }
}
