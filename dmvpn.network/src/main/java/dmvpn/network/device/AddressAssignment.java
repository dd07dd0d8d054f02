package dmvpn.network.device;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import java.util.Optional;

/** How an interface gets its address. */
public sealed interface AddressAssignment {

    /**
     * A configured address.
     *
     * @param address address and length
     * @param gateway next hop of the default route in the interface's VRF, if one is configured
     */
    record Static(InterfaceAddress address, Optional<IpAddress> gateway) implements AddressAssignment {
    }

    /**
     * An address leased from the transport's DHCP server (RFC 2131), together with a default route of administrative
     * distance 254. The lease may change while the network runs.
     */
    record Dhcp() implements AddressAssignment {
    }
}
